"""What another catalogue names, found back in ours: themes, life events and national names.

Nothing is made here. What we do not have is told, so that a redacteur decides.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.models import Locale

from eloket.producten.models import (
    LevensgebeurtenisPage,
    Organisatie,
    ProductAfspraaksoort,
    ProductFormulier,
    ProductTarief,
    ThemaPage,
    UniformeProductnaam,
)
from eloket.producten.models.zichtbaar import CatalogusPage
from eloket.producten.overname.aanbod import Upn

# Column: the rows of ours that it may name, and by what.
WIJZERS: dict[str, tuple[type[Model], str, str]] = {
    "tarieven": (ProductTarief, "tarief", "code"),
    "formulieren": (ProductFormulier, "formulier", "slug"),
    "afspraaksoorten": (ProductAfspraaksoort, "afspraaksoort", "code"),
}


@dataclass
class Namen:
    """Ids by what they are called; read once per file."""

    themas: dict[str, int]
    levensgebeurtenissen: dict[str, int]
    organisaties: dict[str, int]
    upns: dict[str, tuple[int, bool]] = field(default_factory=dict)
    wijzers: dict[str, set[str]] = field(default_factory=dict)

    @classmethod
    def read(cls, locale: Locale) -> "Namen":
        namen = cls(_groups(ThemaPage, locale), _groups(LevensgebeurtenisPage, locale), _organisaties())
        # What is withdrawn first, so that a current name of the same spelling wins.
        for pk, uri, naam, gone in UniformeProductnaam.objects.order_by("-is_verwijderd", "pk").values_list(
            "pk", "uri", "naam", "is_verwijderd"
        ):
            namen.upns[naam.casefold()] = namen.upns[_uri(uri)] = (pk, gone)
        return namen

    def find_themas(self, words: Iterable[str], told: list[str]) -> list[int]:
        return _find(self.themas, words, told, _("Thema “%s” bestaat hier niet. Voeg het zelf toe."))

    def find_levensgebeurtenissen(self, words: Iterable[str], told: list[str]) -> list[int]:
        text = _("Levensgebeurtenis “%s” bestaat hier niet. Voeg haar zelf toe.")
        return _find(self.levensgebeurtenissen, words, told, text)

    def find_wijzers(self, kolom: str, words: Iterable[str], told: list[str]) -> list[str]:
        """The codes of ours that were named, of a column in `WIJZERS`."""
        if kolom not in self.wijzers:
            self.wijzers[kolom] = _codes(*WIJZERS[kolom])
        wanted = list(dict.fromkeys(words))
        told += [
            _("Kolom %(kolom)s: “%(woord)s” bestaat hier niet.") % {"kolom": kolom, "woord": word[:100]}
            for word in wanted
            if word not in self.wijzers[kolom]
        ]
        return [word for word in wanted if word in self.wijzers[kolom]]

    def find_organisatie(self, words: Iterable[str], told: list[str]) -> int | None:
        text = _("Organisatie “%s” bestaat hier niet. Voeg haar zelf toe.")
        return next(iter(_find(self.organisaties, words, told, text)), None)

    def find_upns(self, wanted: Iterable[Upn], told: list[str]) -> list[int]:
        """The ids, each once. A withdrawn name comes along with a warning; an unknown one stays out."""
        found: dict[int, None] = {}
        for upn in wanted:
            word = upn.naam or upn.uri
            hit = self.upns.get(_uri(upn.uri)) or self.upns.get(upn.naam.casefold())
            if hit is None:
                told.append(_("Uniforme productnaam “%s” staat niet in de UPL; weggelaten.") % word[:100])
                continue
            if hit[1]:
                told.append(_("Uniforme productnaam “%s” is vervallen. Kies een andere.") % word[:100])
            found[hit[0]] = None
        return list(found)


def _find(known: dict[str, int], words: Iterable[str], told: list[str], text: str) -> list[int]:
    found: dict[int, None] = {}
    for word in words:
        hit = known.get(word.strip().casefold()) or known.get(slugify(word))
        if hit is None:
            told.append(text % word.strip()[:100])
        else:
            found[hit] = None
    return list(found)


def _organisaties() -> dict[str, int]:
    known: dict[str, int] = {}
    for pk, naam, code, uri in Organisatie.objects.order_by("pk").values_list("pk", "naam", "code", "uri"):
        short = naam.casefold().removeprefix("gemeente ")
        known |= {naam.casefold(): pk, short: pk, code: pk, **({uri.casefold(): pk} if uri else {})}
    return known


def _codes(kind: type[Model], target: str, key: str) -> set[str]:
    related: Any = kind._meta.get_field(target).related_model
    return set(related._default_manager.values_list(key, flat=True))


def _groups(kind: type[CatalogusPage], locale: Locale) -> dict[str, int]:
    known: dict[str, int] = {}
    for pk, title, slug in (
        kind.objects.filter(locale=locale).order_by("pk").values_list("pk", "title", "slug")
    ):
        known[title.casefold()] = known[slug] = pk
    return known


def _uri(uri: str) -> str:
    """Lists differ in http and https."""
    return uri.strip().removeprefix("https://").removeprefix("http://")
