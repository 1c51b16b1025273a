"""Noor answers what Kees asked: once, whatever happens on the way, and nothing that she typed is lost."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client, override_settings

from eloket.accounts.models import Sessie
from eloket.bestanden.models import Bestand, Staat
from eloket.bestanden.services import read_bestand
from eloket.lib import klok
from eloket.lib.partij import Bsn
from eloket.mijnzaken.models import Inzending, Inzendingsbestand, Opvang, Stand
from eloket.mijnzaken.services.opvangen import tidy
from eloket.outbox.models import Opdracht
from eloket.outbox.services import run_due
from eloket.zaken.models import Document
from eloket.zaken.services import get_zaak, list_documenten, set_status
from tests.accounts.helpers import NOOR_BSN, login_burger
from tests.bestanden.monsters import SVG, photo
from tests.mijnzaken.beantwoorden import Beantwoorder, ask, asked_zaak, file
from tests.zaken import faulty
from tests.zaken.factories import NOOR, VREEMDE, open_zaak

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("bestanden", "not_reread")]


@pytest.fixture
def noor(client: Client) -> Beantwoorder:
    """On the page of the question."""
    login_burger(client)
    noor = Beantwoorder(client, *asked_zaak())
    noor.open()
    return noor


def titles(noor: Beantwoorder) -> list[str]:
    return [each.titel for each in list_documenten(noor.zaak.identificatie, voor=NOOR)]


def page(noor: Beantwoorder) -> str:
    return str(noor.client.get(noor.zaak_url).text)


# --- From the question to the answer -----


@pytest.mark.kern
def test_noor_answers_with_words_and_a_file_and_the_clock_goes_on(noor: Beantwoorder) -> None:
    html = page(noor)
    assert "Stuur een &lt;tekening&gt;" in html
    assert f'href="{noor.url}"' in html
    assert "Kees" not in html
    sent = noor.post(tekst="Hier is hij.\r\nGroet", files=[file()])
    assert sent.status_code == 302
    assert "Wij hebben uw antwoord ontvangen" in noor.client.get(sent["Location"]).text
    answer = noor.answered()
    assert (answer.antwoord, len(answer.documenten)) == ("Hier is hij.\nGroet", 1)
    assert titles(noor) == ["tekening.pdf"]
    assert not get_zaak(noor.zaak.identificatie, voor=NOOR).is_opgeschort
    html = page(noor)
    assert "is binnen" in html
    assert f'href="{noor.url}"' not in html
    assert "tekening.pdf" in html


def test_once_the_register_has_it_we_keep_no_copy(noor: Beantwoorder) -> None:
    noor.post(tekst="Mijn tuin", files=[file()])
    sent = Inzending.objects.get()
    assert (sent.stand, sent.tekst) == (Stand.BEZORGD, "")
    assert Inzendingsbestand.objects.count() == 0
    own = Document.objects.get().bestand
    assert [str(row.pk) for row in Bestand.objects.filter(deleted_at=None)] == [own]
    assert read_bestand(own).inhoud.startswith(b"%PDF")


def test_an_answer_without_anything_is_asked_again(noor: Beantwoorder) -> None:
    answer = noor.post(tekst="  \r\n ")
    assert answer.status_code == 200
    assert "Typ uw antwoord, of kies een bestand." in answer.text
    assert not noor.answered().is_beantwoord


def test_an_answer_that_is_too_long_is_told_and_kept(noor: Beantwoorder) -> None:
    answer = noor.post(tekst="a" * 4001)
    assert "Uw antwoord is te lang. Gebruik hooguit 4000 tekens" in answer.text
    assert "a" * 4001 in noor.open()


def test_noor_adds_files_one_by_one_and_takes_one_away(noor: Beantwoorder) -> None:
    first = noor.post(tekst="Twee foto's", files=[file("een.pdf")], voeg_toe="bestanden")
    assert first["Location"].endswith("#id_bestanden")
    noor.post(tekst="Twee foto's", files=[file("twee.jpg", photo())], voeg_toe="bestanden")
    html = noor.open()
    assert "een.pdf" in html
    assert "twee.jpg" in html
    assert "Twee foto&#x27;s" in html
    taken = Inzendingsbestand.objects.order_by("created_at")[0]
    noor.post(tekst="Een foto", verwijder=str(taken.pk))
    assert "een.pdf" not in noor.open()
    noor.post(tekst="Een foto")
    assert titles(noor) == ["twee.jpg"]


@pytest.mark.parametrize(
    ("naam", "content", "words"),
    [
        ("leeg.pdf", b"", "is leeg. Kies een ander bestand."),
        ("groot.pdf", b"%PDF-" + b"x" * 1_100_000, "is te groot. Kies een bestand van hooguit 1 MB."),
        ("logo.svg", SVG, "kunnen wij niet aannemen"),
    ],
)
def test_a_wrong_file_is_told_and_takes_nothing_away(
    noor: Beantwoorder, settings: Any, naam: str, content: bytes, words: str
) -> None:
    settings.ELOKET_UPLOAD_MAX_MB = 1
    answer = noor.post(tekst="Zie de tekening", files=[file(naam, content)])
    assert answer.status_code == 200
    assert words in answer.text
    assert "Zie de tekening" in noor.open()
    assert not noor.answered().is_beantwoord


@pytest.mark.parametrize(
    "naam", ["../../etc/a.pdf", "a\r\nX: y.pdf", "\u202efdp.exe", "x" * 300 + ".pdf", "C:\\a.pdf"]
)
def test_a_file_name_with_a_path_or_worse_becomes_a_plain_name(noor: Beantwoorder, naam: str) -> None:
    noor.post(files=[file(naam)])
    (title,) = titles(noor)
    assert title.endswith(".pdf")
    assert len(title) <= 120
    assert not re.search(r"[/\\\r\n\x00-\x1f\u202e]", title)
    stuk = list_documenten(noor.zaak.identificatie, voor=NOOR)[0].id
    header = noor.client.get(f"{noor.zaak_url}documenten/{stuk}/")["Content-Disposition"]
    assert header.startswith("attachment; filename")
    assert not re.search(r"[\r\n/\\]", header)


def test_no_more_than_five_files(noor: Beantwoorder) -> None:
    many = [file(f"{number}.jpg", photo(size=(20 + number, 20))) for number in range(6)]
    assert "niet meer dan 5 bestanden" in noor.post(files=many, voeg_toe="bestanden").text
    assert Inzendingsbestand.objects.count() == 5


def test_two_gigabytes_are_refused_before_they_are_read(noor: Beantwoorder) -> None:
    class Two:
        taken = 0

        def read(self, size: int = -1) -> bytes:
            self.taken += size
            return b"x" * size

        readline = read

    body = Two()
    length = 2 * 1024**3
    with override_settings(ELOKET_VERZOEK_MAX_BYTES=100_000):
        answer = noor.client.generic(
            "POST",
            noor.url,
            content_type="multipart/form-data; boundary=x",
            CONTENT_LENGTH=str(length),
            **{"wsgi.input": body},
        )
    assert answer.status_code == 413
    assert "is te groot" in answer.content.decode()
    assert body.taken < length / 1000


# --- Once -----


def test_a_second_press_of_the_button_answers_once(noor: Beantwoorder) -> None:
    for _press in range(3):
        assert noor.post(tekst="Hier", files=[file()]).status_code == 302
    assert Inzending.objects.count() == 1
    assert titles(noor) == ["tekening.pdf"]
    assert noor.answered().antwoord == "Hier"


def test_documents_that_nobody_asked_for_come_once_too(noor: Beantwoorder) -> None:
    more = Beantwoorder(noor.client, noor.zaak, None)
    assert "Voeg een document toe" in more.open()
    for _press in range(2):
        answer = more.post(files=[file("foto.pdf")])
        assert answer.status_code == 302
    assert titles(noor) == ["foto.pdf"]
    assert "Wij hebben uw document ontvangen" in noor.client.get(answer["Location"]).text
    assert not noor.answered().is_beantwoord
    more.open()  # and something else later
    assert "Kies een bestand." in more.post().text
    more.post(files=[file("nog een.jpg", photo())])
    assert titles(noor) == ["foto.pdf", "nog een.jpg"]


def test_two_tabs_share_one_draft(noor: Beantwoorder) -> None:
    other = Beantwoorder(noor.client, noor.zaak, noor.verzoek)
    other.open()
    noor.post(tekst="Eerst", voeg_toe="bestanden", files=[file()])
    assert other.post(tekst="Later").status_code == 302
    assert Inzending.objects.count() == 1
    assert (noor.answered().antwoord, titles(noor)) == ("Later", ["tekening.pdf"])


def test_a_colleague_who_answers_the_same_question_answers_nothing_twice(noor: Beantwoorder) -> None:
    """Piet, gemachtigd for what he sent, has a draft of his own; the first answer counts."""
    noor.post(tekst="Van Noor")
    again = noor.client.get(noor.url)
    assert again.status_code == 302
    assert again["Location"] == noor.zaak_url


# --- The session ends -----


@pytest.mark.kern
def test_what_noor_sent_after_her_session_ended_is_there_after_the_login(noor: Beantwoorder) -> None:
    Sessie.objects.all().delete()
    lost = noor.post(tekst="Lang verhaal\nover nooduitgangen", files=[file()])
    assert lost.status_code == 403
    assert "hebben wij een uur voor u bewaard" in lost.text
    assert "kiest u na het inloggen opnieuw" in lost.text
    back = re.search(r"next=([^&\"]+)", lost.text)
    assert back
    assert not noor.answered().is_beantwoord
    login_burger(noor.client)
    noor.url = back[1].replace("%2F", "/").replace("%3F", "?").replace("%3D", "=")
    html = noor.open()
    assert "Uw antwoord is er nog" in html
    assert "Lang verhaal\nover nooduitgangen" in html
    noor.post(tekst="Lang verhaal\nover nooduitgangen")
    assert noor.answered().antwoord == "Lang verhaal\nover nooduitgangen"


def test_what_was_caught_is_shown_at_its_own_question_to_its_own_person_only(noor: Beantwoorder) -> None:
    Sessie.objects.all().delete()
    noor.post(tekst="Geheim van Noor")
    caught = Opvang.objects.get().pk
    stranger = Client()
    login_burger(stranger, Bsn(VREEMDE.nummer))
    theirs = Beantwoorder(stranger, *asked_zaak(belanghebbende=VREEMDE))
    assert "Geheim van Noor" not in stranger.get(f"{theirs.url}?opgevangen={caught}").text
    assert stranger.get(f"{noor.url}?opgevangen={caught}").status_code == 404
    login_burger(noor.client)
    for nonsense in ("x", "", "00000000-0000-0000-0000-000000000000"):
        assert noor.client.get(f"{noor.url}?opgevangen={nonsense}").status_code == 200
    assert tidy(now=klok.now() + timedelta(hours=2)) >= 1
    assert "Geheim van Noor" not in noor.client.get(f"{noor.url}?opgevangen={caught}").text


def test_just_before_the_session_ends_the_page_saves_what_was_typed(noor: Beantwoorder) -> None:
    assert noor.post(tekst="Half af", bewaar="1").status_code == 204
    html = noor.open()
    assert "Half af" in html
    assert "U begon hier al aan." in html
    assert not noor.answered().is_beantwoord


def test_a_draft_that_nobody_comes_back_to_goes_with_its_files(noor: Beantwoorder) -> None:
    noor.post(files=[file()], voeg_toe="bestanden")
    assert tidy(now=klok.now() + timedelta(days=29)) == 0
    assert tidy(now=klok.now() + timedelta(days=31)) == 1
    assert not Inzending.objects.exists()
    assert not Bestand.objects.filter(deleted_at=None).exists()


# --- The register is away -----


def test_an_answer_while_the_register_is_down_is_kept_and_delivered_later(noor: Beantwoorder) -> None:
    """She had the page open; the words are hers from the moment that she presses the button."""
    moment = klok.now()
    with override_settings(ELOKET_ZAKEN=faulty.WITH_ALL):
        sent = noor.post(tekst="Hier is hij", files=[file()])
        assert sent.status_code == 302
        run_due(now=moment)
        down = noor.client.get(sent["Location"])
        assert down.status_code == 503
        assert "U hoeft niets opnieuw te sturen" in down.text
    assert not noor.answered().is_beantwoord
    assert "Wat vraagt uw actie?" not in noor.client.get("/mijn-zaken/").text  # she did it
    html = page(noor)
    assert "Uw antwoord hebben wij ontvangen" in html
    assert f'href="{noor.url}"' not in html
    run_due(now=moment + timedelta(minutes=5))
    answer = noor.answered()
    assert (answer.antwoord, titles(noor)) == ("Hier is hij", ["tekening.pdf"])
    assert answer.beantwoord_op is not None
    assert answer.beantwoord_op < moment + timedelta(minutes=1)  # when she sent it, not when it came through
    assert "U hoeft niets opnieuw te sturen" not in page(noor)


def test_a_register_elsewhere_gets_it_from_the_worker_once(noor: Beantwoorder) -> None:
    with override_settings(ELOKET_ZAKEN=faulty.elsewhere()):
        noor.post(tekst="Hier", files=[file()])
        assert not noor.answered().is_beantwoord
        run_due(now=klok.now())
        assert noor.answered().antwoord == "Hier"
    (work,) = Opdracht.objects.filter(handler="mijnzaken.bezorg")
    assert "Hier" not in repr(work.ids)
    assert titles(noor) == ["tekening.pdf"]


def test_a_register_that_is_down_while_she_opens_the_page_says_so(noor: Beantwoorder) -> None:
    with override_settings(ELOKET_ZAKEN=faulty.WITH_ALL):
        down = noor.client.get(noor.url)
    assert down.status_code == 503
    assert "U kunt nu even niets sturen" in down.text


def test_a_wrong_answer_while_the_register_is_down_is_told_with_the_words_kept(noor: Beantwoorder) -> None:
    with override_settings(ELOKET_ZAKEN=faulty.WITH_ALL):
        answer = noor.post(tekst="Zie tekening", files=[file("logo.svg", SVG)])
    assert answer.status_code == 200
    assert "kunnen wij niet aannemen" in answer.text
    assert "Zie tekening" in answer.text


def test_what_was_answered_otherwise_meanwhile_comes_to_the_zaak_as_a_document(noor: Beantwoorder) -> None:
    """The zaak was closed while she typed: her words are not thrown away."""
    set_status(
        noor.zaak.identificatie,
        statustype_volgnummer=3,
        toelichting="",
        resultaat="Verwerkt",
        door="kees",
        now=klok.now(),
    )
    assert noor.post(tekst="Toch nog", files=[file()]).status_code == 302
    assert sorted(titles(noor)) == ["Antwoord van de inwoner.txt", "tekening.pdf"]
    assert noor.client.get(noor.url).status_code == 302


def test_a_held_file_comes_to_the_zaak_when_the_scanner_has_spoken(noor: Beantwoorder) -> None:
    noor.post(files=[file()], voeg_toe="bestanden")
    Bestand.objects.update(staat=Staat.WACHT)
    assert noor.post(tekst="Hier").status_code == 302
    assert (noor.answered().antwoord, titles(noor)) == ("Hier", [])
    assert "U hoeft niets opnieuw te sturen" in page(noor)
    Bestand.objects.update(staat=Staat.SCHOON)
    from eloket.outbox.services import publish

    publish("bestand.vrijgegeven", Inzendingsbestand.objects.get().bestand, now=klok.now())
    run_due(now=klok.now())
    assert titles(noor) == ["tekening.pdf"]
    assert Inzending.objects.get().stand == Stand.BEZORGD


def test_noor_reads_that_a_file_was_refused_afterwards(noor: Beantwoorder) -> None:
    noor.post(files=[file()], voeg_toe="bestanden")
    Bestand.objects.update(staat=Staat.WACHT)
    noor.post(tekst="Hier")
    Bestand.objects.update(staat=Staat.GEWEIGERD)
    from eloket.outbox.services import publish

    publish("bestand.geweigerd", Inzendingsbestand.objects.get().bestand, now=klok.now())
    run_due(now=klok.now())
    html = page(noor)
    assert "Wij hebben “tekening.pdf” weggehaald" in html
    assert "U hoeft niets opnieuw te sturen" not in html


# --- Who may -----


def test_a_stranger_cannot_answer_or_add_and_nothing_is_kept(noor: Beantwoorder) -> None:
    stranger = Client()
    login_burger(stranger, Bsn(VREEMDE.nummer))
    for verzoek in (noor.verzoek, None):
        theirs = Beantwoorder(stranger, noor.zaak, verzoek)
        theirs.merk = noor.merk  # taken from Noor's own page
        assert theirs.client.get(theirs.url).status_code == 404
        assert theirs.post(tekst="Ik ben Noor", files=[file()]).status_code == 404
    assert not Inzending.objects.exists()


@pytest.mark.parametrize("merk", ["", "x", "eyJhIjoxfQ:1x:abc"])
def test_a_page_without_our_mark_is_shown_again_with_what_was_typed(noor: Beantwoorder, merk: str) -> None:
    noor.merk = merk
    answer = noor.post(tekst="Al getypt")
    assert answer.status_code == 200
    assert "Verstuur het nog een keer" in answer.text
    assert "Al getypt" in answer.text
    assert not Inzending.objects.exists()


def test_a_mark_is_for_one_question_only(noor: Beantwoorder) -> None:
    other = Beantwoorder(noor.client, *asked_zaak())
    other.merk = noor.merk
    assert "Verstuur het nog een keer" in other.post(tekst="Hier").text


def test_a_question_that_is_not_there_is_not_found(noor: Beantwoorder) -> None:
    elsewhere = ask(open_zaak(startdatum=klok.today(), now=klok.now()))
    for path in ("antwoord/x/", f"antwoord/{elsewhere.id}/"):
        assert noor.client.get(noor.zaak_url + path).status_code == 404


def test_after_the_last_day_noor_can_still_answer(noor: Beantwoorder) -> None:
    from eloket.zaken.models import Verzoek

    Verzoek.objects.update(hersteltermijn=klok.today() - timedelta(days=1))
    assert "Antwoorden kon tot en met" in page(noor)
    assert "Stuur het alsnog" in noor.open()
    assert noor.post(tekst="Te laat").status_code == 302
    assert noor.answered().antwoord == "Te laat"


def test_words_stand_encrypted_until_they_are_there(noor: Beantwoorder) -> None:
    from django.db import connection

    noor.post(tekst="Mijn buurman heet Henk", bewaar="1")
    with connection.cursor() as cursor:
        cursor.execute('SELECT * FROM "mijnzaken_inzending"')
        stored = repr(cursor.fetchall())
    assert "Henk" not in stored
    assert NOOR_BSN not in stored
