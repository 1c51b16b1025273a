"""Noor sends files along: one by one, without JavaScript, and nothing that she typed is lost."""

import json
import re
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from eloket.accounts.services import Rol
from eloket.bestanden.models import Bestand, Staat
from eloket.bestanden.services import list_bestanden, read_bestand
from eloket.formulieren.models import Aanvraag, Bijlage, Concept
from eloket.formulieren.services import bijlagen
from eloket.formulieren.services.bewaren import tidy
from eloket.formulieren.services.concepten import BEWAARTERMIJN
from eloket.formulieren.services.hervatten import discard_concept
from eloket.formulieren.services.kopie import kopie_context
from eloket.lib import klok
from eloket.outbox.models import Opdracht
from eloket.outbox.services import run_due
from eloket.zaken.models import Informatieobjecttype, Zaaktype
from eloket.zaken.services import get_dossier, open_dossierstuk
from tests.accounts.helpers import login_medewerker, make_medewerker
from tests.bestanden.clamd_server import clamd_server
from tests.bestanden.monsters import SVG, eicar_pdf, huge_png, locked_pdf, pdf, photo, upload
from tests.formulieren.factories import WIE, Invuller, publish
from tests.tooling.commando import free_ports

pytestmark = pytest.mark.django_db

BEWIJS = {
    "soort": "bestand",
    "sleutel": "bewijs",
    "label": {"nl": "Bewijs van inkomen", "en": "Proof of income"},
    "informatieobjecttype": "Bewijs",
    "instellingen": {"max_aantal": 3, "max_mb": 2},
}
NAAM = {"soort": "tekst", "sleutel": "naam", "label": {"nl": "Wat is uw naam?"}}
REDEN = {"soort": "tekst", "sleutel": "reden", "label": {"nl": "Waarom?"}}
STAPPEN = [
    {"sleutel": "wie", "titel": {"nl": "Wie bent u?"}, "velden": [NAAM]},
    {"sleutel": "bewijzen", "titel": {"nl": "Bewijzen"}, "velden": [BEWIJS, REDEN]},
]


@pytest.fixture(autouse=True)
def map_(tmp_path: Path, settings: Settings) -> Path:
    storage = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": tmp_path / "bestanden", "base_url": None},
    }
    settings.STORAGES = {**settings.STORAGES, "bestanden": storage}
    return tmp_path / "bestanden"


def file(content: bytes | None = None, naam: str = "loonstrook.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(naam, pdf() if content is None else content)


def distinct(number: int) -> bytes:
    return photo(size=(20 + number, 20))


@pytest.fixture
def noor(client: Client) -> Invuller:
    """At the step that asks for proof, of a kind that the zaaktype knows."""
    publish(stappen=STAPPEN)
    standaard = Zaaktype.objects.get(identificatie="aanvraag")
    Informatieobjecttype.objects.create(zaaktype=standaard, omschrijving="Bewijs")
    noor = Invuller(client)
    noor.begin()
    return noor


def add(noor: Invuller, *files: SimpleUploadedFile, **typed: str) -> HttpResponse:
    data: dict[str, Any] = {"voeg_toe": "v-bewijs", "v-bewijs": list(files), **typed}
    return noor.client.post(f"{noor.concept}bewijzen/", data)


def page(noor: Invuller, step: str = "bewijzen") -> str:
    return noor.get(step).content.decode()


def send(noor: Invuller) -> Aanvraag:
    assert noor.post("bewijzen", **{"v-reden": "omdat"}).status_code == 302
    assert noor.send().status_code == 302
    return Aanvraag.objects.get()


@pytest.mark.kern
def test_noor_adds_two_files_one_by_one_and_what_she_typed_stays(noor: Invuller) -> None:
    first = add(noor, file(), **{"v-reden": "ik heb weinig"})
    assert first.status_code == 302
    assert first["Location"].endswith("bewijzen/#id_v-bewijs")
    add(noor, file(photo(), "foto.jpg"), **{"v-reden": "ik heb weinig"})
    shown = page(noor)
    assert "loonstrook.pdf" in shown
    assert "foto.jpg" in shown
    assert 'value="ik heb weinig"' in shown
    assert "Kies nog een bestand" in shown
    assert "Er is 1 ding" not in shown
    assert 'enctype="multipart/form-data"' in shown


@pytest.mark.kern
def test_the_files_are_on_the_summary_the_copy_and_the_receipt_by_name_and_size(noor: Invuller) -> None:
    add(noor, file())
    assert noor.post("bewijzen", **{"v-reden": "omdat"})["Location"].endswith("controleren/")
    size = f"({max(1, round(Bestand.objects.get().grootte / 1000))} kB)"  # the copy is not there yet
    assert f"loonstrook.pdf {size}" in page(noor, "controleren")
    noor.send()
    aanvraag = Aanvraag.objects.get()
    rows = {str(veld.label): value for veld, value in kopie_context(aanvraag)["stappen"][1][1]}
    assert rows["Bewijs van inkomen"] == f"loonstrook.pdf {size}"
    assert "loonstrook.pdf" in page(noor, "ontvangst")
    assert Bijlage.objects.get().aanvraag == aanvraag


def test_choosing_and_going_on_at_once_works_too(noor: Invuller) -> None:
    response = noor.client.post(f"{noor.concept}bewijzen/", {"v-bewijs": [file()], "v-reden": "omdat"})
    assert response["Location"].endswith("controleren/")
    assert "loonstrook.pdf" in page(noor, "controleren")


def test_a_file_stays_when_another_answer_is_missing(noor: Invuller) -> None:
    response = noor.client.post(f"{noor.concept}bewijzen/", {"v-bewijs": [file()]})
    shown = response.content.decode()
    assert "Vul dit in." in shown
    assert "loonstrook.pdf" in shown
    assert "loonstrook.pdf" in page(noor)


def test_a_file_in_the_very_first_step_begins_the_draft(client: Client) -> None:
    publish(stappen=[STAPPEN[1]])
    noor = Invuller(client)
    data = {"voeg_toe": "v-bewijs", "v-bewijs": [file()], "v-reden": "omdat"}
    added = client.post(f"{noor.start}beginnen/", data)
    assert added.status_code == 302
    step = client.get(added["Location"].partition("#")[0])
    shown = client.get(step["Location"]).content.decode()
    assert "loonstrook.pdf" in shown
    assert 'value="omdat"' in shown


def test_a_refused_file_in_the_first_step_is_told_there(client: Client) -> None:
    publish(stappen=[STAPPEN[1]])
    noor = Invuller(client)
    told = client.post(f"{noor.start}beginnen/", {"v-bewijs": [file(SVG, "logo.svg")], "v-reden": "omdat"})
    assert "“logo.svg” kunnen wij niet aannemen" in told.content.decode()
    again = client.post(f"{noor.start}beginnen/", {"v-bewijs": [file()], "v-reden": "omdat"})
    assert again["Location"].endswith("controleren/")


def test_without_a_required_file_the_step_asks_for_it(noor: Invuller) -> None:
    shown = noor.post("bewijzen", **{"v-reden": "omdat"}).content.decode()
    assert "Kies een bestand en druk op “Voeg toe”." in shown
    assert 'href="#id_v-bewijs_kies"' in shown


def test_the_button_without_a_file_says_so_and_complains_of_nothing_else(noor: Invuller) -> None:
    shown = add(noor).content.decode()
    assert "Kies eerst een bestand" in shown
    assert "Er is 1 ding dat u nog moet aanpassen" in shown


def test_a_file_is_taken_away_and_its_bytes_go_too(
    noor: Invuller, map_: Path, django_capture_on_commit_callbacks: Any
) -> None:
    add(noor, file(), **{"v-reden": "omdat"})
    bijlage = Bijlage.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        response = noor.post("bewijzen", verwijder=str(bijlage.pk), **{"v-reden": "toch niet"})
    assert response.status_code == 302
    shown = page(noor)
    assert "loonstrook.pdf" not in shown
    assert 'value="toch niet"' in shown
    assert not [path for path in map_.rglob("*") if path.is_file()]
    again = noor.post("bewijzen", verwijder=str(bijlage.pk))
    assert again.status_code == 302


@pytest.mark.parametrize("id", ["", "x", "00000000-0000-4000-8000-000000000000", "../../db"])
def test_taking_away_what_is_not_there_does_nothing(noor: Invuller, id: str) -> None:
    add(noor, file())
    assert noor.post("bewijzen", verwijder=id).status_code == 302
    assert Bijlage.objects.count() == 1


# --- What is refused -----


@pytest.mark.parametrize(
    ("content", "naam", "told"),
    [
        (b"", "leeg.pdf", "is leeg"),
        (SVG, "logo.svg", "Dit kan wel: pdf, jpg, png, webp of heic."),
        (locked_pdf(), "slot.pdf", "staat een wachtwoord"),
        (b"%PDF-1.7 stuk", "stuk.pdf", "kunnen wij niet lezen"),
        (huge_png(), "groot.png", "te veel beeldpunten"),
        (b"%PDF-" + b"x" * 2_200_000, "plan.pdf", "te groot. Kies een bestand van hooguit 2 MB."),
    ],
)
def test_a_refused_file_is_told_by_name_and_the_rest_is_kept(
    noor: Invuller, content: bytes, naam: str, told: str
) -> None:
    add(noor, file())
    response = add(noor, file(content, naam), **{"v-reden": "omdat"})
    shown = response.content.decode()
    assert response.status_code == 200
    assert naam in shown
    assert told in shown
    assert "loonstrook.pdf" in shown
    assert 'value="omdat"' in shown
    assert "loonstrook.pdf" in page(noor)
    assert 'value="omdat"' in page(noor)


def test_more_files_than_may_come_along_are_told_once(noor: Invuller) -> None:
    shown = add(noor, *[file(distinct(number), f"{number}.jpg") for number in range(100)]).content.decode()
    assert Bijlage.objects.count() == 3
    assert shown.count("niet meer dan 3 bestanden meesturen") == 2  # above the form and at the question
    assert 'type="file"' not in shown
    assert 'href="#id_v-bewijs"' in shown


def test_the_same_file_twice_is_one(noor: Invuller) -> None:
    content = pdf()
    assert add(noor, file(content)).status_code == 302
    assert add(noor, file(content, "nog een keer.pdf")).status_code == 302
    assert Bijlage.objects.count() == Bestand.objects.count() == 1


def test_what_is_posted_as_an_answer_is_never_taken_for_a_file(noor: Invuller) -> None:
    forged = json.dumps({"id": str(uuid4()), "naam": "x.pdf", "grootte": 1, "staat": "schoon"})
    response = noor.post("bewijzen", **{"v-bewijs": forged, "v-reden": "omdat"})
    assert response.status_code == 200
    assert "x.pdf" not in response.content.decode()


def test_a_name_is_text_and_nothing_else(noor: Invuller) -> None:
    add(noor, file(naam="<img src=x onerror=alert(1)>.pdf"))
    shown = page(noor)
    assert "<img" not in shown
    assert "img src=x onerror=alert(1)" in shown


def test_too_many_from_one_connection_wait(noor: Invuller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eloket.formulieren.views.bijlagen.PER_UUR", 0)
    assert "Probeer het over een uur opnieuw" in add(noor, file()).content.decode()


# --- Whose it is -----


def address(noor: Invuller) -> str:
    return f"{noor.concept}bijlage/{Bijlage.objects.get().pk}/"


def test_noor_can_have_her_file_back_before_and_after_sending(noor: Invuller) -> None:
    add(noor, file())
    where = address(noor)
    assert f'href="{where}"' in page(noor)
    before = noor.client.get(where)
    assert before.getvalue().startswith(b"%PDF-")
    assert before["Content-Disposition"] == 'attachment; filename="loonstrook.pdf"'
    assert before["X-Content-Type-Options"] == "nosniff"
    assert before["Content-Security-Policy"].startswith("sandbox")
    send(noor)
    assert noor.client.get(where).getvalue().startswith(b"%PDF-")


def test_for_a_stranger_no_file_exists_before_or_after_sending(noor: Invuller) -> None:
    add(noor, file())
    where, stranger = address(noor), Client()
    assert stranger.get(where).status_code == 404
    assert stranger.post(where).status_code == 404
    send(noor)
    assert stranger.get(where).status_code == 404


def test_one_draft_does_not_open_or_remove_the_file_of_another(noor: Invuller, client: Client) -> None:
    add(noor, file())
    joris = Invuller(Client())
    joris.begin(**WIE)
    theirs = str(Bijlage.objects.get().pk)
    assert joris.client.get(f"{joris.concept}bijlage/{theirs}/").status_code == 404
    joris.post("bewijzen", verwijder=theirs)
    assert Bijlage.objects.count() == 1


# --- Gone with the draft -----


def files_on_disk(map_: Path) -> list[Path]:
    return [path for path in map_.rglob("*") if path.is_file()]


def test_a_draft_that_expires_takes_its_files_along(
    noor: Invuller, map_: Path, django_capture_on_commit_callbacks: Any
) -> None:
    add(noor, file())
    with django_capture_on_commit_callbacks(execute=True):
        tidy(now=klok.now() + BEWAARTERMIJN + timedelta(days=1))
        assert bijlagen.purge_bijlagen() == 1
    assert not files_on_disk(map_)
    assert not Bijlage.objects.exists()
    assert not Bestand.objects.exists()


def test_a_draft_that_noor_throws_away_takes_its_files_along_at_once(
    noor: Invuller, map_: Path, django_capture_on_commit_callbacks: Any
) -> None:
    add(noor, file())
    with django_capture_on_commit_callbacks(execute=True):
        discard_concept(Concept.objects.get(), now=klok.now())
    assert not files_on_disk(map_)


def test_files_of_an_aanvraag_stay(noor: Invuller) -> None:
    add(noor, file())
    send(noor)
    assert bijlagen.purge_bijlagen() == 0
    assert read_bestand(Bijlage.objects.get().bestand).naam == "loonstrook.pdf"


def test_a_kill_between_bytes_and_row_leaves_nothing_that_counts(
    noor: Invuller, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        pass

    concept = Concept.objects.get()
    veld = concept.versie.definitie.velden[1]

    def die(self: object, **kwargs: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(type(Bijlage.objects), "create", die)
        with pytest.raises(Killed):
            bijlagen.add_bijlagen(concept, veld, [upload(pdf())], now=klok.now())
    assert not Bestand.objects.exists()
    assert not Bijlage.objects.exists()
    assert add(noor, file()).status_code == 302


def test_a_draft_that_was_sent_from_another_tab_takes_no_file_any_more(noor: Invuller) -> None:
    add(noor, file())
    aanvraag = send(noor)
    response = add(noor, file(photo(), "te laat.jpg"))
    assert response["Location"].endswith(f"{aanvraag.pk}/ontvangst/")
    assert Bijlage.objects.count() == 1


def test_a_full_storage_is_told_and_costs_nothing_else(
    noor: Invuller, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: object, name: str, content: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("django.core.files.storage.FileSystemStorage._save", full)
    shown = add(noor, file(), **{"v-reden": "omdat"}).content.decode()
    assert "konden wij nu niet bewaren" in shown
    assert 'value="omdat"' in shown


# --- The scanner -----


@pytest.fixture
def scanner_down(settings: Settings) -> Settings:
    settings.ELOKET_SCAN = at(f"tcp://127.0.0.1:{free_ports()}")
    return settings


def at(url: str) -> Any:
    return {"default": {"BACKEND": "eloket.bestanden.backends.clamd.ClamdScanner", "OPTIONS": {"url": url}}}


def scan_now(settings: Settings, virus: bytes) -> None:
    with clamd_server() as server:
        server.virus = virus
        settings.ELOKET_SCAN = at(server.url)
        run_due(now=klok.now() + timedelta(hours=1))


def test_eicar_is_refused_on_the_page(noor: Invuller, settings: Settings) -> None:
    with clamd_server() as server:
        settings.ELOKET_SCAN = at(server.url)
        assert "misschien een virus" in add(noor, file(eicar_pdf())).content.decode()


def test_while_the_scanner_is_down_noor_can_send_and_nobody_gets_the_file(
    noor: Invuller, scanner_down: Settings
) -> None:
    add(noor, file())
    shown = page(noor)
    assert "Wij controleren dit bestand nog op virussen" in shown
    where = address(noor)
    assert noor.client.get(where).status_code == 404
    assert "bijlage/" not in shown
    send(noor)
    scan_now(scanner_down, b"iets anders")
    assert list_bestanden([Bijlage.objects.get().bestand]).popitem()[1].staat == Staat.SCHOON
    assert noor.client.get(where).status_code == 200


def test_a_held_file_of_a_draft_that_turns_out_bad_must_go_before_it_is_sent(
    noor: Invuller, scanner_down: Settings
) -> None:
    add(noor, file())
    noor.post("bewijzen", **{"v-reden": "omdat"})
    scan_now(scanner_down, b"/MediaBox")
    assert noor.get("controleren")["Location"].endswith("bewijzen/")
    shown = page(noor)
    assert "Weggehaald: hier zat misschien een virus in." in shown
    assert "Verwijder het en kies een ander bestand." in shown
    noor.post("bewijzen", verwijder=str(Bijlage.objects.get().pk), **{"v-reden": "omdat"})
    add(noor, file(photo(), "foto.jpg"))
    assert noor.post("bewijzen", **{"v-reden": "omdat"})["Location"].endswith("controleren/")


def test_a_file_that_was_sent_and_turns_out_bad_is_told_to_kees_and_to_noor(
    client: Client, scanner_down: Settings
) -> None:
    email = {"soort": "email", "sleutel": "email", "label": {"nl": "E-mailadres"}}
    publish(stappen=[{**STAPPEN[0], "velden": [NAAM, email]}, STAPPEN[1]])
    noor = Invuller(client)
    noor.begin(**WIE, **{"v-email": "noor@rietwaard.example"})
    add(noor, file())
    aanvraag = send(noor)
    scan_now(scanner_down, b"/MediaBox")
    assert [sent.subject for sent in mail.outbox if "niet gebruiken" in sent.subject] == [
        f"Een bestand bij uw aanvraag konden wij niet gebruiken ({aanvraag.identificatie})"
    ]
    asked = Opdracht.objects.filter(handler="formulieren.deliver_bijlage", status="mens_nodig").get()
    assert aanvraag.identificatie in asked.reason
    assert "Vraag de aanvrager om een nieuw" in asked.reason
    assert not get_dossier(aanvraag.identificatie).documenten


# --- The zaak -----


def test_kees_finds_the_file_with_the_zaak_as_what_it_is(noor: Invuller) -> None:
    add(noor, file())
    aanvraag = send(noor)
    run_due(now=klok.now())
    run_due(now=klok.now())
    (document,) = get_dossier(aanvraag.identificatie).documenten
    assert (document.titel, document.informatieobjecttype) == ("loonstrook.pdf", "Bewijs")
    kees = Client()
    login_medewerker(kees, make_medewerker(Rol.BEHANDELAAR))
    page = kees.get(f"/beheer/zaken/{aanvraag.identificatie}/").content.decode()
    where = f"/beheer/zaken/{aanvraag.identificatie}/documenten/{document.id}/"
    assert f'href="{where}"' in page
    answer = kees.get(where)
    assert answer.getvalue().startswith(b"%PDF-")
    assert answer["Content-Disposition"].startswith("attachment")
    assert kees.get(where.replace(document.id, str(uuid4()))).status_code == 404


def test_what_the_zaak_has_stays_when_the_aanvraag_is_wiped(
    noor: Invuller, django_capture_on_commit_callbacks: Any
) -> None:
    add(noor, file())
    aanvraag = send(noor)
    run_due(now=klok.now())
    identificatie = aanvraag.identificatie
    with django_capture_on_commit_callbacks(execute=True):
        Bijlage.objects.update(aanvraag=None)
        assert bijlagen.purge_bijlagen() == 1
    (document,) = get_dossier(identificatie).documenten
    assert b"".join(open_dossierstuk(identificatie, document.id)[1]).startswith(b"%PDF-")


def test_a_held_file_reaches_the_zaak_when_it_is_free(noor: Invuller, scanner_down: Settings) -> None:
    add(noor, file())
    aanvraag = send(noor)
    run_due(now=klok.now())
    assert not get_dossier(aanvraag.identificatie).documenten
    scan_now(scanner_down, b"iets anders")
    assert len(get_dossier(aanvraag.identificatie).documenten) == 1


# --- What it costs -----


def test_a_step_without_files_costs_no_query_about_them(
    noor: Invuller, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(10) as asked:
        noor.post("wie", **WIE)
    assert not [query for query in asked.captured_queries if "bijlage" in query["sql"]]


def test_a_step_with_files_stays_within_ten_queries(
    noor: Invuller, django_assert_max_num_queries: Any
) -> None:
    add(noor, file())
    with django_assert_max_num_queries(10):
        page(noor)
    with django_assert_max_num_queries(10):
        noor.post("bewijzen", **{"v-reden": "omdat"})


def test_no_file_name_stands_readable_in_the_draft_or_the_aanvraag(noor: Invuller) -> None:
    from django.db import connection

    add(noor, file(naam="ontslagbrief.pdf"))
    send(noor)
    with connection.cursor() as cursor:
        cursor.execute("SELECT antwoorden FROM formulieren_aanvraag")
        assert not re.search("ontslagbrief", str(cursor.fetchall()))


def test_an_aanvraag_is_wiped_only_when_the_zaak_has_its_files(noor: Invuller) -> None:
    add(noor, file())
    aanvraag = send(noor)
    later = klok.now() + timedelta(days=400)
    assert tidy(now=later).gewist == 0
    run_due(now=klok.now())
    assert tidy(now=later).gewist == 1
    assert Bijlage.objects.get().aanvraag is None
    assert get_dossier(aanvraag.identificatie).documenten
