"""Samira offers a file in the admin, looks at what would happen, and takes it over."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from eloket.accounts.services import Rol
from eloket.bestanden.services import BestandNotFound, delete_bestand, read_bestand
from eloket.lib import klok
from eloket.outbox.services import run_due
from eloket.producten.models import Overname
from eloket.producten.overname import opdracht
from eloket.producten.services import ProductPage
from tests.accounts.helpers import login_medewerker, make_medewerker
from tests.producten.factories import Catalogus

LIJST = "/beheer/overnemen/"
TABEL = "id;titel;thema\n1;Paspoort;Verhuizen\n2;Rijbewijs;Onbekend\n;;x\n"


@pytest.fixture
def samira(db: None) -> Client:
    client = Client()
    login_medewerker(client, make_medewerker(Rol.REDACTEUR, naam="Samira Idrissi"))
    return client


def offer(client: Client, content: bytes | str, name: str = "producten.csv") -> Any:
    data = content.encode() if isinstance(content, str) else content
    return client.post(LIJST, {"bestand": SimpleUploadedFile(name, data)})


def offered(client: Client) -> tuple[Overname, str]:
    """After a file that can be read: the row, and its address."""
    response = offer(client, TABEL)
    assert response.status_code == 302
    return Overname.objects.get(), response["Location"]


def test_samira_looks_first_and_nothing_happens(samira: Client, catalogus: Catalogus) -> None:
    _overname, address = offered(samira)
    html = samira.get(address).content.decode()
    assert "Er is nog niets gewijzigd" in html
    assert "3 rijen: 2 nieuw, 0 bijgewerkt, 0 bestond al, 1 overgeslagen." in html
    assert "Thema “Onbekend” bestaat hier niet." in html
    assert ProductPage.objects.count() == 0


def test_samira_takes_it_over_and_edits_what_came(samira: Client, catalogus: Catalogus) -> None:
    overname, address = offered(samira)
    kept = overname.bestand
    assert samira.post(f"{address}uitvoeren/").status_code == 302
    assert "De producten komen nu binnen" in samira.get(address).content.decode()
    run_due(now=klok.now())
    html = samira.get(address).content.decode()
    assert "Klaar." in html
    page = ProductPage.objects.get(slug="paspoort")
    assert f"/beheer/pages/{page.pk}/edit/" in html
    assert samira.get(f"/beheer/pages/{page.pk}/edit/").status_code == 200
    assert page.owner.get_full_name() == "Samira Idrissi"
    with pytest.raises(BestandNotFound):
        read_bestand(kept)
    assert "producten.csv" in samira.get(LIJST).content.decode()


def test_two_clicks_take_over_once(samira: Client, catalogus: Catalogus) -> None:
    _overname, address = offered(samira)
    samira.post(f"{address}uitvoeren/")
    again = samira.post(f"{address}uitvoeren/", follow=True)
    assert "wordt al overgenomen" in again.content.decode()
    run_due(now=klok.now())
    assert ProductPage.objects.count() == 2


def test_samira_thinks_better_of_it(samira: Client, catalogus: Catalogus) -> None:
    overname, address = offered(samira)
    told = samira.post(f"{address}weg/", follow=True).content.decode()
    assert "Er is niets overgenomen" in told
    assert not Overname.objects.exists()
    with pytest.raises(BestandNotFound):
        read_bestand(overname.bestand)


def test_what_is_taken_over_cannot_be_dropped(samira: Client, catalogus: Catalogus) -> None:
    _overname, address = offered(samira)
    samira.post(f"{address}uitvoeren/")
    samira.post(f"{address}weg/")
    run_due(now=klok.now())
    assert Overname.objects.get().status == Overname.Status.KLAAR


def test_a_file_that_was_only_looked_at_is_forgotten_after_a_day(
    samira: Client, catalogus: Catalogus
) -> None:
    overname, _address = offered(samira)
    opdracht.purge_overnames(now=klok.now() + timedelta(hours=23))
    assert Overname.objects.exists()
    opdracht.purge_overnames(now=klok.now() + timedelta(hours=25))
    assert not Overname.objects.exists()
    with pytest.raises(BestandNotFound):
        read_bestand(overname.bestand)


def test_a_file_that_is_gone_by_then_is_told(samira: Client, catalogus: Catalogus) -> None:
    overname, address = offered(samira)
    samira.post(f"{address}uitvoeren/")
    delete_bestand(overname.bestand)
    run_due(now=klok.now())
    assert "Het is niet gelukt" in samira.get(address).content.decode()


def test_the_report_comes_along_as_a_file(samira: Client, catalogus: Catalogus) -> None:
    _overname, address = offered(samira)
    response = samira.get(f"{address}verslag.csv")
    assert response["Content-Type"].startswith("text/csv")
    lines = response.content.decode("utf-8-sig").splitlines()
    assert lines[1].startswith("2;Paspoort;nieuw;")


def test_hostile_text_is_shown_as_text(samira: Client, catalogus: Catalogus) -> None:
    response = offer(samira, "titel\n<script>alert(1)</script>\n", name='"><img src=x>.csv')
    html = samira.get(response["Location"]).content.decode()
    assert "&lt;script&gt;alert(1)" in html
    assert "<img src=x>" not in html


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "Het bestand is leeg"),
        (b"   ", "Het bestand is leeg"),
        (b"PK\x03\x04", "Dit is een Excel-bestand"),
        (b"<a><b></a>", "De XML klopt niet op regel 1"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><scproducten/>', "Dat is niet veilig"),
        (b"\x00\xff\xfe\x00" * 100, "Er is geen kolom"),
        (b"a;b\n1;2\n", "Er is geen kolom"),
        ("titel\n" + "x\n" * 2001, "meer dan 2000 producten"),
        ("titel\n" + "x" * 5_000_001, "groter dan 5 MB"),
    ],
)
def test_what_cannot_be_used_is_told_and_not_kept(
    samira: Client, catalogus: Catalogus, content: bytes | str, told: str
) -> None:
    response = offer(samira, content)
    assert response.status_code == 200
    assert told in response.content.decode()
    assert not Overname.objects.exists()


def test_no_file_at_all_is_told(samira: Client, catalogus: Catalogus) -> None:
    assert "Kies eerst een bestand" in samira.post(LIJST).content.decode()


def test_who_is_no_redacteur_takes_nothing_over(catalogus: Catalogus) -> None:
    kees = Client()
    login_medewerker(kees, make_medewerker(Rol.BEHANDELAAR, naam="Kees de Boer"))
    assert offer(kees, TABEL).status_code in (302, 403)
    assert not Overname.objects.exists()
