"""An afspraak in words, for a page, a mail and a calendar: in the active language, and without who comes."""

from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from eloket.afspraken.models import Afspraak, Kanaal
from eloket.afspraken.services.agendapunt import Agendapunt
from eloket.afspraken.services.lezen import AfspraakInfo, RegelInfo, to_info
from eloket.afspraken.services.links import make_link
from eloket.afspraken.woorden import tell_afspraak, tell_tijd, to_local
from eloket.website.services import get_instellingen


@dataclass(frozen=True, slots=True)
class Overzicht:
    """`plek`: where, by name; `adresregels` may be empty. `adviseur`: who was chosen, "" for nobody."""

    nummer: str
    geannuleerd: bool
    moment: str
    datum: str
    tijd: str
    plek: str
    adresregels: tuple[str, ...]
    adviseur: str
    regels: tuple[RegelInfo, ...]
    meenemen: tuple[str, ...]
    let_op: tuple[str, ...]

    @property
    def plaats(self) -> str:
        """Name and address on one line."""
        return ", ".join(filter(None, [self.plek, *self.adresregels]))


def make_overzicht(afspraak: Afspraak) -> Overzicht:
    """Two queries at most."""
    prefetch_related_objects([afspraak], "regels__soort")
    return tell_overzicht(to_info(afspraak))


def tell_overzicht(info: AfspraakInfo) -> Overzicht:
    """What anybody with the link may read. The address of a visit at home is of who is visited: not that."""
    return Overzicht(
        nummer=info.toonreferentie,
        geannuleerd=info.geannuleerd,
        moment=tell_afspraak(info.begin),
        datum=date_format(to_local(info.begin), "l j F Y"),
        tijd=tell_tijd(info.begin),
        plek=_tell_plek(info),
        adresregels=info.adresregels if info.kanaal == Kanaal.BALIE else (),
        adviseur=info.agenda_naam,
        regels=info.regels,
        meenemen=info.meenemen,
        let_op=info.let_op,
    )


def make_agendapunt(afspraak: Afspraak, overzicht: Overzicht, *, met_link: bool, taal: str) -> Agendapunt:
    """The same for a calendar. `met_link`: who gets it may manage the afspraak."""
    return Agendapunt(
        referentie=afspraak.referentie,
        nummer=overzicht.nummer,
        begin=afspraak.begin,
        eind=afspraak.eind,
        volgnummer=afspraak.versie,
        geannuleerd=overzicht.geannuleerd,
        gemeente=get_instellingen().naam,
        plaats=overzicht.plaats,
        meenemen=" ".join(overzicht.meenemen),
        url=make_link("beheren", afspraak) if met_link else "",
        taal=taal,
    )


def _tell_plek(info: AfspraakInfo) -> str:
    if info.kanaal == Kanaal.TELEFOON:
        return _("telefonisch: wij bellen u (Nederlandse tijd)")
    if info.kanaal == Kanaal.HUISBEZOEK:
        return _("op het adres dat u ons gaf")
    return info.locatienaam
