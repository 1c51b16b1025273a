"""The copy goes along with a mail only where nobody minds who reads it."""

from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client

from eloket.berichten.models import Bericht
from eloket.berichten.services import deliver_bericht
from eloket.bestanden.services import delete_bestand
from eloket.formulieren.definitie import read_definitie
from eloket.formulieren.gevoelig import may_travel
from eloket.formulieren.models import Aanvraag
from eloket.formulieren.samenstelling import compose_inhoud
from eloket.formulieren.services import kopie
from eloket.lib import klok
from eloket.outbox.services import NeedsPerson, run_due
from tests.formulieren.factories import VELD, WANNEER, Invuller, definitie, get_formulier, publish

pytestmark = pytest.mark.django_db

BSN = {"soort": "bsn", "sleutel": "bsn", "label": {"nl": "Wat is uw BSN?"}}
GROEP = {"soort": "herhaling", "sleutel": "kinderen", "label": {"nl": "Kinderen"}, "velden": [BSN]}
VOORAF = {**VELD, "instellingen": {"bron": "persoon.bsn"}}


@pytest.fixture(autouse=True)
def _mail_in_memory(settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    mail.outbox = []


def send(client: Client, **changes: Any) -> Any:
    """Noor sends the small form with her address; the mail that came of it, or None."""
    publish(**changes)
    noor = Invuller(client)
    noor.begin()
    noor.post("wanneer", **{**WANNEER, "v-email": "noor@voorbeeld.nl"})
    noor.send()
    run_due(now=klok.now())
    return mail.outbox[0] if mail.outbox else None


def asks(*velden: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"sleutel": "wie", "titel": {"nl": "Wie"}, "velden": list(velden)}]


@pytest.mark.kern
def test_noor_gets_the_copy_with_the_mail_of_a_harmless_form(client: Client) -> None:
    brief = send(client, ongevoelig=True)
    ((naam, inhoud, mimetype),) = brief.attachments
    assert (naam, mimetype) == (f"{Aanvraag.objects.get().identificatie}.pdf", "application/pdf")
    assert inhoud.startswith(b"%PDF-")
    assert "zit als bijlage" in brief.body
    assert "Noor de Wit" not in brief.body


def test_without_the_mark_nothing_goes_along(client: Client) -> None:
    brief = send(client)
    assert (brief.attachments, "bijlage" in brief.body) == ([], False)


def test_the_mark_stands_in_a_version_only_when_it_is_set() -> None:
    assert "ongevoelig" not in publish().inhoud
    assert publish(ongevoelig=True).inhoud["ongevoelig"] is True
    assert compose_inhoud(get_formulier())["ongevoelig"] is True


@pytest.mark.parametrize("veld", [BSN, GROEP, VOORAF], ids=["bsn", "in a group", "filled in beforehand"])
def test_a_form_that_asks_for_a_bsn_cannot_be_marked(veld: dict[str, Any]) -> None:
    content = definitie(stappen=asks(veld), ongevoelig=True, regels=[], schema=2)
    with pytest.raises(ValidationError, match="vraagt om een BSN"):
        publish(**content)
    assert not may_travel(read_definitie(content))  # nor when it came past that check
    assert may_travel(read_definitie({**content, "stappen": asks(VELD)}))


def test_without_pango_the_mail_goes_without(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: Any) -> Any:
        raise NeedsPerson("installeer Pango")

    monkeypatch.setattr(kopie, "write_pdf", fail)
    assert send(client, ongevoelig=True).attachments == []


def test_a_copy_that_is_gone_stops_no_mail(client: Client) -> None:
    send(client, ongevoelig=True)
    bericht = Bericht.objects.get()
    delete_bestand(bericht.bijlage)
    Bericht.objects.update(status="klaar")
    deliver_bericht(str(bericht.pk), now=klok.now())
    assert mail.outbox[1].attachments == []
