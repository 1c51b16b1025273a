"""The settings of processes that meet a register elsewhere; the rest is that of every installation."""

from eloket.settings import *  # noqa: F403 — settings are names
from eloket.settings import ELOKET_DATA

ELOKET_ZAKEN = {
    "default": {"BACKEND": "bench.register.VerRegister", "OPTIONS": {"weg": ELOKET_DATA / "register-weg"}}
}
