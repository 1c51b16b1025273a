"""Which backend stands behind each port: `ELOKET_BRONNEN` and `ELOKET_LINKS`, built once per process."""

from functools import lru_cache
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.signals import setting_changed
from django.utils.module_loading import import_string

from eloket.producten.backends.base import BronBackend, LinkBackend


@lru_cache(maxsize=1)
def get_bron_backend() -> BronBackend:
    """The backend that fetches what others publish. Errors: `ImproperlyConfigured`."""
    backend = _build(settings.ELOKET_BRONNEN["default"])
    if not isinstance(backend, BronBackend):
        raise ImproperlyConfigured(f"{type(backend).__name__} is geen BronBackend.")
    return backend


@lru_cache(maxsize=1)
def get_link_backend() -> LinkBackend:
    """The backend that visits links. Errors: `ImproperlyConfigured`."""
    backend = _build(settings.ELOKET_LINKS["default"])
    if not isinstance(backend, LinkBackend):
        raise ImproperlyConfigured(f"{type(backend).__name__} is geen LinkBackend.")
    return backend


def _build(config: dict[str, Any]) -> object:
    return import_string(config["BACKEND"])(config.get("OPTIONS", {}))


def _forget(*, setting: str, **kwargs: object) -> None:
    if setting == "ELOKET_BRONNEN":
        get_bron_backend.cache_clear()
    elif setting == "ELOKET_LINKS":
        get_link_backend.cache_clear()


setting_changed.connect(_forget, dispatch_uid="eloket.producten.backends")
