"""Permissions from groups, and no way in: the only entry of AUTHENTICATION_BACKENDS.

Django's own backend would let a password in at every login view that some package mounts.
"""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest


class RechtenBackend(ModelBackend):
    """Says what somebody may do; never who somebody is."""

    def authenticate(self, request: HttpRequest | None, **credentials: Any) -> None:  # type: ignore[override]
        return None
