"""Which scanner stands behind the port: `ELOKET_SCAN`, built once per process."""

from functools import lru_cache
from typing import Any

from django.conf import settings
from django.core.signals import setting_changed
from django.utils.module_loading import import_string

from eloket.bestanden.backends.base import Scanner, ScannerMisconfigured


@lru_cache(maxsize=1)
def get_scanner() -> Scanner:
    """The scanner of this installation. Errors: `ScannerMisconfigured`."""
    try:
        config: dict[str, Any] = dict(settings.ELOKET_SCAN["default"])
        scanner = import_string(config["BACKEND"])(config.get("OPTIONS", {}))
    except (AttributeError, KeyError, ImportError, TypeError, ValueError) as error:
        raise ScannerMisconfigured(f"ELOKET_SCAN['default'] is niet te gebruiken: {error}") from error
    if not isinstance(scanner, Scanner):
        raise ScannerMisconfigured(f"{config['BACKEND']} is geen Scanner.")
    return scanner


def _forget(*, setting: str, **kwargs: Any) -> None:
    if setting == "ELOKET_SCAN":
        get_scanner.cache_clear()


setting_changed.connect(_forget, dispatch_uid="eloket.bestanden.backends")
