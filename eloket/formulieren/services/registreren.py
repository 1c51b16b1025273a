"""Delivery: the zaak first, then the copy, the mail and further targets as work of their own."""

from datetime import date, datetime

from django.db import transaction

from eloket.formulieren.betreft import from_dict
from eloket.formulieren.definitie import Waarvoor
from eloket.formulieren.models import Aanvraag, Status
from eloket.formulieren.services.aanvragers import read_aanvrager
from eloket.formulieren.services.afronden import plan_afronding
from eloket.formulieren.services.documenten import DELIVER_KOPIE, enqueue_bijlagen
from eloket.formulieren.services.leveren import list_doelen
from eloket.formulieren.services.registerfouten import told_to_the_outbox
from eloket.formulieren.services.uitgifte import release_uitgifte
from eloket.formulieren.velden import get_veldtype
from eloket.formulieren.velden.bronnen import bron_of
from eloket.outbox.services import TryLater, enqueue
from eloket.zaken.services import (
    AardRelatie,
    NieuweZaak,
    RegisterError,
    RegisterUnavailable,
    Relatie,
    Zaak,
    begin_zaak,
    check_register,
    create_zaak,
    has_documenten,
    last_day_for_bezwaar,
    opens_in_steps,
    registers_in_transaction,
)

# What the first zaak is to the new one, in the words of ZGW.
AARD = {
    Waarvoor.BEZWAAR: AardRelatie.VERVOLG,
    Waarvoor.WIJZIGING: AardRelatie.BIJDRAGE,
    Waarvoor.ZIENSWIJZE: AardRelatie.BIJDRAGE,
}


def deliver_aanvraag(aanvraag: Aanvraag, *, now: datetime) -> None:
    """Get the aanvraag into the register: at once where that is one transaction with us, else by the worker.

    When the built-in register refuses, the aanvraag stands all the same and a person is asked by the worker.
    """
    if registers_in_transaction():
        try:
            with transaction.atomic():
                _register(aanvraag, now=now)
        except RegisterError:
            pass
        else:
            return
    _enqueue("formulieren.register", aanvraag, now=now)


def register_aanvraag(uuid: str, *, now: datetime) -> None:
    """The worker's way: idempotent, because the register knows our number.

    Errors: `TryLater` when the register is away, `NeedsPerson` when it refuses or is set up wrong.
    """
    aanvraag = Aanvraag.objects.select_related("versie").get(pk=uuid)
    if aanvraag.status == Status.GEREGISTREERD:
        return
    with told_to_the_outbox():
        _register(aanvraag, now=now)


def probe_register() -> None:
    """Errors: `TryLater` while the register is away."""
    try:
        check_register()
    except RegisterUnavailable as error:
        raise TryLater(f"zaakregister: {error}") from error
    except RegisterError:
        pass  # it answers; what is wrong with it the work itself will say


def _register(aanvraag: Aanvraag, *, now: datetime) -> None:
    """Where the register opens in steps, documents and first status follow as work of their own."""
    open_zaak = begin_zaak if opens_in_steps() else create_zaak
    zaak = open_zaak(_to_zaak(aanvraag), now=now)
    with transaction.atomic():
        _save_result(aanvraag, zaak, now=now)
        release_uitgifte(aanvraag, now=now)
        _enqueue_rest(aanvraag, now=now)


def _to_zaak(aanvraag: Aanvraag) -> NieuweZaak:
    definitie, aanvrager = aanvraag.versie.definitie, read_aanvrager(aanvraag)
    return NieuweZaak(
        identificatie=aanvraag.identificatie,
        zaaktype=definitie.zaaktype,
        omschrijving=_omschrijving(aanvraag),
        startdatum=aanvraag.dag_van_ontvangst,
        belanghebbende=aanvrager.belanghebbende,
        handelende=aanvrager.handelende,
        hoedanigheid=aanvrager.hoedanigheid,
        te_controleren=aanvrager.te_controleren,
        belanghebbende_naam=aanvrager.naam,
        handelende_naam=aanvrager.handelende_naam,
        niveau=aanvraag.niveau,
        machtiging=aanvraag.machtiging,
        kanaal=aanvraag.kanaal,
        eigenschappen=_eigenschappen(aanvraag),
        email=aanvraag.email,
        taal=aanvraag.taal,
        relatie=_relatie(aanvraag),
        termijn_vanaf=_termijn_vanaf(aanvraag),
    )


def _omschrijving(aanvraag: Aanvraag) -> str:
    """With the number that it is about, which tells one klacht from another in a list."""
    titel = aanvraag.versie.definitie.titel.nl
    return f"{titel} ({aanvraag.betreft_zaak})" if aanvraag.betreft_zaak else titel


def _relatie(aanvraag: Aanvraag) -> Relatie | None:
    if not aanvraag.betreft_zaak:
        return None
    waarvoor = Waarvoor(aanvraag.waarvoor)
    return Relatie(aanvraag.betreft_zaak, AARD.get(waarvoor, AardRelatie.ONDERWERP), waarvoor.value)


def _termijn_vanaf(aanvraag: Aanvraag) -> date | None:
    """For a bezwaar the last day to object, also after a typed day of the besluit. Awb art. 7:10."""
    if aanvraag.waarvoor != Waarvoor.BEZWAAR:
        return None
    betreft = from_dict(aanvraag.betreft)
    if betreft is not None:
        return betreft.laatste_dag
    velden = (veld for veld in aanvraag.versie.definitie.velden if bron_of(veld) == "besluit.datum")
    typed = next((aanvraag.antwoorden.get(veld.sleutel) for veld in velden), None)
    return last_day_for_bezwaar(date.fromisoformat(typed)) if typed else None


def _eigenschappen(aanvraag: Aanvraag) -> dict[str, str]:
    antwoorden = aanvraag.antwoorden
    values = {
        veld.eigenschap: get_veldtype(veld.soort).to_eigenschap(antwoorden[veld.sleutel], veld)
        for veld in aanvraag.versie.definitie.velden
        if veld.eigenschap and veld.sleutel in antwoorden  # what was not asked is not told
    }
    return {name: value for name, value in values.items() if value}


def _save_result(aanvraag: Aanvraag, zaak: Zaak, *, now: datetime) -> None:
    aanvraag.status = Status.GEREGISTREERD
    aanvraag.geregistreerd_at = now
    aanvraag.zaak_id = zaak.identificatie
    aanvraag.uiterlijk_op = zaak.einddatum_gepland or zaak.uiterlijke_einddatum_afdoening
    aanvraag.save(update_fields=["status", "geregistreerd_at", "zaak_id", "uiterlijk_op"])


def _enqueue_rest(aanvraag: Aanvraag, *, now: datetime) -> None:
    handlers = ["formulieren.make_kopie", *(["formulieren.send_ontvangst"] if aanvraag.email else [])]
    for handler in (*handlers, *list_doelen(aanvraag)):
        _enqueue(handler, aanvraag, now=now)
    enqueue_bijlagen(aanvraag, now=now)
    if opens_in_steps():
        if has_documenten():
            _enqueue(DELIVER_KOPIE, aanvraag, now=now)
        plan_afronding(aanvraag, now=now)


def _enqueue(handler: str, aanvraag: Aanvraag, *, now: datetime) -> None:
    """Work for this aanvraag, once. The form goes along so that a beheerder can look at its work alone."""
    ids = {"aanvraag": str(aanvraag.pk), "formulier": aanvraag.versie.definitie.slug}
    enqueue(handler=handler, ids=ids, key=f"{handler}:{aanvraag.pk}", now=now)
