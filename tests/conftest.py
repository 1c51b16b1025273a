"""What every test gets: the guards, each a plugin of its own, and the real components."""

import gc

import hypothesis

pytest_plugins = [
    "tests.components",
    "tests.checkers.fixtures",
    "tests.guards.netwerk",
    "tests.guards.databank",
    "tests.guards.catalogus",
    "tests.guards.vers",
    "tests.guards.sjablonen",
    "tests.guards.volgorde",
    "tests.guards.verzoeken",
]

# A busy machine is slow now and then; that is no fault of the code.
hypothesis.settings.register_profile(
    "eloket", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("eloket")


def pytest_collection_finish() -> None:
    """What is loaded by now stays for the whole run: the garbage collector need not pass it each time."""
    gc.collect()
    gc.freeze()
