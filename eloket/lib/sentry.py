"""Telling Sentry of errors, when `ELOKET_SENTRY_DSN` is set: where it broke, and nothing about whom."""

from typing import Any

from django.core.exceptions import ImproperlyConfigured

from eloket.lib.logging import mask

KEPT_OF_REQUEST = ("method", "url")


def start(dsn: str, *, environment: str) -> None:
    """Start reporting.

    Errors: `ImproperlyConfigured` when this is no DSN, or the extra `sentry` is not installed.
    """
    try:
        import sentry_sdk
    except ImportError:
        raise ImproperlyConfigured(
            "ELOKET_SENTRY_DSN staat aan, maar Sentry ontbreekt: installeer eloket[sentry]."
        ) from None
    from sentry_sdk.utils import BadDsn, Dsn

    try:
        Dsn(dsn)
    except BadDsn:
        raise ImproperlyConfigured(
            "ELOKET_SENTRY_DSN is geen DSN: schrijf https://sleutel@sentry.example/1."
        ) from None
    sentry_sdk.init(
        dsn=dsn,
        environment=environment,
        send_default_pii=False,
        include_local_variables=False,
        max_request_body_size="never",
        max_breadcrumbs=0,
        before_send=scrub,
    )


def scrub(event: Any, hint: Any) -> Any:
    """What may leave: class and place of the error, method and path; no user, body, cookie, query or text."""
    for key in ("user", "breadcrumbs", "extra"):
        event.pop(key, None)
    if request := event.get("request"):
        event["request"] = {key: request[key] for key in KEPT_OF_REQUEST if key in request}
        event["request"]["url"] = mask(str(event["request"].get("url", "")).split("?")[0])
    for error in (event.get("exception") or {}).get("values", []):
        error["value"] = ""
        for frame in (error.get("stacktrace") or {}).get("frames", []):
            frame.pop("vars", None)
    if "logentry" in event:
        event["logentry"] = {"message": mask(str(event["logentry"].get("message", "")))}
    if "message" in event:
        event["message"] = mask(str(event["message"]))
    return event
