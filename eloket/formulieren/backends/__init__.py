"""Which backend stands behind the port of formulieren: `ELOKET_WEBHOOK`, built once per process."""

from functools import lru_cache
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.signals import setting_changed
from django.utils.module_loading import import_string

from eloket.formulieren.backends.base import WebhookBackend


@lru_cache(maxsize=1)
def get_webhook_backend() -> WebhookBackend:
    """The backend that calls webhooks. Errors: `ImproperlyConfigured`."""
    config: dict[str, Any] = settings.ELOKET_WEBHOOK["default"]
    backend = import_string(config["BACKEND"])(config.get("OPTIONS", {}))
    if not isinstance(backend, WebhookBackend):
        raise ImproperlyConfigured(f"{type(backend).__name__} is geen WebhookBackend.")
    return backend


def _forget(*, setting: str, **kwargs: object) -> None:
    if setting == "ELOKET_WEBHOOK":
        get_webhook_backend.cache_clear()


setting_changed.connect(_forget, dispatch_uid="eloket.formulieren.backends")
