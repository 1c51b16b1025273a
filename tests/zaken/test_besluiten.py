"""Kees decides: with reasons, a way to object and a letter; Noor reads it once it is made known."""

from io import BytesIO

import pikepdf
import pytest
from django.test import Client

from eloket.lib import klok
from eloket.zaken.models import Besluit, Besluittype, Document
from eloket.zaken.services import (
    Zaak,
    get_dossier,
    list_besluiten,
    list_documenten,
    open_dossierstuk,
)
from tests.zaken.factories import NOOR
from tests.zaken.test_handelingen import fill, hidden, kees, url, zaak

__all__ = ["kees", "zaak"]  # fixtures
pytestmark = pytest.mark.django_db


def decision(kees: Client, zaak: Zaak, **changes: str) -> dict[str, str]:
    page = kees.get(url(zaak, "besluit")).text
    clause = page.split('name="bezwaar"', 1)[1].split(">", 1)[1].split("</textarea>", 1)[0].strip()
    today = klok.today().isoformat()
    return {
        **hidden(page),
        "besluittype": "Besluit op aanvraag",
        "toelichting": "U mag de boom kappen. De boom is ziek.",
        "bezwaar": clause,
        "datum": today,
        "ingangsdatum": today,
        "vervaldatum": "",
        "brief": "maak",
        "soort_brief": "Besluit",
        **changes,
    }


@pytest.mark.kern
def test_kees_decides_and_noor_reads_it_when_it_is_made_known(kees: Client, zaak: Zaak) -> None:
    page = kees.post(url(zaak, "besluit"), decision(kees, zaak), follow=True)
    assert "Nog niet bekendgemaakt" in page.text
    assert list_documenten(zaak.identificatie, voor=NOOR) == ()
    assert list_besluiten(zaak.identificatie, voor=NOOR) == ()
    (taken,) = get_dossier(zaak.identificatie).besluiten
    before = kees.get(url(zaak, "bekendmaken"))
    assert "Bezwaar maken kan tot en met" in before.text
    data = {**hidden(before.text), "besluit": taken.identificatie, "verzenddatum": klok.today().isoformat()}
    after = kees.post(url(zaak, "bekendmaken"), data, follow=True)
    assert "Bezwaar maken kan tot en met" in after.text
    (known,) = list_besluiten(zaak.identificatie, voor=NOOR)
    assert "De boom is ziek." in known.toelichting
    assert "bezwaar maken" in known.toelichting
    assert known.uiterlijke_reactiedatum is not None
    (letter,) = list_documenten(zaak.identificatie, voor=NOOR)
    assert (letter.id, letter.titel) == (known.document, "Besluit op aanvraag.pdf")


def test_the_letter_is_a_tagged_pdf_with_its_title_and_language(kees: Client, zaak: Zaak) -> None:
    kees.post(url(zaak, "besluit"), decision(kees, zaak))
    found, chunks = open_dossierstuk(zaak.identificatie, str(Document.objects.get().pk))
    assert (found.formaat, found.informatieobjecttype) == ("application/pdf", "Besluit")
    with pikepdf.open(BytesIO(b"".join(chunks))) as pdf:
        assert str(pdf.Root.Lang) == "nl"
        assert bool(pdf.Root.MarkInfo.Marked)
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert str(metadata["dc:title"]).startswith("Besluit op aanvraag")


def test_the_way_to_object_stands_there_already_and_may_not_be_left_out(kees: Client, zaak: Zaak) -> None:
    data = decision(kees, zaak)
    assert "6 weken" in data["bezwaar"]
    for wrong in ("", "Bezwaar kan binnen 3 weken."):
        page = kees.post(url(zaak, "besluit"), {**data, "bezwaar": wrong})
        assert page.status_code == 422
        assert "binnen 6 weken" in page.text
        assert "De boom is ziek." in page.text
    assert not Besluit.objects.exists()


def test_against_what_nobody_can_object_no_way_to_object_is_named(kees: Client, zaak: Zaak) -> None:
    Besluittype.objects.update(reactietermijn="")
    data = decision(kees, zaak)
    assert data["bezwaar"] == ""
    wrong = kees.post(url(zaak, "besluit"), {**data, "bezwaar": "Maak bezwaar."})
    assert "kan geen bezwaar" in wrong.text
    assert kees.post(url(zaak, "besluit"), data).status_code == 302


@pytest.mark.parametrize(
    "changes",
    [
        {"toelichting": " "},
        {"datum": "2099-01-01"},
        {"datum": "2001-01-01"},
        {"vervaldatum": "2001-01-01"},
        {"besluittype": "Iets anders"},
        {"brief": "0b8c1f5e-5f1c-4d6e-9a55-1c9b2f3f0001"},
        {"id": "x" * 60},
    ],
)
def test_what_cannot_be_is_told_and_decides_nothing(
    kees: Client, zaak: Zaak, changes: dict[str, str]
) -> None:
    page = kees.post(url(zaak, "besluit"), decision(kees, zaak, **changes))
    assert page.status_code == 422
    assert not Besluit.objects.exists()
    assert not Document.objects.exists()


def test_a_double_click_decides_once_and_makes_one_letter(kees: Client, zaak: Zaak) -> None:
    data = decision(kees, zaak)
    for _time in range(2):
        assert kees.post(url(zaak, "besluit"), data).status_code == 302
    assert (Besluit.objects.count(), Document.objects.count()) == (1, 1)


def test_a_second_besluit_gets_a_number_of_its_own(kees: Client, zaak: Zaak) -> None:
    for _time in range(2):
        kees.post(url(zaak, "besluit"), decision(kees, zaak, brief=""))
    numbers = [each.identificatie for each in get_dossier(zaak.identificatie).besluiten]
    assert numbers == [f"{zaak.identificatie}-B1", f"{zaak.identificatie}-B2"]


def test_without_pango_kees_reads_what_to_do_and_loses_nothing(
    kees: Client, zaak: Zaak, monkeypatch: pytest.MonkeyPatch
) -> None:
    from eloket.lib.pdf import PdfUnavailable
    from eloket.zaken.backoffice import brief

    def fail(html: str, css: str) -> bytes:
        raise PdfUnavailable("PDF maken lukt niet: installeer Pango")

    monkeypatch.setattr(brief, "write_pdf", fail)
    page = kees.post(url(zaak, "besluit"), decision(kees, zaak))
    assert page.status_code == 422
    assert "installeer Pango" in page.text
    assert "De boom is ziek." in page.text
    assert not Besluit.objects.exists()


def test_making_known_twice_changes_nothing(kees: Client, zaak: Zaak) -> None:
    kees.post(url(zaak, "besluit"), decision(kees, zaak, brief=""))
    data = fill(
        kees,
        zaak,
        "bekendmaken",
        besluit=f"{zaak.identificatie}-B1",
        verzenddatum=klok.today().isoformat(),
    )
    wrong = kees.post(url(zaak, "bekendmaken"), {**data, "verzenddatum": "2099-01-01"})
    assert wrong.status_code == 422
    for _time in range(2):
        assert kees.post(url(zaak, "bekendmaken"), data).status_code == 302
    assert Besluit.objects.get().verzenddatum == klok.today()
