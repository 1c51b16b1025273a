"""Tokens from a design-tokens file: nested names, or a list with the path of each."""

import json
import re
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from eloket.website.tokens.waarden import Tokenset, TokensGeweigerd, make_tokenset

VERWIJZING = re.compile(r"\{([\w .-]+)\}")
MAX_DIEP = 20
HOOFDLETTER = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def read_json(text: str) -> Tokenset:
    """The tokens of this file. Errors: `TokensGeweigerd`."""
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        raise TokensGeweigerd(_("Dit bestand is geen goed JSON-bestand.")) from None
    return make_tokenset((_name(path), text) for path, value in _walk(content) if (text := _write(value)))


def _walk(content: Any) -> Iterator[tuple[list[str], Any]]:
    """Path and value of every token. A stack instead of recursion: the file decides how deep it is."""
    stack: list[tuple[list[str], Any]] = [([], content)]
    while stack:
        path, node = stack.pop()
        if len(path) > MAX_DIEP:
            raise TokensGeweigerd(_("Dit bestand heeft te veel lagen onder elkaar."))
        if isinstance(node, list):
            stack.extend((_path_of(each), each) for each in reversed(node))
        elif isinstance(node, dict) and (key := next((k for k in ("$value", "value") if k in node), None)):
            yield path, node[key]
        elif isinstance(node, dict):
            stack.extend(([*path, str(name)], each) for name, each in reversed(node.items()))


def _path_of(node: Any) -> list[str]:
    path = node.get("path") if isinstance(node, dict) else None
    return [str(part) for part in path] if isinstance(path, list) else []


def _name(path: list[str]) -> str:
    """`["utrecht", "link", "fontSize"]` is --utrecht-link-font-size."""
    words = (HOOFDLETTER.sub("-", part).lower().replace(" ", "-").replace(".", "-") for part in path)
    return "--" + "-".join(words)


def _write(value: Any) -> str:
    """The value as CSS; "" for a composite one (a shadow, a border), of which the parts count."""
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(_write(each) for each in value if not isinstance(each, dict | list))
    if isinstance(value, int | float):
        return str(value)
    if not isinstance(value, str):
        return ""
    return VERWIJZING.sub(lambda found: f"var({_name(found[1].split('.'))})", value)
