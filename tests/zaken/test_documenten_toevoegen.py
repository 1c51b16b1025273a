"""Kees adds a document, and says whether Noor may see it; and what closing means for the dossier."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from eloket.bestanden.services import ScannerError
from eloket.lib import klok
from eloket.zaken.models import Document, Resultaattype
from eloket.zaken.services import Zaak, get_dossier, list_documenten
from tests.bestanden.monsters import SVG, locked_pdf, pdf
from tests.zaken.factories import NOOR
from tests.zaken.test_handelingen import fill, kees, url, zaak

__all__ = ["kees", "zaak"]  # fixtures
pytestmark = pytest.mark.django_db


def add(kees: Client, zaak: Zaak, content: bytes, naam: str = "advies.pdf", **fields: str) -> str:
    """The page that Kees gets."""
    data = fill(kees, zaak, "document", **{"titel": "", "informatieobjecttype": "Bewijs"} | fields)
    page = kees.post(
        url(zaak, "document"), {**data, "bestand": SimpleUploadedFile(naam, content)}, follow=True
    )
    return page.text


def test_what_kees_adds_stays_inside_unless_he_says_so(kees: Client, zaak: Zaak) -> None:
    assert "De inwoner ziet het niet." in add(kees, zaak, pdf())
    assert list_documenten(zaak.identificatie, voor=NOOR) == ()
    assert "De inwoner ziet het in Mijn zaken." in add(
        kees, zaak, pdf(), titel="Advies van de boswachter", tonen="on"
    )
    (seen,) = list_documenten(zaak.identificatie, voor=NOOR)
    assert (seen.titel, seen.informatieobjecttype) == ("Advies van de boswachter.pdf", "Bewijs")
    assert len(get_dossier(zaak.identificatie).documenten) == 2


@pytest.mark.parametrize(
    ("content", "naam"), [(b"", "leeg.pdf"), (SVG, "plaatje.svg"), (locked_pdf(), "slot.pdf")]
)
def test_what_cannot_be_used_is_told_in_words_and_not_kept(
    kees: Client, zaak: Zaak, content: bytes, naam: str
) -> None:
    page = add(kees, zaak, content, naam, titel="Mijn naam ervoor")
    assert "Mijn naam ervoor" in page
    assert not Document.objects.exists()


def test_without_a_file_or_with_a_kind_that_is_not_there_nothing_is_added(kees: Client, zaak: Zaak) -> None:
    data = fill(kees, zaak, "document", titel="", informatieobjecttype="Bewijs")
    assert kees.post(url(zaak, "document"), data).status_code == 422
    add(kees, zaak, pdf(), informatieobjecttype="Rijbewijs")
    assert not Document.objects.exists()


def test_an_internal_document_is_never_shown(kees: Client, zaak: Zaak) -> None:
    assert "intern: de inwoner ziet het nooit" in add(
        kees, zaak, pdf(), informatieobjecttype="Advies", tonen="on"
    )
    assert not Document.objects.exists()


def test_the_same_document_twice_is_one(kees: Client, zaak: Zaak) -> None:
    data = fill(kees, zaak, "document", titel="", informatieobjecttype="Bewijs")
    for _time in range(2):
        kees.post(url(zaak, "document"), {**data, "bestand": SimpleUploadedFile("advies.pdf", pdf())})
    assert Document.objects.count() == 1


def test_while_the_scanner_is_silent_kees_is_asked_to_try_again(
    kees: Client, zaak: Zaak, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Silent:
        def scan(self, chunks: object) -> None:
            raise ScannerError("geen antwoord")

    monkeypatch.setattr("eloket.bestanden.services.ontvangen.get_scanner", Silent)
    assert "over een paar minuten opnieuw" in add(kees, zaak, pdf())
    assert not Document.objects.exists()


def test_kees_reads_what_closing_means_before_and_after(kees: Client, zaak: Zaak) -> None:
    Resultaattype.objects.filter(zaaktype__identificatie="kapvergunning").update(
        archiefnominatie="vernietigen", archiefactietermijn="P5Y"
    )
    until = f"vernietigen, op {klok.today().day} "
    assert until in kees.get(url(zaak)).text
    data = fill_status(kees, zaak, volgnummer="2", resultaat="Verleend")
    closed = kees.post(url(zaak), data, follow=True).text
    assert "Deze zaak is gesloten" in closed
    assert until in closed


def test_kees_reads_why_a_resultaat_cannot_close_the_zaak_yet(kees: Client, zaak: Zaak) -> None:
    Resultaattype.objects.filter(zaaktype__identificatie="kapvergunning").update(
        archiefnominatie="vernietigen",
        archiefactietermijn="P5Y",
        afleidingswijze="vervaldatum_besluit",
    )
    assert "Kan nog niet: dit resultaat telt de bewaartermijn" in kees.get(url(zaak)).text


def test_looking_at_a_status_sets_none(kees: Client, zaak: Zaak) -> None:
    data = fill_status(kees, zaak, volgnummer="2", toelichting="Tot <i>ziens</i>", bekijk="1")
    page = kees.post(url(zaak), data)
    assert page.status_code == 200
    assert page.text.count("Tot &lt;i&gt;ziens&lt;/i&gt;") == 2
    assert len(get_dossier(zaak.identificatie).zaak.statussen) == 1


def fill_status(kees: Client, zaak: Zaak, **fields: str) -> dict[str, str]:
    status = get_dossier(zaak.identificatie).zaak.status
    return {"huidig": status.id if status else "", "toelichting": "", "resultaat": "", **fields}
