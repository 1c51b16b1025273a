"""Looking up the zaak that somebody wants to fill in a form about. No number is believed."""

from datetime import date

from eloket.accounts.services import Identiteit
from eloket.formulieren.betreft import Betreft
from eloket.formulieren.definitie import ALLEEN_OPEN, Tekst, Waarvoor
from eloket.formulieren.services.aanvragen import AanvraagNotFound, Verstuurd, get_aanvraag, get_zaakpost
from eloket.zaken.services import (
    Besluit,
    RegisterError,
    Zaak,
    ZaakNotFound,
    get_datums,
    get_zaak,
    has_besluiten,
    list_besluiten,
    may_ingebreke,
)


class NotYours(Exception):
    """There is no such zaak or besluit for this person: nobody can tell which."""


def find_betreft(
    waarvoor: Waarvoor, *, zaak: str, besluit: str, identiteit: Identiteit, vandaag: date
) -> Betreft:
    """What is known of this person's zaak, and of the besluit in it ("" for none).

    A gemachtigde comes to a zaak that they sent themselves, and to no other. Errors: `NotYours`,
    `RegisterError`.
    """
    if identiteit.handelende is not None:
        _check_own(zaak, identiteit)
    try:
        found = get_zaak(zaak, voor=identiteit.belanghebbende)
    except ZaakNotFound:
        raise NotYours(zaak) from None
    chosen = _find_besluit(found, besluit, identiteit)
    return Betreft(
        zaak=found.identificatie,
        naam=Tekst(found.omschrijving, found.zaaktype.omschrijving_burger.en),
        datum=found.startdatum,
        uiterlijk=get_datums(found, vandaag=vandaag).uiterlijk,
        besluit=chosen.identificatie if chosen else "",
        besluit_naam=Tekst(chosen.omschrijving.nl, chosen.omschrijving.en) if chosen else Tekst(),
        besluit_datum=chosen.verzenddatum if chosen else None,
        laatste_dag=_laatste_dag(waarvoor, found, chosen),
        is_open=found.is_open,
    )


def tell_stand(waarvoor: Waarvoor, betreft: Betreft | None, *, vandaag: date) -> str:
    """ "gesloten", "op_tijd", "te_laat", or "" when nothing is the matter, by what is known. Asks nobody."""
    if betreft is None:
        return ""
    if waarvoor in ALLEEN_OPEN and not betreft.is_open:
        return "gesloten"
    if waarvoor is Waarvoor.INGEBREKESTELLING:
        return "op_tijd" if betreft.uiterlijk is None or vandaag <= betreft.uiterlijk else ""
    known = betreft.laatste_dag
    return "te_laat" if known and vandaag > known else ""


def check_stand(
    waarvoor: Waarvoor, betreft: Betreft | None, *, identiteit: Identiteit | None, vandaag: date
) -> str:
    """The same as it is now, for which the register is asked.

    A register that gives no answer holds up nobody who sends something.
    """
    if betreft is None or identiteit is None or waarvoor not in ALLEEN_OPEN:
        return tell_stand(waarvoor, betreft, vandaag=vandaag)
    try:
        zaak = get_zaak(betreft.zaak, voor=identiteit.belanghebbende)
    except RegisterError:
        return tell_stand(waarvoor, betreft, vandaag=vandaag)
    if not zaak.is_open:
        return "gesloten"
    if waarvoor is Waarvoor.INGEBREKESTELLING and not _is_late(zaak, identiteit, vandaag):
        return "op_tijd"
    return tell_stand(waarvoor, betreft, vandaag=vandaag)


def find_sent(waarvoor: Waarvoor, betreft: Betreft, *, identiteit: Identiteit) -> Verstuurd | None:
    """The last time that this person sent the same about this zaak and besluit; None for never."""
    post = get_zaakpost(betreft.zaak, voor=identiteit.belanghebbende, door=identiteit.handelende)
    same = (each for each in post.verstuurd if each.waarvoor == waarvoor and each.besluit == betreft.besluit)
    return next(same, None)


def _check_own(zaak: str, identiteit: Identiteit) -> None:
    try:
        get_aanvraag(zaak, voor=identiteit.belanghebbende, door=identiteit.handelende)
    except AanvraagNotFound:
        raise NotYours(zaak) from None


def _find_besluit(zaak: Zaak, besluit: str, identiteit: Identiteit) -> Besluit | None:
    if not besluit:
        return None
    known = _list_besluiten(zaak, identiteit)
    found = next((each for each in known if each.identificatie == besluit), None)
    if found is None:
        raise NotYours(besluit)
    return found


def _list_besluiten(zaak: Zaak, identiteit: Identiteit) -> tuple[Besluit, ...]:
    if not has_besluiten(zaak.identificatie):
        return ()
    return list_besluiten(zaak.identificatie, voor=identiteit.belanghebbende)


def _is_late(zaak: Zaak, identiteit: Identiteit, vandaag: date) -> bool:
    return may_ingebreke(zaak, _list_besluiten(zaak, identiteit), vandaag=vandaag)


def _laatste_dag(waarvoor: Waarvoor, zaak: Zaak, besluit: Besluit | None) -> date | None:
    if waarvoor is Waarvoor.BEZWAAR:
        return besluit.uiterlijke_reactiedatum if besluit else None
    return zaak.zienswijze_tot if waarvoor is Waarvoor.ZIENSWIJZE else None
