"""Which forms there are, and what they ask: told by the app above, which knows them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

_tellers: list[Callable[[], list["Formulierkeuze"]]] = []


@dataclass(frozen=True, slots=True)
class Formulierkeuze:
    """A form that can lead to a product. `vragen`: what each question is called, by its key."""

    slug: str
    titel: str
    vragen: Mapping[str, str] = field(default_factory=dict)


def provide_formulieren(tell: Callable[[], list[Formulierkeuze]]) -> None:
    """Called once, by the app that has the forms."""
    if tell not in _tellers:
        _tellers.append(tell)


def list_formulieren() -> list[Formulierkeuze]:
    """Every form that is on the site."""
    return [each for tell in _tellers for each in tell()]


def find_formulier(slug: str) -> Formulierkeuze | None:
    return next((each for each in list_formulieren() if each.slug == slug), None)
