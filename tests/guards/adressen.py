"""Every address of our own: views of eloket, and of Wagtail's screens the list of each model of ours."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True)
class Adres:
    pattern: str
    name: str


def own_addresses() -> list[Adres]:
    return sorted(set(walk(get_resolver(), "", "")), key=lambda adres: (adres.pattern, adres.name))


def walk(resolver: Any, prefix: str, namespace: str) -> Iterator[Adres]:
    for entry in resolver.url_patterns:
        pattern = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from walk(entry, pattern, namespace + (f"{entry.namespace}:" if entry.namespace else ""))
        elif is_own(entry, pattern, namespace + (entry.name or "")):
            yield Adres(pattern, namespace + (entry.name or ""))


def is_own(entry: URLPattern, pattern: str, name: str) -> bool:
    view = getattr(entry.callback, "view_class", entry.callback)
    if view.__module__.startswith("eloket."):
        return True
    if not pattern.startswith("beheer/"):
        return True
    model = getattr(entry.callback, "view_initkwargs", {}).get("model")
    return getattr(model, "__module__", "").startswith("eloket.") and name.endswith(":list")
