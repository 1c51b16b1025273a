"""Words with `{variabelen}` in them: which there are, which a text names, and what they become."""

import re
from collections.abc import Iterable, Mapping

from django.db import models
from django.utils.translation import gettext_lazy as _

_VARIABELE = re.compile(r"\{([^{}\n]{0,60})\}")


class Tekstsoort(models.TextChoices):
    """What a text is for."""

    STATUS = "status", _("toelichting bij een status")
    AANVULLING = "aanvulling", _("vraag om meer informatie")
    OPSCHORTING = "opschorting", _("waarom de klok stilstaat")
    VERLENGING = "verlenging", _("waarom er meer tijd nodig is")
    BESLUIT = "besluit", _("besluit")
    BRIEF = "brief", _("brief")


OVERAL = (
    "zaaknummer",
    "product",
    "omschrijving",
    "naam gemeente",
    "telefoon",
    "vandaag",
    "uiterste datum",
    "verwachte datum",
)
VARIABELEN: Mapping[str, tuple[str, ...]] = {
    Tekstsoort.STATUS: OVERAL,
    Tekstsoort.AANVULLING: (*OVERAL, "hersteltermijn", "soort document"),
    Tekstsoort.OPSCHORTING: (*OVERAL, "eerste dag"),
    Tekstsoort.VERLENGING: (*OVERAL, "hoeveel langer"),
    Tekstsoort.BESLUIT: (*OVERAL, "besluit", "datum besluit", "geldt vanaf", "geldt tot en met"),
    Tekstsoort.BRIEF: OVERAL,
}


def find_variabelen(tekst: str) -> list[str]:
    """The names between braces, in order, each once."""
    return list(dict.fromkeys(_clean(found) for found in _VARIABELE.findall(tekst)))


def find_unknown(tekst: str, soort: str) -> list[str]:
    """What a text of this kind names that will never be filled in; a brace without its other half as well."""
    unknown = [f"{{{name}}}" for name in find_variabelen(tekst) if name not in VARIABELEN[soort]]
    return [*unknown, *(brace for brace in "{}" if brace in _VARIABELE.sub("", tekst))]


def find_open(tekst: str, soort: str) -> list[str]:
    """The variables of this kind that nobody filled in yet; other words between braces are just words."""
    return [name for name in find_variabelen(tekst) if name in VARIABELEN[soort]]


def fill(tekst: str, waarden: Mapping[str, str]) -> str:
    """The text with each value that is known; a variable without one stays as it stands."""
    return _VARIABELE.sub(lambda found: waarden.get(_clean(found[1]), "") or found[0], tekst)


def spell_names(soorten: Iterable[str]) -> str:
    """The variables of these kinds, to show beside a text."""
    names = dict.fromkeys(name for soort in soorten for name in VARIABELEN[soort])
    return ", ".join(f"{{{name}}}" for name in names)


def _clean(name: str) -> str:
    return " ".join(name.lower().split())
