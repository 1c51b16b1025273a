"""Which register stands behind the port: `ELOKET_ZAKEN`, built once per process."""

from functools import lru_cache
from typing import Any

from django.conf import settings
from django.core.signals import setting_changed
from django.utils.module_loading import import_string

from eloket.zaken.backends.base import RegisterMisconfigured, ZaakBackend


@lru_cache(maxsize=1)
def get_backend() -> ZaakBackend:
    """The register of this installation. Errors: `RegisterMisconfigured`."""
    try:
        config: dict[str, Any] = dict(settings.ELOKET_ZAKEN["default"])
        backend = import_string(config["BACKEND"])(config.get("OPTIONS", {}))
    except (AttributeError, KeyError, ImportError, TypeError) as error:
        raise RegisterMisconfigured(f"ELOKET_ZAKEN['default'] is niet te gebruiken: {error}") from error
    if not isinstance(backend, ZaakBackend):
        raise RegisterMisconfigured(f"{config['BACKEND']} is geen ZaakBackend.")
    return backend


def _forget(*, setting: str, **kwargs: Any) -> None:
    if setting == "ELOKET_ZAKEN":
        get_backend.cache_clear()


setting_changed.connect(_forget, dispatch_uid="eloket.zaken.backends")
