"""The port of webhooks: another system hears of an aanvraag (`ELOKET_WEBHOOK`)."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any


class WebhookError(Exception):
    """The text is for the operator: it holds no address and no contents."""


class WebhookUnavailable(WebhookError):
    """Not now: no answer, too busy, broken on the other side. The same call may be made again."""


class WebhookRefused(WebhookError):
    """The other side will not take this, or we may not go there: a person must look."""


class WebhookBackend(ABC):
    """One way to call. Built once per process from `OPTIONS`."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        self.options = options

    @abstractmethod
    def post(self, url: str, *, body: bytes, headers: Mapping[str, str]) -> int:
        """Hand this over; the status (2xx) with which it was taken.

        The address is one that an administrator typed. Errors: `WebhookUnavailable`, `WebhookRefused`.
        """
