"""Which sources stand behind the ports: `ELOKET_PERSONEN`, built once per process."""

from functools import lru_cache
from typing import Any

from django.conf import settings
from django.core.signals import setting_changed
from django.utils.module_loading import import_string

from eloket.personen.backends.base import BedrijvenBackend, BronMisconfigured, PersonenBackend


@lru_cache(maxsize=1)
def get_personen() -> PersonenBackend:
    """The source of persons. Errors: `BronMisconfigured`."""
    backend = _build("brp")
    if not isinstance(backend, PersonenBackend):
        raise BronMisconfigured(f"{type(backend).__name__} is geen PersonenBackend.")
    return backend


@lru_cache(maxsize=1)
def get_bedrijven() -> BedrijvenBackend:
    """The source of companies. Errors: `BronMisconfigured`."""
    backend = _build("kvk")
    if not isinstance(backend, BedrijvenBackend):
        raise BronMisconfigured(f"{type(backend).__name__} is geen BedrijvenBackend.")
    return backend


def _build(port: str) -> object:
    try:
        config: dict[str, Any] = dict(settings.ELOKET_PERSONEN[port])
        return import_string(config["BACKEND"])(config.get("OPTIONS", {}))
    except (AttributeError, KeyError, ImportError, TypeError) as error:
        raise BronMisconfigured(f"ELOKET_PERSONEN[{port!r}] is niet te gebruiken: {error}") from error


def _forget(*, setting: str, **kwargs: Any) -> None:
    if setting == "ELOKET_PERSONEN":
        get_personen.cache_clear()
        get_bedrijven.cache_clear()


setting_changed.connect(_forget, dispatch_uid="eloket.personen.backends")
