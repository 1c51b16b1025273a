"""Who can come to the counter, and what there is to see of Noor's."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

from django.test import Client

from eloket.accounts.models import User
from eloket.accounts.services import Rol
from eloket.bestanden.services import store_bestand
from eloket.formulieren.models import Aanvraag, Bijlage, Formulier
from eloket.lib import klok
from eloket.lib.partij import Bsn
from eloket.uitgifte.models import Document
from eloket.zaken.models import Zaaktype
from eloket.zaken.services import NieuwDocument, NieuwVerzoek, add_document, request_aanvulling
from tests.accounts.helpers import login_burger, login_medewerker, make_medewerker
from tests.formulieren.factories import Invuller, publish
from tests.uitgifte.factories import issue, make_soort
from tests.zaken.factories import NOOR, VREEMDE, open_zaak

EMPLOYEES = [Rol.REDACTEUR, Rol.BEHANDELAAR, Rol.KCC, Rol.BEHEERDER]
VISITORS = ["anoniem", "noor", "vreemde", *map(str, EMPLOYEES)]


@dataclass
class Wereld:
    """Ids of what there is, and a browser for each visitor."""

    clients: dict[str, Client]
    ids: dict[str, str]


def build() -> Wereld:
    """Noor sent one form and is busy with another; everybody else has nothing."""
    publish(niveau=20)
    clients = {name: Client() for name in VISITORS}
    login_burger(clients["noor"], NOOR)
    login_burger(clients["vreemde"], Bsn(VREEMDE.nummer))
    for rol in EMPLOYEES:
        login_medewerker(clients[rol], make_medewerker(rol))
    sent = Invuller(clients["noor"])
    sent.fill()
    assert sent.send().status_code == 302
    busy = Invuller(clients["noor"])
    busy.begin()
    aanvraag = Aanvraag.objects.get()
    bestand = store_bestand(
        inhoud=b"%PDF-1.7", naam="brief.pdf", mimetype="application/pdf", now=aanvraag.ingediend_at
    )
    bijlage = Bijlage.objects.create(
        aanvraag=aanvraag, veld="naam", bestand=bestand, created_at=aanvraag.ingediend_at
    )
    document = NieuwDocument(
        str(bijlage.pk),
        "brief.pdf",
        "application/pdf",
        "",
        lambda: iter([b"%PDF-1.7"]),
        tonen_aan_initiator=True,
    )
    add_document(aanvraag.identificatie, document, now=aanvraag.ingediend_at)
    day = klok.today() + timedelta(days=14)
    verzoek = NieuwVerzoek(str(uuid4()), "Stuur een tekening.", hersteltermijn=day)
    gevraagd = open_zaak(belanghebbende=NOOR).identificatie
    request_aanvulling(gevraagd, verzoek, now=klok.now())
    return Wereld(
        clients,
        {
            "product": _issue_to_noor(bestand),
            "aanvraag": str(aanvraag.uuid),
            "bijlage": str(bijlage.pk),
            "concept": busy.concept.rstrip("/").rsplit("/", 1)[-1],
            "zaak": aanvraag.identificatie,
            "gevraagd": gevraagd,
            "verzoek": verzoek.id,
            "formulier": str(Formulier.objects.get(slug="fietsenstalling").pk),
            "medewerker": str(User.objects.get(groups__name=Rol.BEHANDELAAR).pk),
            "zaaktype": str(Zaaktype.objects.order_by("pk")[0].pk),
        },
    )


def _issue_to_noor(bestand: str) -> str:
    """A vergunning that can be renewed, with its document; its code."""
    make_soort(verlengen_dagen=366)
    product = issue(houder=NOOR, now=klok.now(), geldig_vanaf=klok.now())
    Document.objects.update(status="klaar", bestand=bestand, sha256="0" * 64)
    return product.code
