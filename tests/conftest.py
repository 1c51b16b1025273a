"""What every test gets: the guards, each a plugin of its own, and the real components."""

pytest_plugins = [
    "tests.components",
    "tests.guards.netwerk",
    "tests.guards.databank",
    "tests.guards.vers",
    "tests.guards.sjablonen",
    "tests.guards.volgorde",
    "tests.guards.verzoeken",
]
