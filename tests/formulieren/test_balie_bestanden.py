"""Ilse opens files with Noor's consent, and adds the letter that she fills a form in from."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from eloket.accounts.services import Niveau, Rol
from eloket.bestanden.models import Bestand
from eloket.formulieren.models import SCAN, Aanvraag, Bijlage, Concept, Gebeurtenis, Logregel
from eloket.lib import klok
from eloket.lib.partij import Bsn
from eloket.outbox.services import run_due
from eloket.zaken.models import Informatieobjecttype, Zaaktype
from eloket.zaken.services import get_dossier
from tests.accounts.helpers import login_burger, login_medewerker, make_medewerker
from tests.bestanden.clamd_server import clamd_server
from tests.bestanden.monsters import SVG, eicar_pdf, pdf, photo
from tests.formulieren.factories import Invuller, publish
from tests.formulieren.test_bijlagen import STAPPEN, at, map_, scan_now, scanner_down
from tests.formulieren.test_hulp import BALIE, at_desk, begin_at_desk, code_on, ilse
from tests.zaken.factories import VREEMDE

__all__ = ["ilse", "map_", "scanner_down"]  # fixtures

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("map_")]
VOEG_TOE = f"v-{SCAN}"


def file(content: bytes | None = None, naam: str = "brief.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(naam, pdf() if content is None else content)


def begin(ilse: Client, **changes: str) -> str:
    """A letter is on Ilse's table; where her draft is."""
    location: str = begin_at_desk(ilse, **{"kanaal": "post", **changes})["Location"]
    return location.removesuffix("scan/")


def add_scan(ilse: Client, concept: str, *files: SimpleUploadedFile) -> Any:
    return ilse.post(f"{concept}scan/", {"voeg_toe": VOEG_TOE, VOEG_TOE: list(files)})


def add_proof(client: Client, concept: str, *files: SimpleUploadedFile) -> Any:
    data = {"voeg_toe": "v-bewijs", "v-bewijs": list(files), "v-reden": "omdat"}
    return client.post(f"{concept}bewijzen/", data)


def send(ilse: Client, concept: str) -> Any:
    """Fill in and send the form of two steps."""
    ilse.post(f"{concept}wie/", {"v-naam": "Noor de Wit"})
    ilse.post(f"{concept}bewijzen/", {"v-bewijs": [file(photo(), "bewijs.jpg")], "v-reden": "omdat"})
    proof = ilse.get(f"{concept}controleren/").context["form"]["bewijs"].value()
    return ilse.post(f"{concept}controleren/", {"bewijs": proof, "verklaring": "on"})


# --- Files of a question, at the desk -----


def test_ilse_adds_opens_and_removes_files_of_a_draft_of_hers(ilse: Client) -> None:
    publish(stappen=STAPPEN)
    concept = begin(ilse)
    ilse.post(f"{concept}wie/", {"v-naam": "Noor"})
    assert add_proof(ilse, concept, file()).status_code == 302
    bijlage = Bijlage.objects.get()
    where = f"{concept}bijlage/{bijlage.pk}/"
    assert f'href="{where}"' in ilse.get(f"{concept}bewijzen/").text
    answer = ilse.get(where)
    assert answer.getvalue().startswith(b"%PDF-")
    assert answer["Content-Disposition"].startswith("attachment")
    ilse.post(f"{concept}bewijzen/", {"verwijder": str(bijlage.pk), "v-reden": "omdat"})
    assert not Bijlage.objects.exists()
    assert not Logregel.objects.exists()  # her own


def test_after_sending_the_files_are_on_her_receipt_and_nobody_elses(ilse: Client, client: Client) -> None:
    publish(stappen=STAPPEN)
    receipt = send(ilse, begin(ilse))["Location"]
    where = receipt.replace("ontvangst/", f"bijlage/{Bijlage.objects.get().pk}/")
    assert f'href="{where}"' in ilse.get(receipt).text
    assert ilse.get(where).status_code == 200
    colleague = Client()
    login_medewerker(colleague, make_medewerker(Rol.KCC))
    assert colleague.get(where).status_code == 404
    assert client.get(where.replace("/balie", "")).status_code == 404


# --- Files of a resident -----


@pytest.fixture
def noor(client: Client) -> Invuller:
    """She added a payslip to a form of her own."""
    publish(stappen=STAPPEN)
    noor = Invuller(client)
    noor.begin()
    add_proof(client, noor.concept, file(naam="loonstrook.pdf"))
    return noor


def desk_file(noor: Invuller) -> str:
    return f"{at_desk(noor)}bijlage/{Bijlage.objects.get().pk}/"


@pytest.mark.kern
def test_with_noors_code_ilse_opens_her_file_and_that_is_noted(noor: Invuller, ilse: Client) -> None:
    where = desk_file(noor)
    assert ilse.get(where).status_code == 404
    assert not Logregel.objects.filter(gebeurtenis=Gebeurtenis.BESTAND).exists()
    with time_machine.travel(klok.now(), tick=False) as clock:
        ilse.post(BALIE, {"code": code_on(noor.post("hulp"))})
        assert f'href="{where}"' in ilse.get(f"{at_desk(noor)}bewijzen/").text
        answer = ilse.get(where)
        assert answer.getvalue().startswith(b"%PDF-")
        assert answer["Content-Disposition"] == 'attachment; filename="loonstrook.pdf"'
        assert answer["Content-Security-Policy"].startswith("sandbox")
        line = Logregel.objects.get(gebeurtenis=Gebeurtenis.BESTAND)
        assert (line.onderwerp, line.medewerker.last_name) == (Concept.objects.get().pk, "Bakker")
        clock.shift(timedelta(minutes=61))
        login_medewerker(ilse, line.medewerker)
        assert ilse.get(where).status_code == 404
    assert Logregel.objects.filter(gebeurtenis=Gebeurtenis.BESTAND).count() == 1


def test_when_noor_ends_the_help_her_file_is_closed_too(noor: Invuller, ilse: Client) -> None:
    ilse.post(BALIE, {"code": code_on(noor.post("hulp"))})
    noor.post("hulp", stop="1")
    assert ilse.get(desk_file(noor)).status_code == 404


def test_a_file_of_another_draft_stays_closed_for_who_helps(noor: Invuller, ilse: Client) -> None:
    ilse.post(BALIE, {"code": code_on(noor.post("hulp"))})
    joris = Invuller(Client())
    joris.begin()
    add_proof(joris.client, joris.concept, file(photo(), "foto.jpg"))
    theirs = Bijlage.objects.exclude(pk=Bijlage.objects.first().pk).get().pk
    assert ilse.get(f"{at_desk(noor)}bijlage/{theirs}/").status_code == 404
    assert ilse.get(f"{at_desk(joris)}bijlage/{theirs}/").status_code == 404


def test_who_helps_adds_no_letter_to_a_residents_form(noor: Invuller, ilse: Client) -> None:
    ilse.post(BALIE, {"code": code_on(noor.post("hulp"))})
    assert ilse.get(f"{at_desk(noor)}scan/").status_code == 404
    assert add_scan(ilse, at_desk(noor), file()).status_code == 404
    assert "scan/" not in ilse.get(f"{at_desk(noor)}wie/").text
    assert "Scan" not in noor.get("wie").text
    ilse.post(f"{at_desk(noor)}bewijzen/", {"v-reden": "omdat"})
    summary = ilse.get(f"{at_desk(noor)}controleren/").text
    assert "loonstrook.pdf" in summary
    assert "brief" not in summary.lower()


# --- The scan of the letter -----


@pytest.mark.kern
def test_the_letter_goes_to_the_zaak_and_its_writer_finds_it_in_mijn_zaken(ilse: Client) -> None:
    publish(stappen=STAPPEN, niveau=20)
    Informatieobjecttype.objects.create(zaaktype=Zaaktype.objects.get(), omschrijving="Bewijs")
    begun = begin_at_desk(ilse, kanaal="post", soort="bsn", nummer=VREEMDE.nummer)["Location"]
    assert begun.endswith("/scan/")
    assert "Hebt u geen scan? Ga dan verder." in ilse.get(begun).text
    concept = begun.removesuffix("scan/")
    assert add_scan(ilse, concept, file(photo(), "bladzijde 1.jpg")).status_code == 302
    chosen = ilse.post(begun, {VOEG_TOE: [file(naam="bladzijde 2.pdf")]})
    assert chosen["Location"] == concept
    assert "Bekijk de scan van de brief" in ilse.get(f"{concept}wie/").text

    receipt = ilse.get(send(ilse, concept)["Location"]).text
    assert receipt.count("Uw brief:") == 2
    aanvraag = Aanvraag.objects.get()
    run_due(now=klok.now())
    run_due(now=klok.now())
    titels = {document.titel for document in get_dossier(aanvraag.identificatie).documenten}
    assert titels == {"Brief - bladzijde 1.jpg", "Brief - bladzijde 2.pdf", "bewijs.jpg"}

    writer = Client()
    login_burger(writer, Bsn(VREEMDE.nummer))
    page = writer.get(f"/mijn-zaken/{aanvraag.identificatie}/").text
    for document in get_dossier(aanvraag.identificatie).documenten:
        assert document.titel in page
        address = f"/mijn-zaken/{aanvraag.identificatie}/documenten/{document.id}/"
        assert f'href="{address}"' in page
        assert writer.get(address).status_code == 200
    own = f"/formulieren/fietsenstalling/{aanvraag.pk}/"
    scan = Bijlage.objects.filter(veld=SCAN).first()
    assert writer.get(f"{own}bijlage/{scan.pk}/").status_code == 200
    assert f'href="{own}kopie/"' in page
    assert writer.get(f"{own}kopie/").status_code == 200
    assert aanvraag.identificatie in writer.get(f"{own}ontvangst/").text


def test_who_the_letter_is_not_from_finds_nothing(ilse: Client) -> None:
    publish(stappen=STAPPEN, niveau=20)
    concept = begin(ilse, soort="bsn", nummer=VREEMDE.nummer)
    add_scan(ilse, concept, file())
    send(ilse, concept)
    own = f"/formulieren/fietsenstalling/{Aanvraag.objects.get().pk}/"
    scan = f"{own}bijlage/{Bijlage.objects.get(veld=SCAN).pk}/"
    noor, low = Client(), Client()
    login_burger(noor)
    login_burger(low, Bsn(VREEMDE.nummer), niveau=Niveau.BASIS)  # the form asks more
    for somebody in (noor, low, Client()):
        for address in (scan, f"{own}ontvangst/", f"{own}kopie/"):
            assert somebody.get(address).status_code == 404


def test_nobody_has_to_scan_anything(ilse: Client) -> None:
    publish(stappen=STAPPEN)
    concept = begin(ilse)
    assert ilse.post(f"{concept}scan/")["Location"] == concept
    assert "Kies eerst een bestand" in add_scan(ilse, concept).text
    assert send(ilse, concept).status_code == 302
    assert "Uw brief" not in ilse.get(f"{concept}ontvangst/").text


@pytest.mark.parametrize("kanaal", ["telefoon", "balie", "email"])
def test_on_other_ways_in_it_can_be_added_too(ilse: Client, kanaal: str) -> None:
    publish(stappen=STAPPEN)
    concept = begin_at_desk(ilse, kanaal=kanaal)["Location"]
    assert not concept.endswith("/scan/")
    assert f'href="{concept}scan/"' in ilse.get(f"{concept}wie/").text


def test_the_summary_shows_the_letter_and_a_change_of_it_is_shown_first(ilse: Client) -> None:
    publish(stappen=STAPPEN)
    concept = begin(ilse)
    ilse.post(f"{concept}wie/", {"v-naam": "Noor"})
    ilse.post(f"{concept}bewijzen/", {"v-bewijs": [file(photo(), "bewijs.jpg")], "v-reden": "omdat"})
    summary = ilse.get(f"{concept}controleren/")
    assert f'href="{concept}scan/?naar=controleren"' in summary.text
    add_scan(ilse, concept, file())
    shown = {"bewijs": summary.context["form"]["bewijs"].value(), "verklaring": "on"}
    answer = ilse.post(f"{concept}controleren/", shown)
    assert answer["Location"].endswith("?gewijzigd=1")
    assert "brief.pdf" in ilse.get(f"{concept}controleren/").text
    onward = ilse.post(f"{concept}scan/?naar=controleren")
    assert onward["Location"] == f"{concept}controleren/"


def test_a_scan_is_taken_away_again(ilse: Client) -> None:
    publish(stappen=STAPPEN)
    concept = begin(ilse)
    add_scan(ilse, concept, file())
    ilse.post(f"{concept}scan/", {"verwijder": str(Bijlage.objects.get().pk)})
    assert not Bijlage.objects.exists()
    assert "brief.pdf" not in ilse.get(f"{concept}scan/").text


def test_the_same_rules_hold_for_a_scan(ilse: Client, settings: Settings) -> None:
    publish(stappen=STAPPEN)
    concept = begin(ilse)
    assert "“logo.svg” kunnen wij niet aannemen" in add_scan(ilse, concept, file(SVG, "logo.svg")).text
    with clamd_server() as server:
        settings.ELOKET_SCAN = at(server.url)
        assert "misschien een virus" in add_scan(ilse, concept, file(eicar_pdf())).text
    assert not Bijlage.objects.exists()


def test_a_scan_that_turns_out_bad_must_go_before_anything_is_sent(
    ilse: Client, scanner_down: Settings
) -> None:
    publish(stappen=STAPPEN)
    concept = begin(ilse)
    ilse.post(f"{concept}wie/", {"v-naam": "Noor"})
    ilse.post(f"{concept}bewijzen/", {"v-bewijs": [file(photo(), "bewijs.jpg")], "v-reden": "omdat"})
    add_scan(ilse, concept, file())
    scan_now(scanner_down, b"/MediaBox")
    assert ilse.get(f"{concept}controleren/")["Location"] == f"{concept}scan/"
    assert "Verwijder het en kies een ander bestand." in ilse.get(f"{concept}scan/").text
    ilse.post(f"{concept}scan/", {"verwijder": str(Bijlage.objects.get(veld=SCAN).pk)})
    assert ilse.get(f"{concept}controleren/").status_code == 200


def test_who_takes_over_sees_the_letter_on_the_summary_and_cannot_change_it(
    ilse: Client, client: Client
) -> None:
    publish(stappen=STAPPEN)
    concept = begin(ilse)
    add_scan(ilse, concept, file())
    code = code_on(ilse.post(f"{concept}overgeven/"))
    own = client.post("/formulieren/fietsenstalling/overnemen/", {"code": code})["Location"]
    assert ilse.get(f"{concept}scan/").status_code == 404
    client.post(f"{own}wie/", {"v-naam": "Noor"})
    client.post(f"{own}bewijzen/", {"v-bewijs": [file(photo(), "bewijs.jpg")], "v-reden": "omdat"})
    summary = client.get(f"{own}controleren/").text
    assert "Uw brief" in summary
    assert "brief.pdf" in summary
    assert "scan/" not in summary


def test_the_letter_goes_with_a_draft_that_ilse_throws_away(
    ilse: Client, django_capture_on_commit_callbacks: Any
) -> None:
    publish(stappen=STAPPEN)
    concept = begin(ilse)
    add_scan(ilse, concept, file())
    with django_capture_on_commit_callbacks(execute=True):
        ilse.post(f"{concept}weg/")
    assert not Bestand.objects.exists()


def test_a_draft_that_was_sent_in_another_tab_takes_no_scan_any_more(ilse: Client) -> None:
    publish(stappen=STAPPEN)
    concept = begin(ilse)
    send(ilse, concept)
    assert add_scan(ilse, concept, file())["Location"] == f"{concept}ontvangst/"
    assert not Bijlage.objects.filter(veld=SCAN).exists()


def test_colleagues_on_one_connection_each_have_their_own_room(
    ilse: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("eloket.formulieren.views.bijlagen.PER_UUR", 1)
    publish(stappen=STAPPEN)
    concept = begin(ilse)
    assert add_scan(ilse, concept, file()).status_code == 302
    assert "Probeer het over een uur opnieuw" in add_scan(ilse, concept, file(photo(), "b.jpg")).text
    colleague = Client()
    login_medewerker(colleague, make_medewerker(Rol.KCC))
    assert add_scan(colleague, begin(colleague), file()).status_code == 302
