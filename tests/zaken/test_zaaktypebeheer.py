"""The beheerder configures zaaktypen."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from eloket.accounts.services import Rol
from eloket.zaken.models import Zaaktype
from tests.accounts.helpers import login_medewerker, make_medewerker
from tests.zaken.factories import open_zaak

pytestmark = pytest.mark.django_db


@pytest.fixture
def beheerder(client: Client) -> Client:
    login_medewerker(client, make_medewerker(Rol.BEHEERDER))
    return client


def form_data(zaaktype: Zaaktype, *, drop_step: int = 0, **changes: object) -> dict[str, object]:
    steps = [
        {
            "id": str(step.pk),
            "volgnummer": str(step.volgnummer),
            "omschrijving": step.omschrijving,
            "omschrijving_en": "",
            "statustekst": step.statustekst,
            "statustekst_en": "",
            "informeren": "on",
            "DELETE": "on" if step.volgnummer == drop_step else "",
        }
        for step in zaaktype.statustypen.all()
    ]
    results = [
        {
            "id": str(row.pk),
            "omschrijving": row.omschrijving,
            "omschrijving_en": "",
            "afleidingswijze": row.afleidingswijze,
        }
        for row in zaaktype.resultaattypen.all()
    ]
    fields: dict[str, object] = {
        "omschrijving": zaaktype.omschrijving,
        "identificatie": zaaktype.identificatie,
        "omschrijving_burger_nl": zaaktype.omschrijving_burger_nl,
        "omschrijving_burger_en": "",
        "begin_geldigheid": "2020-01-01",
        "einde_geldigheid": "",
        "servicenorm": "P4W",
        "doorlooptijd": "P8W",
        "termijnbron": "wet",
        "opschorting_mogelijk": "on",
        "vertrouwelijkheidaanduiding": "zaakvertrouwelijk",
        "statustypen": inline_formset(steps, initial=len(steps)),
        "resultaattypen": inline_formset(results, initial=len(results)),
        "eigenschapnamen": inline_formset([]),
        "informatieobjecttypen": inline_formset([]),
    }
    return nested_form_data(fields | changes)


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
