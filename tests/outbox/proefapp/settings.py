"""eloket's own settings, with the app above and quick sweeps."""

from eloket.settings import *  # noqa: F403
from eloket.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "tests.outbox.proefapp"]
ELOKET_OUTBOX_LEASE_SECONDEN = 2
ELOKET_OUTBOX_VEEG_SECONDEN = 0.2
ELOKET_OUTBOX_HERHAAL_SECONDEN = 2
