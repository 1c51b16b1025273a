"""From the objects of a ZGW catalogus to the fields of our own tables, and what does not fit. No database.

What a file says is looked at value by value: what is too long is cut, what makes no sense is left out, and
both are told.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from eloket.zaken.regels import (
    Afleidingswijze,
    Archiefnominatie,
    Richting,
    RolOmschrijving,
    Vertrouwelijkheid,
)
from eloket.zaken.services.catalogusbestand import Json
from eloket.zaken.termijnen import InvalidDuur, parse_duur

Fields = dict[str, Any]
LONGEST = 200 * 366  # days: no term is longer, and the calendar does not end

#: What ZGW holds of a zaaktype and we have no place for; told when it says something.
NO_PLACE = {
    "deelzaaktypen": gettext_lazy("deelzaaktypen"),
    "gerelateerde_zaaktypen": gettext_lazy("gerelateerde zaaktypen"),
    "zaakobjecttypen": gettext_lazy("zaakobjecttypen"),
    "producten_of_diensten": gettext_lazy("producten of diensten"),
    "selectielijst_procestype": gettext_lazy("procestype van de selectielijst"),
}


@dataclass
class Gelezen:
    """One version of a zaaktype as the file tells it: fields by table, and what to look at."""

    zaaktype: Fields
    onderdelen: dict[str, list[Fields]]
    catalogus: str
    meldingen: list[str] = field(default_factory=list)


def read_zaaktypen(lists: dict[str, list[Json]]) -> list[Gelezen]:
    """Every zaaktype of the file, in its order, with the parts that name it."""
    return [_read_zaaktype(found, lists) for found in lists["ZaakType"]]


def count_loose(lists: dict[str, list[Json]]) -> int:
    """How many parts belong to no zaaktype of this file."""
    known = {_text(found.get("url")) for found in lists["ZaakType"]}
    kinds = ("StatusType", "ResultaatType", "RolType", "Eigenschap", "ZaakTypeInformatieObjectType")
    return sum(_text(found.get("zaaktype")) not in known for kind in kinds for found in lists[kind])


def read_catalogussen(lists: dict[str, list[Json]]) -> dict[str, Fields]:
    """The catalogussen by their url, as far as their domein and RSIN hold."""
    found = {}
    for each in lists["Catalogus"]:
        domein, rsin = _text(each.get("domein")), _text(each.get("rsin"))
        if re.fullmatch(r"[A-Z]{5}", domein) and re.fullmatch(r"[0-9]{9}", rsin):
            naam = _text(each.get("naam"))[:200]
            found[_text(each.get("url"))] = {"domein": domein, "rsin": rsin, "naam": naam}
    return found


def _read_zaaktype(found: Json, lists: dict[str, list[Json]]) -> Gelezen:
    told: list[str] = []
    lezer = _Lezer(told)
    url = _text(found.get("url"))
    gelezen = Gelezen(_zaaktype(found, lezer), {}, _text(found.get("catalogus")), told)
    makers: dict[str, tuple[Iterable[Json], Callable[[Json, _Lezer], Fields], str]] = {
        "statustypen": (_of(lists["StatusType"], url), _statustype, "volgnummer"),
        "resultaattypen": (_of(lists["ResultaatType"], url), _resultaattype, "omschrijving"),
        "roltypen": (_of(lists["RolType"], url), _roltype, "omschrijving"),
        "eigenschapnamen": (_of(lists["Eigenschap"], url), _eigenschap, "naam"),
        "informatieobjecttypen": (_documents(lists, url), _informatieobjecttype, "omschrijving"),
        "besluittypen": (_besluiten(found, lists, url), _besluittype, "omschrijving"),
    }
    for part, (objects, make, key) in makers.items():
        gelezen.onderdelen[part] = lezer.unique(part, (make(each, lezer) for each in objects), key)
    told += _tell_rest(found, gelezen)
    return gelezen


def _zaaktype(found: Json, lezer: "_Lezer") -> Fields:
    omschrijving = lezer.text(found, "omschrijving", 80)
    begin, einde = _date(found.get("begin_geldigheid")), _date(found.get("einde_geldigheid"))
    verlenging = lezer.duur(found, "verlengingstermijn")
    return {
        "identificatie": lezer.identificatie(found),
        "omschrijving": omschrijving,
        "omschrijving_burger_nl": omschrijving,
        "begin_geldigheid": begin,
        "einde_geldigheid": einde if begin and einde and einde > begin else None,
        "servicenorm": lezer.duur(found, "servicenorm"),
        "doorlooptijd": lezer.duur(found, "doorlooptijd")
        or lezer.say("P8W", _("Geen wettelijke termijn: wij nemen P8W.")),
        "opschorting_mogelijk": found.get("opschorting_en_aanhouding_mogelijk") is True,
        "verlenging_mogelijk": found.get("verlenging_mogelijk") is True and bool(verlenging),
        "verlengingstermijn": verlenging,
        "vertrouwelijkheidaanduiding": lezer.level(found),
    }


def _statustype(found: Json, lezer: "_Lezer") -> Fields:
    number = found.get("volgnummer")
    return {
        "volgnummer": number if type(number) is int and 1 <= number <= 9999 else None,
        "omschrijving": lezer.text(found, "omschrijving", 80),
        "statustekst": lezer.text(found, "statustekst", 1000),
        "informeren": found.get("informeren") is True,
    }


def _resultaattype(found: Json, lezer: "_Lezer") -> Fields:
    naam = lezer.text(found, "omschrijving", 20)
    brondatum = found.get("brondatum_archiefprocedure")
    bron: Json = brondatum if isinstance(brondatum, dict) else {}
    nominatie = _one_of(found.get("archiefnominatie"), Archiefnominatie.values)
    termijn = lezer.duur(found, "archiefactietermijn")
    if nominatie == Archiefnominatie.VERNIETIGEN and not termijn:
        nominatie = lezer.say("", _("Resultaat “%s”: vernietigen zonder termijn. Vul die in.") % naam)
    return {
        "omschrijving": naam,
        "archiefnominatie": nominatie,
        "archiefactietermijn": termijn,
        **_brondatum(naam, bron, lezer),
        "selectielijstklasse": lezer.url(found, "selectielijstklasse"),
    }


def _brondatum(naam: str, bron: Json, lezer: "_Lezer") -> Fields:
    wijze = _one_of(bron.get("afleidingswijze"), Afleidingswijze.values)
    kenmerk = lezer.text(bron, "datumkenmerk", 80)
    procestermijn = lezer.duur(bron, "procestermijn")
    lacks = (wijze == Afleidingswijze.EIGENSCHAP and not kenmerk) or (
        wijze == Afleidingswijze.TERMIJN and not procestermijn
    )
    if not wijze or lacks:
        asked = _text(bron.get("afleidingswijze"))[:40] or "–"
        text = _("Resultaat “%(naam)s”: “%(wijze)s” rekenen wij niet uit. Iemand vult die datum later in.")
        wijze = lezer.say(Afleidingswijze.ANDER_DATUMKENMERK.value, text % {"naam": naam, "wijze": asked})
    return {"afleidingswijze": wijze, "datumkenmerk": kenmerk, "procestermijn": procestermijn}


def _roltype(found: Json, lezer: "_Lezer") -> Fields:
    return {
        "omschrijving": lezer.text(found, "omschrijving", 100),
        "omschrijving_generiek": _one_of(found.get("omschrijving_generiek"), RolOmschrijving.values) or None,
    }


def _eigenschap(found: Json, lezer: "_Lezer") -> Fields:
    return {"naam": lezer.text(found, "naam", 20), "definitie": lezer.text(found, "definitie", 255)}


def _informatieobjecttype(found: Json, lezer: "_Lezer") -> Fields:
    return {
        "omschrijving": lezer.text(found, "omschrijving", 80),
        "richting": _one_of(found.get("richting"), Richting.values) or Richting.INTERN.value,
        "vertrouwelijkheidaanduiding": lezer.level(found),
    }


def _besluittype(found: Json, lezer: "_Lezer") -> Fields:
    return {
        "omschrijving": lezer.text(found, "omschrijving", 80),
        "reactietermijn": lezer.duur(found, "reactietermijn"),
    }


def _of(objects: list[Json], url: str) -> list[Json]:
    return [each for each in objects if url and _text(each.get("zaaktype")) == url]


def _documents(lists: dict[str, list[Json]], url: str) -> list[Json]:
    """The informatieobjecttypen that the zaaktype is tied to, each with its richting."""
    by_name: dict[str, Json] = {}
    for each in lists["InformatieObjectType"]:
        by_name[_text(each.get("omschrijving"))] = by_name[_text(each.get("url"))] = each
    ties = _of(lists["ZaakTypeInformatieObjectType"], url)
    return [
        {**by_name[_text(tie.get("informatieobjecttype"))], "richting": tie.get("richting")}
        for tie in ties
        if _text(tie.get("informatieobjecttype")) in by_name
    ]


def _besluiten(found: Json, lists: dict[str, list[Json]], url: str) -> list[Json]:
    """Either side may name the other."""
    named = {_text(each) for each in _list(found.get("besluittypen"))}
    return [
        each
        for each in lists["BesluitType"]
        if _text(each.get("url")) in named - {""}
        or url in {_text(own) for own in _list(each.get("zaaktypen"))} - {""}
    ]


def _tell_rest(found: Json, gelezen: Gelezen) -> list[str]:
    told = []
    left = [str(naam) for key, naam in NO_PLACE.items() if found.get(key)]
    if left:
        told.append(_("Niet overgenomen: %s.") % ", ".join(left))
    if found.get("indicatie_intern_of_extern") == "intern":
        told.append(_("Dit is een intern zaaktype. Publiceer het alleen als inwoners de zaak mogen volgen."))
    if not gelezen.onderdelen["statustypen"]:
        told.append(_("Er zijn geen stappen. Voeg die toe voordat u publiceert."))
    if not gelezen.onderdelen["resultaattypen"]:
        told.append(_("Er zijn geen resultaten. Voeg die toe voordat u publiceert."))
    return told


@dataclass
class _Lezer:
    """Reads values of one zaaktype, and tells what it had to change."""

    told: list[str]

    def say(self, value: str, text: str) -> str:
        self.told.append(text)
        return value

    def text(self, found: Json, key: str, longest: int) -> str:
        text = _text(found.get(key)).strip()
        if len(text) <= longest:
            return text
        cut = text[:longest].rstrip()
        return self.say(cut, _("Te lang en dus ingekort: “%s…”.") % cut[:60])

    def duur(self, found: Json, key: str) -> str:
        text = _text(found.get(key)).strip().upper()
        try:
            duur = parse_duur(text)
        except InvalidDuur:
            asked = {"naam": key.replace("_", " "), "waarde": text[:40]}
            return (
                self.say("", _("De termijn “%(waarde)s” (%(naam)s) kennen wij niet.") % asked) if text else ""
            )
        if len(text) > 20 or not (duur.jaren or duur.maanden or duur.dagen) or duur.jaren > 500:
            return ""
        return text

    def level(self, found: Json) -> str:
        level = _one_of(found.get("vertrouwelijkheidaanduiding"), Vertrouwelijkheid.values)
        return level or Vertrouwelijkheid.ZAAKVERTROUWELIJK.value

    def url(self, found: Json, key: str) -> str:
        text = _text(found.get(key))
        return text if len(text) <= 1000 and re.fullmatch(r"https?://[^\s<>\"]+", text) else ""

    def identificatie(self, found: Json) -> str:
        value = found.get("identificatie")
        text = str(value) if type(value) is int else _text(value)
        clean = re.sub(r"[^\w.-]+", "-", text.strip())[:50].strip("-")
        if clean != text:
            asked = {"oud": text[:60], "nieuw": clean}
            return self.say(clean, _("De identificatie “%(oud)s” wordt hier “%(nieuw)s”.") % asked)
        return clean

    def unique(self, part: str, rows: Iterable[Fields], key: str) -> list[Fields]:
        """The rows that can be kept: with a name, and each name once."""
        kept: dict[Any, Fields] = {}
        for row in rows:
            complete = all(value is not None for value in row.values()) and row.get("omschrijving") != ""
            if not complete or row[key] in ("", *kept):
                naam = part.replace("eigenschapnamen", "eigenschappen")
                self.say("", _("Een van de %s past niet of staat er twee keer in, en blijft weg.") % naam)
            else:
                kept[row[key]] = row
        return list(kept.values())


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _date(value: Any) -> date | None:
    try:
        return date.fromisoformat(_text(value))
    except ValueError:
        return None


def _one_of(value: Any, allowed: list[str]) -> str:
    return value if isinstance(value, str) and value in allowed else ""
