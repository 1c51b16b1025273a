"""What makes the public site out of date beside publishing."""

from typing import Any

from eloket.website.services import bump_version


def on_restriction(sender: Any, **kwargs: Any) -> None:
    """A page is closed off or opened: lists and search show it no longer, or again."""
    bump_version()
