"""What Mijn zaken shows: the register's zaken and, before those, what the register has not taken yet."""

from dataclasses import dataclass
from datetime import date

from eloket.formulieren.services import AanvraagInfo, AanvraagNotFound, get_aanvraag, list_aanvragen
from eloket.lib.partij import Identificerend
from eloket.zaken.services import (
    GEEN_UITLEG,
    Pagina,
    RegisterError,
    Uitleg,
    Zaak,
    ZaakNotFound,
    Zaakuitleg,
    explain_bezwaar,
    explain_zaak,
    get_zaak,
    has_besluiten,
    list_besluiten,
    list_zaken,
)


class NotMine(Exception):
    """There is no such zaak for this person."""


@dataclass(frozen=True, slots=True)
class Overzicht:
    """`zaken` is None when the register gives no answer: that is not the same as having no zaken.

    Or when a gemachtigde looks (`door_gemachtigde`): then the register was not asked, and `ontvangen` holds
    all that they sent.
    """

    zaken: Pagina[Zaak] | None
    ontvangen: tuple[AanvraagInfo, ...]
    door_gemachtigde: bool = False

    @property
    def storing(self) -> bool:
        return self.zaken is None and not self.door_gemachtigde

    @property
    def is_empty(self) -> bool:
        return self.zaken is not None and not self.zaken.total and not self.ontvangen


@dataclass(frozen=True, slots=True)
class Dossier:
    """One zaak with what was sent for it; either may be missing, not both.

    `storing` is true when the register gives no answer.
    """

    zaak: Zaak | None
    aanvraag: AanvraagInfo | None
    storing: bool


@dataclass(frozen=True, slots=True)
class Bezwaar:
    """A besluit to which somebody can object, by its name, and the last day explained."""

    besluit: str
    uitleg: Uitleg


@dataclass(frozen=True, slots=True)
class Waarom:
    """Why the dates of one zaak are what they are."""

    zaak: Zaakuitleg
    bezwaar: tuple[Bezwaar, ...]
    storing: bool


def get_overzicht(*, voor: Identificerend, door: Identificerend | None = None, page: int) -> Overzicht:
    """The zaken of this person. On the first page also what was received and is no zaak yet.

    `door`: the gemachtigde who looks. They see what they sent for this person, never the rest of that
    person's zaken, for which nobody gave them a machtiging.
    """
    aanvragen = list_aanvragen(voor=voor, door=door)
    if door is not None:
        return Overzicht(zaken=None, ontvangen=tuple(aanvragen), door_gemachtigde=True)
    try:
        zaken = list_zaken(voor=voor, page=page)
    except RegisterError:
        return Overzicht(zaken=None, ontvangen=tuple(aanvragen))
    known = {zaak.identificatie for zaak in zaken.items}
    waiting = (
        aanvraag
        for aanvraag in aanvragen
        if not aanvraag.geregistreerd and aanvraag.identificatie not in known
    )
    return Overzicht(zaken=zaken, ontvangen=tuple(waiting) if zaken.page == 1 else ())


def get_dossier(identificatie: str, *, voor: Identificerend, door: Identificerend | None = None) -> Dossier:
    """One zaak of this person, `door` as above. Errors: `NotMine`, also when it is somebody else's."""
    aanvraag = _find_aanvraag(identificatie, voor=voor, door=door)
    if door is not None and aanvraag is None:
        raise NotMine(identificatie)
    try:
        return Dossier(zaak=get_zaak(identificatie, voor=voor), aanvraag=aanvraag, storing=False)
    except ZaakNotFound:
        if aanvraag is None:
            raise NotMine(identificatie) from None
        return Dossier(zaak=None, aanvraag=aanvraag, storing=False)
    except RegisterError:
        return Dossier(zaak=None, aanvraag=aanvraag, storing=True)


def get_waarom(dossier: Dossier, *, voor: Identificerend, today: date) -> Waarom:
    """How the dates of this dossier came about; `storing` when the register falls silent meanwhile."""
    if dossier.zaak is None:
        return Waarom(zaak=GEEN_UITLEG, bezwaar=(), storing=dossier.storing)
    zaak = explain_zaak(dossier.zaak, vandaag=today)
    try:
        besluiten = list_besluiten(dossier.zaak.identificatie, voor=voor) if has_besluiten() else ()
    except RegisterError:
        return Waarom(zaak=zaak, bezwaar=(), storing=True)
    explained = ((str(besluit.omschrijving), explain_bezwaar(besluit)) for besluit in besluiten)
    bezwaar = tuple(Bezwaar(naam, uitleg) for naam, uitleg in explained if uitleg)
    return Waarom(zaak=zaak, bezwaar=bezwaar, storing=False)


def _find_aanvraag(
    identificatie: str, *, voor: Identificerend, door: Identificerend | None
) -> AanvraagInfo | None:
    try:
        return get_aanvraag(identificatie, voor=voor, door=door)
    except AanvraagNotFound:
        return None
