"""The history of a zaak in words, for colleagues."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from eloket.zaken.services import Gebeurtenis, names_of


@dataclass(frozen=True, slots=True)
class Regel:
    op: date | datetime
    wat: str
    tekst: str
    door: str

    @property
    def heeft_tijd(self) -> bool:
        return isinstance(self.op, datetime)


def in_words(gebeurtenissen: Iterable[Gebeurtenis]) -> list[Regel]:
    """Each in a line; login names become names."""
    found = list(gebeurtenissen)
    names = names_of(login for each in found if each.soort == "toewijzing" for login in _people(each))
    return [Regel(each.op, _what(each, names), each.tekst, each.door) for each in found]


def _what(gebeurtenis: Gebeurtenis, names: dict[str, str]) -> str:
    if gebeurtenis.soort == "toewijzing":
        return _assigned(gebeurtenis, names)
    words = {
        "opening": _("De zaak begint: %s"),
        "status": _("Status: %s"),
        "notitie": _("Notitie voor collega's"),
        "document": _("Document erbij: %s"),
        "besluit": _("Besluit: %s"),
        "bekendmaking": _("Besluit bekendgemaakt: %s"),
        "opschorting": _("De klok gaat stilstaan"),
        "hervatting": _("De klok loopt weer"),
        "verlenging": _("De termijn is verlengd met %s"),
        "verzoek": _("Gevraagd aan de inwoner"),
        "antwoord": _("De inwoner antwoordt"),
        "raadpleging": _("Bekeken: %s"),
    }[gebeurtenis.soort]
    return words % gebeurtenis.titel if "%s" in words else words


def _people(gebeurtenis: Gebeurtenis) -> list[str]:
    return gebeurtenis.titel.split("/")[:2]


def _assigned(gebeurtenis: Gebeurtenis, names: dict[str, str]) -> str:
    van, naar, team = gebeurtenis.titel.split("/")
    who = names.get(naar, _("niemand"))
    words = _("Van %(van)s naar %(naar)s") if van else _("Toegewezen aan %(naar)s")
    told = words % {"van": names.get(van, van), "naar": who}
    return f"{told} ({team})" if team else told
