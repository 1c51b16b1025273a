"""The address of a product, as near as can be to where it stood."""

import re
from collections.abc import Container
from urllib.parse import urlsplit

from django.utils.text import slugify

MAX_TEKENS = 100


def slug_of_url(url: str) -> str:
    """The last part of an address when it reads like a name; else ""."""
    try:
        last = urlsplit(url).path.rstrip("/").rpartition("/")[2]
    except ValueError:
        return ""
    good = re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", last) and re.search(r"[a-z]{3}", last)
    return last if good and len(last) <= MAX_TEKENS and last not in ("index", "product", "producten") else ""


def make_slug(wanted: str, titel: str) -> str:
    """A slug; "product" for a title without a single letter of our alphabet."""
    return slugify(wanted)[:MAX_TEKENS].strip("-") or slugify(titel)[:MAX_TEKENS].strip("-") or "product"


def free_slug(slug: str, taken: Container[str]) -> str:
    """This slug, or the first with a number behind it that nobody has."""
    number, free = 1, slug
    while free in taken:
        number += 1
        free = f"{slug}-{number}"
    return free
