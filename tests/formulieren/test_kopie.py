"""The copy and the mail: work of their own after the zaak."""

import re
import zlib
from unittest import mock

import pytest
from django.test import Client

from eloket.berichten.models import Bericht
from eloket.bestanden.services import read_bestand
from eloket.formulieren.models import Aanvraag
from eloket.formulieren.services import kopie
from eloket.formulieren.tasks import make_kopie, send_ontvangst
from eloket.lib import klok
from eloket.outbox.services import NeedsPerson, run_due
from tests.formulieren.factories import WANNEER, Invuller, publish

pytestmark = pytest.mark.django_db


def _sent(client: Client, *, email: str = "") -> Aanvraag:
    publish()
    noor = Invuller(client)
    noor.begin()
    noor.post("wanneer", **{**WANNEER, "v-email": email})
    noor.send()
    return Aanvraag.objects.get()


def _unpack(pdf: bytes) -> bytes:
    """The PDF with its packed objects beside it."""
    packed = re.findall(rb"stream\n(.*?)\nendstream", pdf, re.DOTALL)
    return pdf + b"".join(_inflate(stream) for stream in packed)


def _inflate(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return stream


def _ids(aanvraag: Aanvraag) -> dict[str, str]:
    return {"aanvraag": str(aanvraag.pk)}


def test_the_receipt_waits_for_the_copy_and_then_offers_it(client: Client) -> None:
    aanvraag = _sent(client)
    receipt = f"/formulieren/fietsenstalling/{aanvraag.pk}/ontvangst/"
    assert "over een paar seconden klaar" in client.get(receipt).content.decode()
    assert client.get(f"/formulieren/fietsenstalling/{aanvraag.pk}/kopie/")["Location"] == receipt
    make_kopie(_ids(aanvraag), now=klok.now())
    assert "Download wat u hebt ingevuld" in client.get(receipt).content.decode()
    response = client.get(f"/formulieren/fietsenstalling/{aanvraag.pk}/kopie/")
    assert response["Content-Type"] == "application/pdf"
    assert aanvraag.identificatie in response["Content-Disposition"]
    assert response.getvalue().startswith(b"%PDF-")


def test_the_copy_is_tagged_has_a_language_and_a_title_and_is_made_once(client: Client) -> None:
    aanvraag = _sent(client)
    make_kopie(_ids(aanvraag), now=klok.now())
    aanvraag.refresh_from_db()
    pdf = read_bestand(aanvraag.kopie).inhoud
    text = _unpack(pdf)
    assert b"/StructTreeRoot" in text
    assert b"/Marked true" in text
    assert b"/Lang (nl)" in text
    assert b"pdfuaid" in text
    assert b"/DisplayDocTitle true" in text
    first = aanvraag.kopie
    make_kopie(_ids(aanvraag), now=klok.now())
    aanvraag.refresh_from_db()
    assert aanvraag.kopie == first


def test_the_copy_shows_every_answer(client: Client) -> None:
    context = kopie.kopie_context(Aanvraag.objects.select_related("versie").get(pk=_sent(client).pk))
    answers = [(veld.label.nl, value) for _stap, rows in context["stappen"] for veld, value in rows]
    assert ("Wat is uw naam?", "Noor de Wit") in answers
    assert ("Vanaf welke dag?", "1 februari 2027") in answers


def test_without_pango_a_person_hears_what_to_install(client: Client) -> None:
    aanvraag = _sent(client)
    real = __import__

    def missing(name: str, *args: object, **kwargs: object) -> object:
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *args, **kwargs)

    with mock.patch("builtins.__import__", missing), pytest.raises(NeedsPerson, match="apt install"):
        make_kopie(_ids(aanvraag), now=klok.now())


def test_the_mail_says_number_product_date_and_link_and_nothing_that_was_filled_in(client: Client) -> None:
    aanvraag = _sent(client, email="noor@voorbeeld.nl")
    send_ontvangst(_ids(aanvraag), now=klok.now())
    send_ontvangst(_ids(aanvraag), now=klok.now())
    bericht = Bericht.objects.get()
    text = str(vars(bericht))
    assert "Noor de Wit" not in text
    assert aanvraag.identificatie in text


def test_without_an_address_there_is_no_mail(client: Client) -> None:
    send_ontvangst(_ids(_sent(client)), now=klok.now())
    assert Bericht.objects.count() == 0


def test_nothing_is_fetched_for_a_copy() -> None:
    html = '<html lang="nl"><title>x</title><body><p>x</p><img alt="" src="http://voorbeeld.nl/a.png"></body>'
    with mock.patch("weasyprint.urls.URLFetcher.open") as opened:
        assert kopie.write_pdf(html, "").startswith(b"%PDF-")
    assert not opened.called


@pytest.mark.kern
def test_the_worker_makes_the_copy_and_writes_the_mail_after_one_sending(client: Client) -> None:
    aanvraag = _sent(client, email="noor@voorbeeld.nl")
    run_due(now=klok.now())
    aanvraag.refresh_from_db()
    assert aanvraag.kopie
    assert Bericht.objects.count() == 1
