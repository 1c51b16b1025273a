"""Which backend fetches what others publish: `ELOKET_BRONNEN`, built once per process."""

from functools import lru_cache
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.signals import setting_changed
from django.utils.module_loading import import_string

from eloket.producten.backends.base import BronBackend


@lru_cache(maxsize=1)
def get_bron_backend() -> BronBackend:
    """The backend. Errors: `ImproperlyConfigured`."""
    config: dict[str, Any] = settings.ELOKET_BRONNEN["default"]
    backend = import_string(config["BACKEND"])(config.get("OPTIONS", {}))
    if not isinstance(backend, BronBackend):
        raise ImproperlyConfigured(f"{config['BACKEND']} is geen BronBackend.")
    return backend


def _forget(*, setting: str, **kwargs: object) -> None:
    if setting == "ELOKET_BRONNEN":
        get_bron_backend.cache_clear()


setting_changed.connect(_forget, dispatch_uid="eloket.producten.backends")
