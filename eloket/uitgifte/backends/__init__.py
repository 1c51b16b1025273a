"""What stands behind the ports: `ELOKET_ZEGEL` and `ELOKET_KENTEKENREGISTER`, built once per process."""

from functools import cache
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.signals import setting_changed
from django.utils.module_loading import import_string

from eloket.uitgifte.backends.base import Kentekenregister, Zegel


@cache
def get_zegel() -> Zegel:
    """The seal of this installation. Errors: `ImproperlyConfigured`."""
    config: dict[str, Any] = settings.ELOKET_ZEGEL["default"]
    try:
        backend = import_string(config["BACKEND"])(config.get("OPTIONS", {}))
    except (ImportError, KeyError, TypeError) as error:
        raise ImproperlyConfigured(f"ELOKET_ZEGEL is niet te gebruiken: {error}") from error
    if not isinstance(backend, Zegel):
        raise ImproperlyConfigured(f"{config['BACKEND']} is geen Zegel.")
    return backend


@cache
def get_kentekens() -> Kentekenregister:
    """The register of vehicles of this installation. Errors: `ImproperlyConfigured`."""
    config: dict[str, Any] = settings.ELOKET_KENTEKENREGISTER["default"]
    try:
        backend = import_string(config["BACKEND"])(config.get("OPTIONS", {}))
    except (ImportError, KeyError, TypeError) as error:
        raise ImproperlyConfigured(f"ELOKET_KENTEKENREGISTER is niet te gebruiken: {error}") from error
    if not isinstance(backend, Kentekenregister):
        raise ImproperlyConfigured(f"{config['BACKEND']} is geen Kentekenregister.")
    return backend


def _forget(*, setting: str, **kwargs: Any) -> None:
    if setting == "ELOKET_ZEGEL":
        get_zegel.cache_clear()
    if setting == "ELOKET_KENTEKENREGISTER":
        get_kentekens.cache_clear()


setting_changed.connect(_forget, dispatch_uid="eloket.uitgifte.backends")
