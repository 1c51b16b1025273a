"""Aanvragen that go to the small server through the real outbox."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from eloket.bestanden.models import Bestand, Staat
from eloket.bestanden.services import store_bestand
from eloket.formulieren.models import Aanvraag, Bijlage, FormulierVersie
from eloket.formulieren.services.registreren import deliver_aanvraag
from eloket.lib import partij
from eloket.outbox.services import publish as tell
from eloket.outbox.services import run_due
from eloket.zaken.backends import list_bronnen
from eloket.zaken.services import mint_identificatie
from tests.formulieren.factories import publish
from tests.zaken.factories import NOOR
from tests.zgw.conftest import Zgw

EIGENSCHAPPEN = ("kenteken", "kleur")  # the zaaktype has the first one only


def publish_form(**changes: Any) -> FormulierVersie:
    """Two questions that go to the zaak, and one for a file."""
    velden = [
        {"soort": "tekst", "sleutel": naam, "label": {"nl": naam}, "eigenschap": naam}
        for naam in EIGENSCHAPPEN
    ]
    bewijs = {"soort": "bestand", "sleutel": "bewijs", "label": {"nl": "Bewijs"}, "verplicht": False}
    stap = {"sleutel": "wat", "titel": {"nl": "Wat?"}, "velden": [*velden, bewijs]}
    return publish(niveau=20, stappen=[stap], **changes)


def send(
    versie: FormulierVersie, *, now: datetime, bestanden: Iterable[bytes] = (b"%PDF-1.7 bewijs",)
) -> Aanvraag:
    """An aanvraag of Noor with these files, handed to the outbox."""
    aanvraag = Aanvraag.objects.create(
        identificatie=mint_identificatie(now=now),
        versie=versie,
        antwoorden={"kenteken": "AB-123-C", "kleur": "rood"},
        eigenaar="noor",
        belanghebbende=partij.to_dict(NOOR),
        belanghebbende_sleutel=partij.zoeksleutel(NOOR),
        niveau=20,
        ingediend_at=now,
    )
    for inhoud in bestanden:
        bestand = store_bestand(inhoud=inhoud, naam="bewijs.pdf", mimetype="application/pdf", now=now)
        Bijlage.objects.create(
            aanvraag=aanvraag, veld="bewijs", bestand=bestand, sha256=bestand, created_at=now
        )
    deliver_aanvraag(aanvraag, now=now)
    return aanvraag


def hold() -> None:
    """The scanner has not spoken of any file yet."""
    Bestand.objects.update(staat=Staat.WACHT)


def speak(staat: str, *, now: datetime) -> None:
    """What the scanner says of every file."""
    gebeurtenis = {Staat.SCHOON: "bestand.vrijgegeven", Staat.GEWEIGERD: "bestand.geweigerd"}[Staat(staat)]
    for bestand in Bestand.objects.exclude(naam__startswith="ELK-"):  # the copy is ours
        Bestand.objects.filter(pk=bestand.pk).update(staat=staat)
        tell(gebeurtenis, str(bestand.pk), now=now)


def work(zgw: Zgw, *, now: datetime) -> int:
    """A worker, with nothing in mind of the one before, does all that is due."""
    list_bronnen.cache_clear()
    zgw.klok.nu = now
    return run_due(now=now)
