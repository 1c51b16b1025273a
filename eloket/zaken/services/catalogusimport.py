"""Taking over zaaktypen from another register: look first, then make concepts. Nothing in force changes."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from eloket.zaken.models import Catalogus, Zaaktype
from eloket.zaken.services.catalogusbestand import Json
from eloket.zaken.services.cataloguslezen import (
    Fields,
    Gelezen,
    count_loose,
    read_catalogussen,
    read_zaaktypen,
)


class Actie(StrEnum):
    """What becomes of one version in the file."""

    NIEUW = "nieuw"
    VERVANGEN = "vervangen"  # a concept that is here already
    BLIJFT = "blijft"
    KAN_NIET = "kan niet"


@dataclass(frozen=True, slots=True)
class Voorstel:
    """One version in the file. `meldingen`: Dutch sentences on what does not fit."""

    identificatie: str
    omschrijving: str
    begin_geldigheid: date | None
    actie: Actie
    stappen: int
    resultaten: int
    meldingen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verslag:
    """What would become, or became, of a file."""

    voorstellen: tuple[Voorstel, ...]
    meldingen: tuple[str, ...]

    def count(self, *acties: Actie) -> int:
        return sum(each.actie in acties for each in self.voorstellen)

    @property
    def te_doen(self) -> int:
        return self.count(Actie.NIEUW, Actie.VERVANGEN)


def examine_catalogus(lists: dict[str, list[Json]], *, bijwerken: bool = False) -> Verslag:
    """What `import_catalogus` would do. Writes nothing."""
    judged = _judge(read_zaaktypen(lists), bijwerken=bijwerken)
    loose = count_loose(lists)
    told = ngettext(
        "%d onderdeel hoort bij geen zaaktype in dit bestand en blijft weg.",
        "%d onderdelen horen bij geen zaaktype in dit bestand en blijven weg.",
        loose,
    )
    return Verslag(
        voorstellen=tuple(_to_voorstel(gelezen, actie) for gelezen, actie in judged),
        meldingen=(told % loose,) if loose else (),
    )


def import_catalogus(lists: dict[str, list[Json]], *, bijwerken: bool = False) -> Verslag:
    """Make a concept of every version that is not here yet; all or nothing, and again changes nothing.

    `bijwerken`: also replace concepts that are here already. A published version always stays as it is.
    """
    verslag = examine_catalogus(lists, bijwerken=bijwerken)
    catalogussen = read_catalogussen(lists)
    with transaction.atomic():
        for gelezen, actie in _judge(read_zaaktypen(lists), bijwerken=bijwerken):
            if actie in (Actie.NIEUW, Actie.VERVANGEN):
                _place(gelezen, catalogussen.get(gelezen.catalogus))
    return verslag


def _judge(found: list[Gelezen], *, bijwerken: bool) -> list[tuple[Gelezen, Actie]]:
    here = {
        (identificatie, begin): concept
        for identificatie, begin, concept in Zaaktype.objects.values_list(
            "identificatie", "begin_geldigheid", "concept"
        )
    }
    seen: set[tuple[str, date]] = set()
    judged = []
    for gelezen in found:
        key = (gelezen.zaaktype["identificatie"], gelezen.zaaktype["begin_geldigheid"])
        reason = _why_not(gelezen, twice=key in seen)
        seen.add(key)
        if reason:
            gelezen.meldingen.append(reason)
            judged.append((gelezen, Actie.KAN_NIET))
        elif key not in here:
            judged.append((gelezen, Actie.NIEUW))
        else:
            judged.append((gelezen, Actie.VERVANGEN if bijwerken and here[key] else Actie.BLIJFT))
    return judged


def _why_not(gelezen: Gelezen, *, twice: bool) -> str:
    if not gelezen.zaaktype["identificatie"]:
        return _("Er is geen identificatie. Geef het zaaktype er een in het andere register.")
    if not gelezen.zaaktype["omschrijving"]:
        return _("Er is geen omschrijving. Geef het zaaktype er een in het andere register.")
    if gelezen.zaaktype["begin_geldigheid"] is None:
        return _("De begindatum ontbreekt of klopt niet.")
    return _("Deze versie staat twee keer in het bestand.") if twice else ""


def _place(gelezen: Gelezen, catalogus: Fields | None) -> None:
    fields = {**gelezen.zaaktype, "catalogus": _find_catalogus(catalogus)}
    key = {name: fields.pop(name) for name in ("identificatie", "begin_geldigheid")}
    zaaktype, is_new = Zaaktype.objects.update_or_create(
        **key, concept=True, defaults=fields, create_defaults={**fields, **key, "concept": True}
    )
    for part, rows in gelezen.onderdelen.items():
        manager = getattr(zaaktype, part)
        if not is_new:
            manager.model.objects.filter(zaaktype=zaaktype).delete()
        manager.model.objects.bulk_create(manager.model(zaaktype=zaaktype, **row) for row in rows)


def _find_catalogus(fields: Fields | None) -> Catalogus | None:
    if fields is None:
        return None
    key = {name: fields[name] for name in ("domein", "rsin")}
    return Catalogus.objects.get_or_create(**key, defaults={"naam": fields["naam"]})[0]


def _to_voorstel(gelezen: Gelezen, actie: Actie) -> Voorstel:
    return Voorstel(
        identificatie=gelezen.zaaktype["identificatie"],
        omschrijving=gelezen.zaaktype["omschrijving"],
        begin_geldigheid=gelezen.zaaktype["begin_geldigheid"],
        actie=actie,
        stappen=len(gelezen.onderdelen["statustypen"]),
        resultaten=len(gelezen.onderdelen["resultaattypen"]),
        meldingen=tuple(dict.fromkeys(gelezen.meldingen)),
    )
