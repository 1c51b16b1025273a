"""The beheerder configures zaaktypen."""

from typing import Any

import pytest
from django.forms.models import model_to_dict
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from eloket.accounts.services import Rol
from eloket.lib import klok
from eloket.zaken.models import Zaaktype
from eloket.zaken.models.zaaktype import ZAAKTYPE_PARTS
from tests.accounts.helpers import login_medewerker, make_medewerker
from tests.zaken.factories import make_zaaktype, open_zaak

pytestmark = pytest.mark.django_db


@pytest.fixture
def beheerder(client: Client) -> Client:
    login_medewerker(client, make_medewerker(Rol.BEHEERDER))
    return client


def form_data(zaaktype: Zaaktype, *, drop_step: int = 0, **changes: object) -> dict[str, object]:
    """What the browser sends when nothing was touched, but for `changes`."""
    fields: dict[str, object] = {
        name: value or ""
        for name, value in model_to_dict(zaaktype, exclude=["id", "catalogus", "concept"]).items()
    }
    for part in ZAAKTYPE_PARTS:
        rows = [
            {name: value or "" for name, value in model_to_dict(row, exclude=["zaaktype"]).items()}
            for row in getattr(zaaktype, part).all()
        ]
        fields[part] = inline_formset(rows, initial=len(rows))
    for row in fields["statustypen"].values():  # type: ignore[attr-defined]
        if isinstance(row, dict) and drop_step and row["volgnummer"] == drop_step:
            row["DELETE"] = "on"
    return nested_form_data(fields | changes)


def edit(client: Client, zaaktype: Zaaktype, data: dict[str, object]) -> Any:
    return client.post(reverse("zaaktypen:edit", args=[zaaktype.pk]), data)


@pytest.mark.kern
def test_the_beheerder_changes_how_long_it_takes(beheerder: Client) -> None:
    zaaktype = Zaaktype.objects.get()
    url = reverse("zaaktypen:edit", args=[zaaktype.pk])
    assert beheerder.get(url).status_code == 200
    page = beheerder.post(url, form_data(zaaktype, servicenorm="P5D"))
    assert page.status_code == 302, page.text
    zaaktype.refresh_from_db()
    assert zaaktype.servicenorm == "P5D"


def test_the_beheerder_says_where_a_term_stands_and_that_it_may_be_longer(beheerder: Client) -> None:
    zaaktype = Zaaktype.objects.get()
    url = reverse("zaaktypen:edit", args=[zaaktype.pk])
    changes = {"termijnbron": "verordening", "grondslag": "APV 2:25", "verlenging_mogelijk": "on"}
    refused = beheerder.post(url, form_data(zaaktype, **changes))
    assert "Vul in hoeveel langer het mag duren" in refused.text
    page = beheerder.post(url, form_data(zaaktype, **changes, verlengingstermijn="P6W"))
    assert page.status_code == 302, page.text
    zaaktype.refresh_from_db()
    assert (zaaktype.termijnbron, zaaktype.grondslag) == ("verordening", "APV 2:25")
    assert zaaktype.verlengingstermijn == "P6W"


def test_a_term_that_is_none_is_refused_with_what_to_write(beheerder: Client) -> None:
    zaaktype = Zaaktype.objects.get()
    page = beheerder.post(reverse("zaaktypen:edit", args=[zaaktype.pk]), form_data(zaaktype, servicenorm="5"))
    assert "Schrijf de termijn als P8W" in page.text


def test_a_step_that_a_zaak_stands_on_stays(beheerder: Client) -> None:
    open_zaak()
    zaaktype = Zaaktype.objects.get()
    page = beheerder.post(reverse("zaaktypen:edit", args=[zaaktype.pk]), form_data(zaaktype, drop_step=1))
    assert "Een zaak gebruikt deze stap al" in page.text
    assert zaaktype.statustypen.count() == 3


@pytest.mark.parametrize("rol", [Rol.REDACTEUR, Rol.BEHANDELAAR, Rol.KCC])
def test_others_do_not_come_in(client: Client, rol: Rol) -> None:
    login_medewerker(client, make_medewerker(rol))
    page = client.get(reverse("zaaktypen:edit", args=[Zaaktype.objects.get().pk]))
    assert page.status_code in {302, 403}


# --- Versions -----


@pytest.fixture
def in_use() -> Zaaktype:
    """A version on which a zaak hangs."""
    make_zaaktype()
    open_zaak(zaaktype="kapvergunning")
    return Zaaktype.objects.get(identificatie="kapvergunning")


@pytest.mark.parametrize(
    "changes",
    [
        {"doorlooptijd": "P20W"},
        {"servicenorm": "P1D"},
        {"identificatie": "iets-anders"},
        {"begin_geldigheid": "2021-01-01"},
        {"vertrouwelijkheidaanduiding": "openbaar"},
        {"statustypen-0-volgnummer": "9"},
        {"statustypen-0-omschrijving": "Iets anders"},
        {"resultaattypen-0-omschrijving": "Anders"},
        {"resultaattypen-0-DELETE": "on"},
    ],
)
def test_what_a_zaak_was_promised_does_not_change(
    beheerder: Client, in_use: Zaaktype, changes: dict[str, object]
) -> None:
    page = edit(beheerder, in_use, form_data(in_use) | changes)
    assert "Maak een nieuwe versie" in page.text
    in_use.refresh_from_db()
    assert (in_use.doorlooptijd, in_use.servicenorm, in_use.identificatie) == ("P8W", "P2W", "kapvergunning")
    assert [step.omschrijving for step in in_use.statustypen.all()] == ["Ontvangen", "Besloten"]
    assert in_use.resultaattypen.count() == 1


def test_a_step_more_would_move_the_end(beheerder: Client, in_use: Zaaktype) -> None:
    more = {
        "statustypen-TOTAL_FORMS": "3",
        "statustypen-2-volgnummer": "3",
        "statustypen-2-omschrijving": "Nog iets",
        "statustypen-2-id": "",
    }
    page = edit(beheerder, in_use, form_data(in_use) | more)
    assert "Maak een nieuwe versie" in page.text
    assert in_use.statustypen.count() == 2


def test_words_and_what_nobody_filled_in_yet_may_be_mended(beheerder: Client, in_use: Zaaktype) -> None:
    changes = {
        "omschrijving_burger_nl": "Een boom kappen",
        "statustypen-0-statustekst": "Wij hebben uw aanvraag.",
        "resultaattypen-0-archiefnominatie": "vernietigen",
        "resultaattypen-0-archiefactietermijn": "P5Y",
        "eigenschapnamen-TOTAL_FORMS": "1",
        "eigenschapnamen-0-naam": "boomsoort",
        "eigenschapnamen-0-definitie": "",
        "eigenschapnamen-0-id": "",
    }
    page = edit(beheerder, in_use, form_data(in_use) | changes)
    assert page.status_code == 302, page.text
    in_use.refresh_from_db()
    assert in_use.omschrijving_burger_nl == "Een boom kappen"
    assert in_use.resultaattypen.get().archiefactietermijn == "P5Y"
    assert in_use.eigenschapnamen.get().naam == "boomsoort"
    again = edit(
        beheerder, in_use, form_data(in_use) | {"resultaattypen-0-archiefnominatie": "blijvend_bewaren"}
    )
    assert "Maak een nieuwe versie" in again.text


def test_to_destroy_needs_a_term(beheerder: Client) -> None:
    zaaktype = make_zaaktype()
    changes = {"resultaattypen-0-archiefnominatie": "vernietigen"}
    page = edit(beheerder, zaaktype, form_data(zaaktype) | changes)
    assert "Vul in na hoe lang de zaak vernietigd wordt" in page.text


@pytest.mark.kern
def test_the_next_version_is_a_copy_that_holds_once_it_is_published(
    beheerder: Client, in_use: Zaaktype
) -> None:
    in_use.resultaattypen.update(archiefnominatie="blijvend_bewaren")
    versions = reverse("zaaktypen:versies", args=[in_use.pk])
    assert "Geldt nu." in beheerder.get(versions).text
    made = beheerder.post(versions, {"doe": "kopieer"}, follow=True)
    assert "Dit is een concept" in made.text
    copy = Zaaktype.objects.get(identificatie="kapvergunning", concept=True)
    assert [step.omschrijving for step in copy.statustypen.all()] == ["Ontvangen", "Besloten"]
    assert copy.resultaattypen.count() == 1
    assert in_use.statustypen.count() == 2
    assert open_zaak(zaaktype="kapvergunning").zaaktype.begin_geldigheid == in_use.begin_geldigheid

    assert edit(beheerder, copy, form_data(copy, servicenorm="P5D")).status_code == 302
    url = reverse("zaaktypen:versies", args=[copy.pk])
    assert "geldt vanaf haar begindatum" in beheerder.post(url, {"doe": "publiceer"}, follow=True).text
    in_use.refresh_from_db()
    assert in_use.einde_geldigheid == copy.begin_geldigheid
    assert open_zaak(now=klok.now(), zaaktype="kapvergunning").zaaktype.servicenorm == "P5D"


def test_a_version_without_archive_rule_is_not_published(beheerder: Client) -> None:
    concept = make_zaaktype(concept=True)
    url = reverse("zaaktypen:versies", args=[concept.pk])
    page = beheerder.post(url, {"doe": "publiceer"}, follow=True)
    assert "Kies bij het resultaat “Verleend” bewaren of vernietigen" in page.text
    concept.refresh_from_db()
    assert concept.concept


def test_a_second_version_without_end_is_refused_in_words(beheerder: Client) -> None:
    old = make_zaaktype(einde_geldigheid="2024-01-01")
    make_zaaktype(begin_geldigheid="2024-01-01")
    page = edit(beheerder, old, form_data(old, einde_geldigheid=""))
    assert "Er is al een versie zonder einddatum" in page.text


@pytest.mark.parametrize("rol", [Rol.REDACTEUR, Rol.BEHANDELAAR, Rol.KCC])
def test_others_make_no_version(client: Client, rol: Rol) -> None:
    zaaktype = Zaaktype.objects.get()
    login_medewerker(client, make_medewerker(rol))
    page = client.post(reverse("zaaktypen:versies", args=[zaaktype.pk]), {"doe": "kopieer"})
    assert page.status_code in {302, 403}
    assert Zaaktype.objects.count() == 1
