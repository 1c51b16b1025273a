"""The settings of the tests: eloket's own, hermetic and quick. No setting of the caller's shell gets in."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

KEPT = ("ELOKET_CHROMIUM", "ELOKET_COMPONENTEN_VERPLICHT", "ELOKET_SHARED_DATA", "ELOKET_DATA")

for name in [name for name in os.environ if name.startswith("ELOKET_") and name not in KEPT]:
    del os.environ[name]
if "ELOKET_DATA" not in os.environ:
    os.environ["ELOKET_DATA"] = tempfile.mkdtemp(prefix="eloket-test-")
    atexit.register(shutil.rmtree, os.environ["ELOKET_DATA"], ignore_errors=True)
# Two workers beside each other never meet in one folder.
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "hoofd")
ROOT = Path(os.environ["ELOKET_DATA"])
if ROOT.name != WORKER:
    os.environ["ELOKET_DATA"] = str(ROOT / WORKER)
    (ROOT / WORKER).mkdir(parents=True, exist_ok=True)

from eloket.settings import *  # noqa: E402, F403
from eloket.settings import STORAGES  # noqa: E402

ELOKET_PAGINACACHE = False  # the tests of the cache switch it on: a rolled back transaction cannot undo it
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Tests fill in as fast and as often as robots do; tests/formulieren/test_grenzen.py sets the limits again.
ELOKET_FORMULIER_PER_UUR = ELOKET_FORMULIER_PER_EMAIL = ELOKET_AFSPRAAK_PER_HALFUUR = 1_000_000
ELOKET_FORMULIER_SECONDEN = 0
# The register of an installation; tests/demo/test_knoppen.py takes the demo's.
ELOKET_ZAKEN = {"default": {"BACKEND": "eloket.zaken.backends.database.DatabaseBackend", "OPTIONS": {}}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
WHITENOISE_AUTOREFRESH = True  # static files come from their sources, without collectstatic
