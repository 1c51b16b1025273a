"""What every test gets: the guards, each a plugin of its own in tests/guards/."""

pytest_plugins = [
    "tests.guards.netwerk",
    "tests.guards.databank",
    "tests.guards.vers",
    "tests.guards.sjablonen",
    "tests.guards.volgorde",
    "tests.guards.verzoeken",
]
