"""Sending: once, and the receipt for its owner only."""

import threading
from collections.abc import Callable

import pytest
from django.db import IntegrityError, connection
from django.test import Client

from eloket.accounts.services import Niveau
from eloket.formulieren.models import Aanvraag, Concept
from eloket.formulieren.services import AanvraagNotFound, get_aanvraag, indienen, list_aanvragen
from eloket.formulieren.services.eigenaar import Eigenaar
from eloket.formulieren.services.indienen import submit_aanvraag
from eloket.lib import klok
from eloket.lib.partij import Bsn
from eloket.zaken.services import get_zaak
from tests.accounts.helpers import NOOR_BSN, login_burger
from tests.formulieren.factories import WANNEER, Invuller, publish

VREEMDE_BSN = "999993653"


@pytest.mark.django_db
def test_sending_twice_gives_the_same_receipt_and_one_aanvraag(client: Client) -> None:
    publish()
    noor = Invuller(client)
    noor.fill()
    bewijs = noor.bewijs()
    first = noor.post("controleren", bewijs=bewijs, verklaring="on")
    second = noor.post("controleren", bewijs=bewijs, verklaring="on")
    assert first["Location"] == second["Location"] == f"{noor.concept}ontvangst/"
    assert noor.get("controleren")["Location"] == f"{noor.concept}ontvangst/"
    assert noor.post("wie", **{"v-naam": "Later"})["Location"] == f"{noor.concept}ontvangst/"
    assert Aanvraag.objects.count() == 1


@pytest.mark.django_db
def test_the_zaak_is_there_in_the_same_second(client: Client) -> None:
    publish(niveau=20)
    noor = login_burger(client)
    invuller = Invuller(client)
    invuller.fill()
    invuller.send()
    info = list_aanvragen(voor=noor.belanghebbende)[0]
    assert info.geregistreerd
    assert get_zaak(info.identificatie, voor=noor.belanghebbende).omschrijving == "Plek in de fietsenstalling"
    assert get_aanvraag(info.identificatie, voor=noor.belanghebbende) == info
    with pytest.raises(AanvraagNotFound):
        get_aanvraag(info.identificatie, voor=Bsn(VREEMDE_BSN))


@pytest.mark.django_db
def test_a_form_with_login_asks_for_it_before_the_first_question(client: Client) -> None:
    publish(niveau=20)
    response = client.get("/formulieren/fietsenstalling/beginnen/")
    assert response["Location"].startswith("/inloggen/?next=%2Fformulieren%2Ffietsenstalling%2Fbeginnen%2F")
    login_burger(client, niveau=Niveau.BASIS)
    assert client.get("/formulieren/fietsenstalling/beginnen/").status_code == 302


@pytest.mark.django_db
def test_a_stranger_finds_neither_draft_nor_receipt(client: Client) -> None:
    publish()
    noor = Invuller(client)
    noor.begin()
    vreemde = Client()
    assert vreemde.get(f"{noor.concept}wanneer/").status_code == 404
    assert vreemde.post(f"{noor.concept}wanneer/", WANNEER).status_code == 404
    noor.post("wanneer", **WANNEER)
    noor.send()
    assert vreemde.get(f"{noor.concept}ontvangst/").status_code == 404
    assert vreemde.get(f"{noor.concept}kopie/").status_code == 404
    assert client.get(f"{noor.concept}ontvangst/").status_code == 200


@pytest.mark.django_db
def test_a_draft_made_after_login_opens_for_that_person_at_that_level_only(client: Client) -> None:
    publish(niveau=10)
    login_burger(client, niveau=Niveau.MIDDEN)
    noor = Invuller(client)
    noor.begin()

    vreemde = Client()
    assert vreemde.get(f"{noor.concept}wanneer/")["Location"].startswith("/inloggen/")
    login_burger(vreemde, Bsn(VREEMDE_BSN))
    assert vreemde.get(f"{noor.concept}wanneer/").status_code == 404

    elsewhere = Client()
    login_burger(elsewhere, niveau=Niveau.BASIS)
    assert elsewhere.get(f"{noor.concept}wanneer/")["Location"].startswith("/inloggen/")
    login_burger(elsewhere, niveau=Niveau.SUBSTANTIEEL)
    assert elsewhere.get(f"{noor.concept}wanneer/").status_code == 200


@pytest.mark.django_db
def test_an_ended_session_at_a_post_says_so_and_keeps_the_steps_before(client: Client) -> None:
    publish(niveau=20)
    login_burger(client)
    noor = Invuller(client)
    noor.begin()
    client.cookies.clear()
    response = noor.post("wanneer", **WANNEER)
    assert response.status_code == 403
    assert "Log opnieuw in" in response.content.decode()
    assert "/inloggen/?next=" in response.content.decode()
    login_burger(client)
    assert client.get(noor.concept)["Location"] == f"{noor.concept}wanneer/"


@pytest.mark.django_db
def test_no_bsn_in_any_address_or_row_in_clear(client: Client) -> None:
    publish(niveau=20)
    login_burger(client)
    noor = Invuller(client)
    noor.fill()
    receipt = noor.send()["Location"]
    assert NOOR_BSN not in receipt
    with connection.cursor() as cursor:
        for table in ("formulieren_aanvraag", "outbox_opdracht"):
            cursor.execute(f"SELECT * FROM {table}")
            assert NOOR_BSN not in str(cursor.fetchall())


def _prepare(client: Client) -> tuple[Concept, str, Eigenaar]:
    publish()
    noor = Invuller(client)
    noor.fill()
    concept = Concept.objects.select_related("versie").get()
    return concept, concept.bewijs, Eigenaar((concept.eigenaar,))


def _race(send: Callable[[], Aanvraag], times: int = 4) -> tuple[list[Aanvraag], list[BaseException]]:
    start, sent, failed = threading.Barrier(times), [], []

    def run() -> None:
        start.wait()
        try:
            sent.append(send())
        except BaseException as error:
            failed.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sent, failed


@pytest.mark.django_db(transaction=True)
def test_four_posts_at_the_same_moment_make_one_aanvraag(client: Client) -> None:
    concept, bewijs, eigenaar = _prepare(client)

    def send() -> Aanvraag:
        return submit_aanvraag(
            concept, antwoorden={"naam": "Noor"}, bewijs=bewijs, eigenaar=eigenaar, now=klok.now()
        )

    sent, failed = _race(send)
    assert failed == []
    assert len({aanvraag.identificatie for aanvraag in sent}) == 1
    assert Aanvraag.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_without_the_claim_that_race_would_show(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    concept, bewijs, eigenaar = _prepare(client)
    monkeypatch.setattr(indienen, "claim_concept", lambda uuid, bewijs: True)

    def send() -> Aanvraag:
        return submit_aanvraag(
            concept, antwoorden={"naam": "Noor"}, bewijs=bewijs, eigenaar=eigenaar, now=klok.now()
        )

    _sent, failed = _race(send)
    assert [type(error) for error in failed] == [IntegrityError] * 3  # the uuid is the last line of defence
    assert Aanvraag.objects.count() == 1
