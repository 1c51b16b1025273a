"""The day itself: who arrived, who was served, who did not come. Each step can be undone."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.formats import date_format
from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext as _

from eloket.afspraken.models import Afspraak, AfspraakStatus, Kanaal, Voorval
from eloket.afspraken.services.bord import Bordregel, to_bordregel
from eloket.afspraken.services.referentie import read_referentie

GEBOEKT, AANGEKOMEN = AfspraakStatus.GEBOEKT, AfspraakStatus.AANGEKOMEN
GEHOLPEN, NIET_VERSCHENEN = AfspraakStatus.GEHOLPEN, AfspraakStatus.NIET_VERSCHENEN
AFGEROND = (GEHOLPEN, NIET_VERSCHENEN)
NAAR = {GEBOEKT: (AANGEKOMEN, *AFGEROND), AANGEKOMEN: AFGEROND}
ONGEDAAN = "ongedaan"
INGEZIEN = "ingezien"
EEN_KEER_PER = timedelta(hours=1)


class NietMogelijk(Exception):
    """This cannot be done now; the text says why, for the employee."""


@dataclass(frozen=True, slots=True)
class Stap:
    """What an employee can say of an afspraak; `sleutel` is a status, or `ONGEDAAN`."""

    sleutel: str
    label: str


@dataclass(frozen=True, slots=True)
class Gebeurd:
    """Something that happened to an afspraak. `door`: the login name of an employee, "" for who comes."""

    op: datetime
    wat: str
    door: str
    oud_begin: datetime | None


def list_stappen(regel: Bordregel, *, now: datetime) -> list[Stap]:
    """What can be said of it now: nobody arrives on another day or stays away beforehand."""
    steps = [
        Stap(naar, _label(naar, regel.kanaal))
        for naar in NAAR.get(regel.status, ())
        if _why_not(naar, regel.begin, regel.kanaal, now=now) == ""
    ]
    if regel.status not in NAAR or regel.status == AANGEKOMEN:
        steps.append(Stap(ONGEDAAN, _("Ongedaan maken")))
    return steps


def mark_afspraak(id: UUID, naar: str, *, was: str, door: str, now: datetime) -> Afspraak:
    """Say that somebody arrived, was served or did not come; or undo the last of these (`ONGEDAAN`).

    `was`: the status that the employee saw. `door`: their login name. Errors: `NietMogelijk`, also when a
    colleague was first; `Afspraak.DoesNotExist`.
    """
    with transaction.atomic():
        row = Afspraak.objects.select_related("locatie").get(pk=id)
        new = _previous(row) if naar == ONGEDAAN else _check(row, naar, now=now)
        changes = _changes(new, row, now=now)
        if row.status != was or not Afspraak.objects.filter(pk=id, status=was).update(**changes):
            raise NietMogelijk(_("Een collega was u voor. Kijk wat er nu staat."))
        Voorval.objects.create(afspraak=row, op=now, wat=new, door=door[:150])
    row.refresh_from_db(fields=["status", "aangekomen", "afgerond"])
    return row


def check_in(code: str, nummer: str, *, door: str, now: datetime) -> Bordregel:
    """The afspraak with this number arrives at this place; again is no error.

    `nummer`: as somebody typed or read it. Errors: `NietMogelijk` that tells where and when it is, if at all.
    """
    row = _find(nummer)
    if row is None:
        raise NietMogelijk(_("Wij kennen dit nummer niet. Kijk het na, of zoek op de naam."))
    if row.locatie.code != code:
        raise NietMogelijk(_("Deze afspraak is bij %(plek)s.") % {"plek": row.locatie.naam})
    if row.status == GEBOEKT:
        row = mark_afspraak(row.pk, AANGEKOMEN, was=GEBOEKT, door=door, now=now)
    elif row.status != AANGEKOMEN:
        raise NietMogelijk(_("Deze afspraak is al %(status)s.") % {"status": row.get_status_display()})
    return to_bordregel(row, agenda="", met_namen=True)


def note_look(row: Afspraak, *, door: str, now: datetime) -> None:
    """Note that an employee opened who comes; again within the hour changes nothing."""
    seen = row.voorvallen.filter(wat=INGEZIEN, door=door, op__gt=now - EEN_KEER_PER, op__lte=now)
    if not seen.exists():
        Voorval.objects.create(afspraak=row, op=now, wat=INGEZIEN, door=door[:150])


def list_voorvallen(row: Afspraak) -> list[Gebeurd]:
    """What happened to it, the first thing first; who looked is for another report."""
    words = {str(value): str(label) for value, label in AfspraakStatus.choices} | {"verzet": _("verzet")}
    return [
        Gebeurd(each.op, words[each.wat], each.door, each.oud_begin)
        for each in row.voorvallen.all()
        if each.wat in words
    ]


def _find(nummer: str) -> Afspraak | None:
    clean = read_referentie(nummer[:40])
    rows = Afspraak.objects.select_related("locatie").prefetch_related("regels__soort")
    return rows.filter(referentie=clean).first() if clean else None


def _check(row: Afspraak, naar: str, *, now: datetime) -> AfspraakStatus:
    if naar not in AfspraakStatus or naar not in NAAR.get(AfspraakStatus(row.status), ()):
        raise NietMogelijk(
            _("Dat kan niet: de afspraak is %(status)s.") % {"status": row.get_status_display()}
        )
    new = AfspraakStatus(naar)
    if reason := _why_not(new, row.begin, Kanaal(row.kanaal), now=now):
        raise NietMogelijk(reason)
    return new


def _why_not(naar: AfspraakStatus, begin: datetime, kanaal: Kanaal, *, now: datetime) -> str:
    """Why this cannot be said yet, or any more; "" when it can."""
    zone = get_default_timezone()
    dag, vandaag = begin.astimezone(zone).date(), now.astimezone(zone).date()
    if naar == AANGEKOMEN and kanaal != Kanaal.BALIE:
        return _("Hier komt niemand aan: deze afspraak is niet aan de balie.")
    if dag > vandaag or (naar == AANGEKOMEN and dag != vandaag):
        moment = date_format(begin.astimezone(zone), "l j F, H:i")
        return _("Deze afspraak is op %(moment)s uur.") % {"moment": moment}
    if naar == NIET_VERSCHENEN and begin > now:
        return _("Het is nog geen tijd voor deze afspraak.")
    return ""


def _previous(row: Afspraak) -> AfspraakStatus:
    if row.status in AFGEROND:
        return AANGEKOMEN if row.aangekomen else GEBOEKT
    if row.status == AANGEKOMEN:
        return GEBOEKT
    raise NietMogelijk(_("Er is niets om ongedaan te maken."))


def _changes(new: AfspraakStatus, row: Afspraak, *, now: datetime) -> dict[str, Any]:
    """The columns that go with a status."""
    arrived = {GEBOEKT: None, AANGEKOMEN: row.aangekomen or now}.get(new, row.aangekomen)
    return {"status": new, "aangekomen": arrived, "afgerond": now if new in AFGEROND else None}


def _label(naar: AfspraakStatus, kanaal: Kanaal) -> str:
    words = {
        (GEHOLPEN, Kanaal.TELEFOON): _("Gesproken"),
        (NIET_VERSCHENEN, Kanaal.TELEFOON): _("Nam niet op"),
        (GEHOLPEN, Kanaal.HUISBEZOEK): _("Geweest"),
        (NIET_VERSCHENEN, Kanaal.HUISBEZOEK): _("Niemand thuis"),
        (AANGEKOMEN, Kanaal.BALIE): _("Aangekomen"),
        (GEHOLPEN, Kanaal.BALIE): _("Geholpen"),
        (NIET_VERSCHENEN, Kanaal.BALIE): _("Niet verschenen"),
    }
    return words[naar, kanaal]
