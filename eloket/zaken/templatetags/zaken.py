"""What the `zaak_*` components say about a zaak: the same words for the resident and for the KCC."""

from dataclasses import replace
from datetime import date, datetime
from typing import Literal

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from eloket.lib import klok
from eloket.lib.hoedanigheid import Hoedanigheid
from eloket.lib.tekst import Tekst
from eloket.website.services import Rij, Stap
from eloket.zaken.regels import Archiefnominatie, Controle, RolOmschrijving
from eloket.zaken.services import (
    OUD,
    Archiefuitkomst,
    Betrokkene,
    Datums,
    Dossier,
    Status,
    Zaak,
    Zaakuitleg,
    explain_zaak,
    get_datums,
)

register = template.Library()


@register.filter
def in_woorden(day: date | datetime) -> str:
    """A date as people write it: 12 november 2026."""
    if isinstance(day, datetime):
        day = day.astimezone(timezone.get_default_timezone())
    return date_format(day, "j F Y")


@register.filter
def bron_in_woorden(bron: str) -> str:
    """The register where a zaak stands, where a gemeente has two of them."""
    return _("ons oude systeem") if bron == OUD else _("ons nieuwe systeem")


@register.filter
def zaak_toon(zaak: Zaak) -> str:
    """The tone of the badge: what is finished looks different from what still runs."""
    return "active" if zaak.is_open else "success"


@register.filter
def zaak_label(zaak: Zaak) -> str:
    """The state in one or two words."""
    return str(zaak.status.statustype.omschrijving) if zaak.status else _("Ontvangen")


@register.filter
def statustekst(zaak: Zaak) -> str:
    """What happens now, in the words of the zaaktype."""
    return str(zaak.status.statustype.statustekst) if zaak.status else ""


@register.filter
def toelichting(zaak: Zaak) -> Tekst:
    """What the behandelaar wrote with the current status."""
    return _written(zaak.status.toelichting if zaak.status else "", zaak)


@register.filter
def verwacht(zaak: Zaak) -> str:
    """One sentence on when it is ready; empty when nothing is known."""
    if zaak.einddatum:
        return _("Afgerond op %s.") % in_woorden(zaak.einddatum)
    return _until_when(zaak, get_datums(zaak, vandaag=klok.today()), klok.today())


@register.filter
def heeft_datum(zaak: Zaak) -> bool:
    """Whether there is a date to explain."""
    return bool(zaak.einddatum_gepland or zaak.uiterlijke_einddatum_afdoening)


@register.filter
def archief_in_woorden(found: Zaak | Archiefuitkomst) -> str:
    """Keep or destroy, and when."""
    if isinstance(found, Zaak):
        nominatie, day = found.archiefnominatie, found.archiefactiedatum
    else:
        nominatie, day = found.nominatie, found.datum
    if not nominatie:
        return _("niet bekend: in het zaaktype staat niet of dit bewaard wordt")
    label = str(Archiefnominatie(nominatie).label)
    return _("%(wat)s, op %(dag)s") % {"wat": label, "dag": in_woorden(day)} if day else label


@register.simple_tag
def zaak_feiten(zaak: Zaak) -> list[Rij]:
    """Number and dates. The legal date is that of the law or the zaaktype; nothing may end later."""
    datums = get_datums(zaak, vandaag=klok.today())
    facts = [
        (_("Zaaknummer"), zaak.identificatie),
        (_("Aangevraagd op"), in_woorden(zaak.startdatum)),
        (_("Verwachte datum"), _expected(datums.gepland, zaak, datums)),
        (_("Uiterste datum"), _expected(datums.uiterlijk, zaak, datums)),
        (_("Afgerond op"), _day(zaak.einddatum)),
        (_("Waar deze zaak staat"), _("In %s") % bron_in_woorden(zaak.bron) if zaak.bron else ""),
        (_("Resultaat"), str(zaak.resultaat.omschrijving) if zaak.resultaat else ""),
    ]
    return [Rij(label, value) for label, value in facts if value]


@register.simple_tag
def zaak_uitleg(zaak: Zaak) -> Zaakuitleg:
    """How the dates of this zaak came about, as of today."""
    return explain_zaak(zaak, vandaag=klok.today())


@register.simple_tag
def zaak_stappen(zaak: Zaak) -> list[Stap]:
    """What was, what is, and what is still to come.

    The text with the current status is left out: it stands above, as what happens now.
    """
    if zaak.status is None:
        return []
    past = [_step(status, zaak, "done") for status in zaak.statussen[:-1]]
    current = replace(_step(zaak.status, zaak, "current" if zaak.is_open else "done"), text="")
    return [*past, current, *(_future(zaak, zaak.status) if zaak.is_open else [])]


@register.simple_tag
def betrokkenen_in_woorden(dossier: Dossier) -> list[Rij]:
    """Who takes part: their kind, their name where a login told it, and never the number of a person."""
    return [Rij(_role(who), _describe(who)) for who in dossier.betrokkenen] or [
        Rij(_("Aanvrager"), _("niet bekend"))
    ]


def _until_when(zaak: Zaak, datums: Datums, today: date) -> str:
    if datums.staat_stil:
        return _standstill(zaak)
    if datums.gepland and datums.gepland >= today:
        return _("Wij verwachten klaar te zijn op %s.") % in_woorden(datums.gepland)
    if datums.uiterlijk and datums.uiterlijk >= today:
        return _("U krijgt uiterlijk op %s antwoord.") % in_woorden(datums.uiterlijk)
    if datums.uiterlijk:
        return _("Wij zijn te laat: u had al antwoord moeten hebben. Bel ons, dan zoeken wij het uit.")
    return ""


def _standstill(zaak: Zaak) -> str:
    if zaak.hersteltermijn:
        return _("Wij wachten op uw antwoord. Geef dat uiterlijk op %s.") % in_woorden(zaak.hersteltermijn)
    return _("De klok staat stil. Zolang dat duurt, wordt de datum elke dag een dag later.")


def _role(who: Betrokkene) -> str:
    label = Hoedanigheid(who.hoedanigheid).label if who.hoedanigheid else RolOmschrijving(who.rol).label
    return str(label).capitalize()


def _describe(who: Betrokkene) -> str:
    kind = _kind(who)
    words = _("%(naam)s: %(soort)s") % {"naam": who.naam, "soort": kind} if who.naam else kind
    return f"{words} ({_controle(who)})" if who.controle else words


def _controle(who: Betrokkene) -> str:
    label = str(Controle(who.controle).label)
    if not who.gecontroleerd_at:
        return label
    values = {"uitkomst": label, "door": who.gecontroleerd_door, "dag": in_woorden(who.gecontroleerd_at)}
    return _("%(uitkomst)s, door %(door)s op %(dag)s") % values


def _kind(who: Betrokkene) -> str:
    if who.soort == "vereniging":
        return _("vereniging of stichting zonder eHerkenning, KvK-nummer %s") % who.kvk
    return {
        "bsn": _("persoon, BSN bekend"),
        "kvk": _("onderneming, KvK-nummer bekend"),
        "rsin": _("rechtspersoon, RSIN bekend"),
        "eidas": _("persoon uit een ander EU-land"),
        "contact": _("alleen een e-mailadres"),
        "medewerker": _("medewerker van de gemeente"),
    }[who.soort]


def _future(zaak: Zaak, current: Status) -> list[Stap]:
    return [
        Stap(str(statustype.omschrijving), "todo")
        for statustype in zaak.zaaktype.statustypen
        if statustype.volgnummer > current.statustype.volgnummer
    ]


def _step(status: Status, zaak: Zaak, state: Literal["done", "current"]) -> Stap:
    return Stap(
        str(status.statustype.omschrijving),
        state,
        when=in_woorden(status.gezet_op),
        text=_written(status.toelichting, zaak),
    )


def _written(words: str, zaak: Zaak) -> Tekst:
    """Somebody's own words: in the language in which the resident asked, whatever the page speaks."""
    page = get_language() or "nl"
    return Tekst(words, "" if page.startswith(zaak.taal) else zaak.taal)


def _expected(day: date | None, zaak: Zaak, datums: Datums) -> str:
    """A date that is still to come; none for a zaak that is closed."""
    if day is None or not zaak.is_open:
        return ""
    return _("%s, of later: de klok staat stil") % in_woorden(day) if datums.staat_stil else in_woorden(day)


def _day(day: date | None) -> str:
    return in_woorden(day) if day else ""
