"""Which agendas there are: `ELOKET_AFSPRAKEN`, each built once per process. A place names its own."""

from functools import cache
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.signals import setting_changed
from django.utils.module_loading import import_string

from eloket.afspraken.backends.base import AfsprakenBackend


@cache
def get_backend(systeem: str = "default") -> AfsprakenBackend:
    """The agenda under this name. Errors: `ImproperlyConfigured`."""
    try:
        config: dict[str, Any] = dict(settings.ELOKET_AFSPRAKEN[systeem])
        backend = import_string(config["BACKEND"])(config.get("OPTIONS", {}))
    except (AttributeError, KeyError, ImportError, TypeError) as error:
        raise ImproperlyConfigured(f"ELOKET_AFSPRAKEN[{systeem!r}] is niet te gebruiken: {error}") from error
    if not isinstance(backend, AfsprakenBackend):
        raise ImproperlyConfigured(f"{config['BACKEND']} is geen AfsprakenBackend.")
    return backend


def _forget(*, setting: str, **kwargs: Any) -> None:
    if setting == "ELOKET_AFSPRAKEN":
        get_backend.cache_clear()


setting_changed.connect(_forget, dispatch_uid="eloket.afspraken.backends")
