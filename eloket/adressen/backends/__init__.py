"""Which source stands behind the port: `ELOKET_ADRESSEN`, built once per process."""

from functools import lru_cache
from typing import Any

from django.conf import settings
from django.core.signals import setting_changed
from django.utils.module_loading import import_string

from eloket.adressen.backends.base import AdresBackend, AdresBronMisconfigured


@lru_cache(maxsize=1)
def get_backend() -> AdresBackend:
    """The source of this installation. Errors: `AdresBronMisconfigured`."""
    try:
        config: dict[str, Any] = dict(settings.ELOKET_ADRESSEN["default"])
        backend = import_string(config["BACKEND"])(config.get("OPTIONS", {}))
    except (AttributeError, KeyError, ImportError, TypeError) as error:
        raise AdresBronMisconfigured(f"ELOKET_ADRESSEN['default'] is niet te gebruiken: {error}") from error
    if not isinstance(backend, AdresBackend):
        raise AdresBronMisconfigured(f"{config['BACKEND']} is geen AdresBackend.")
    return backend


def _forget(*, setting: str, **kwargs: Any) -> None:
    if setting == "ELOKET_ADRESSEN":
        get_backend.cache_clear()


setting_changed.connect(_forget, dispatch_uid="eloket.adressen.backends")
