"""Where a field stands on the edit screen, so that a message can point at it."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse


def find_ankers(handler: Any) -> dict[str, str]:
    """The id of the panel of each field and relation below this edit handler, as Wagtail writes it."""
    return dict(_walk(handler, "panel", None))


def edit_url(page: Any, veld: str = "") -> str:
    """The edit screen of this page, at this field when it is there."""
    anker = find_ankers(page.get_edit_handler()).get(veld, "")
    return reverse("wagtailadmin_pages:edit", args=[page.pk]) + (f"#{anker}" if anker else "")


def _walk(panel: Any, prefix: str, section: str | None) -> Iterator[tuple[str, str]]:
    """Only what stands directly in a tab has a section of its own; what is inside leads to that."""
    name = getattr(panel, "field_name", None) or getattr(panel, "relation_name", None)
    if name and section:
        yield name, f"{section}-section"
    is_tab = type(panel).__name__ == "ObjectList"
    names = getattr(panel, "child_identifiers", [])
    for child, identifier in zip(getattr(panel, "children", []), names, strict=True):
        inside = f"{prefix}-child-{identifier}"
        yield from _walk(child, inside, f"{prefix}-{identifier}" if is_tab else section)
