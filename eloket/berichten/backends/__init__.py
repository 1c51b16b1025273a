"""Which backend stands behind each kanaal: `ELOKET_BERICHTEN`, each built once per process."""

from functools import lru_cache
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.signals import setting_changed
from django.utils.module_loading import import_string

from eloket.berichten.backends.base import BerichtBackend


@lru_cache(maxsize=8)
def get_backend(kanaal: str) -> BerichtBackend:
    """The backend of this kanaal. Errors: `ImproperlyConfigured`."""
    config: dict[str, Any] | None = settings.ELOKET_BERICHTEN.get(kanaal)
    if config is None:
        raise ImproperlyConfigured(f"ELOKET_BERICHTEN heeft geen kanaal {kanaal!r}.")
    backend = import_string(config["BACKEND"])(config.get("OPTIONS", {}))
    if not isinstance(backend, BerichtBackend):
        raise ImproperlyConfigured(f"{config['BACKEND']} is geen BerichtBackend.")
    return backend


def _forget(*, setting: str, **kwargs: Any) -> None:
    if setting == "ELOKET_BERICHTEN":
        get_backend.cache_clear()


setting_changed.connect(_forget, dispatch_uid="eloket.berichten.backends")
