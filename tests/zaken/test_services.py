"""The door of zaken: what it adds to the port."""

from collections.abc import Callable

import pytest
from django.test import override_settings

from eloket.berichten.models import Bericht
from eloket.lib.partij import Contact
from eloket.outbox.models import Opdracht
from eloket.outbox.register import SUBSCRIBERS
from eloket.zaken import services
from eloket.zaken.models import Eigenschapnaam, Statustype, Zaak
from tests.zaken import faulty
from tests.zaken.contract.beslissen import decide
from tests.zaken.contract.documenten import new_document
from tests.zaken.contract.stilstand import ask, more
from tests.zaken.factories import (
    NOOR,
    NOW,
    VREEMDE,
    make_contract_zaaktypen,
    make_zaaktype,
    new_zaak,
    open_zaak,
)

pytestmark = pytest.mark.django_db


def test_numbers_count_up_under_a_prefix_of_our_own() -> None:
    first, second = (services.mint_identificatie(now=NOW) for _ in range(2))
    assert first.startswith("ELK-2026-")
    assert len(first) == len("ELK-2026-0000001")
    assert int(second[-7:]) == int(first[-7:]) + 1


def test_the_year_in_a_number_is_that_of_the_gemeente() -> None:
    new_year = NOW.replace(month=12, day=31, hour=23, minute=30)
    assert services.mint_identificatie(now=new_year).startswith("ELK-2027-")


def test_an_outage_is_an_error_at_every_call() -> None:
    with override_settings(ELOKET_ZAKEN=faulty.SETTING):
        for call in (
            lambda: services.create_zaak(new_zaak(), now=NOW),
            lambda: services.list_zaken(voor=NOOR),
            lambda: services.get_zaak("ELK-1", voor=NOOR),
            lambda: services.list_zaaktypen(),
            lambda: services.find_missing(zaaktype="", eigenschappen=[], informatieobjecttypen=[]),
            services.check_register,
        ):
            with pytest.raises(services.RegisterUnavailable):
                call()
        assert not services.registers_in_transaction()
        assert not services.handles_zaken()
    assert services.registers_in_transaction()


def test_an_outage_is_an_error_at_every_call_of_every_ability() -> None:
    calls: list[Callable[[], object]] = [
        lambda: services.list_documenten("ELK-1", voor=NOOR),
        lambda: services.open_document("ELK-1", "1", voor=NOOR),
        lambda: services.list_besluiten("ELK-1", voor=NOOR),
        lambda: services.add_document("ELK-1", new_document(), now=NOW),
        services.list_werkvoorraad,
        services.list_statusnamen,
        lambda: services.get_dossier("ELK-1"),
        lambda: services.open_dossierstuk("ELK-1", "1"),
        lambda: services.suspend_zaak("ELK-1", ask(), now=NOW),
        lambda: services.resume_zaak("ELK-1", tot=NOW.date(), now=NOW),
        lambda: services.extend_zaak("ELK-1", more(), now=NOW),
        lambda: services.take_besluit("ELK-1", decide(), now=NOW),
        lambda: services.announce_besluit("ELK-1", "B1", verzenddatum=NOW.date(), now=NOW),
        lambda: services.assign_zaak("ELK-1", services.NieuweToewijzing("kees"), now=NOW),
        lambda: services.get_verdeling("ELK-1"),
        lambda: services.count_werkvoorraad(services.Werkfilter(), bereik=services.ALLES),
        lambda: services.list_werklast(bereik=services.ALLES, vandaag=NOW.date()),
        lambda: services.list_zaaktypenamen(bereik=services.ALLES),
        lambda: services.list_geschiedenis("ELK-1"),
        lambda: services.list_raadplegingen(NOOR),
        lambda: services.set_controle("ELK-1", klopt=True, door="kees", now=NOW),
        lambda: services.add_notitie("ELK-1", services.NieuweNotitie("x", "Kees"), now=NOW),
    ]
    with override_settings(ELOKET_ZAKEN=faulty.WITH_ALL):
        assert services.handles_zaken()
        for call in calls:
            with pytest.raises(services.RegisterUnavailable):
                call()


def test_what_a_register_cannot_do_is_a_configuration_error_and_no_empty_list() -> None:
    with override_settings(ELOKET_ZAKEN=faulty.SETTING):
        assert not services.has_documenten()
        assert not services.has_besluiten()
        for call in (services.list_documenten, services.list_besluiten):
            with pytest.raises(services.RegisterMisconfigured):
                call("ELK-1", voor=NOOR)


def test_a_maximum_that_zgw_lacks_is_a_configuration_error() -> None:
    backend = "eloket.zaken.backends.database.DatabaseBackend"
    wrong = {"default": {"BACKEND": backend, "OPTIONS": {"MAX_VERTROUWELIJKHEID": "stil"}}}
    with override_settings(ELOKET_ZAKEN=wrong), pytest.raises(services.RegisterMisconfigured):
        services.list_zaken(voor=NOOR)


@pytest.mark.parametrize("backend", ["nergens.Backend", "eloket.zaken.services.NieuweZaak"])
def test_a_wrong_setting_is_a_configuration_error(backend: str) -> None:
    with (
        override_settings(ELOKET_ZAKEN={"default": {"BACKEND": backend}}),
        pytest.raises(services.RegisterMisconfigured),
    ):
        services.list_zaken(voor=NOOR)


def test_opening_a_zaak_twice_tells_a_subscriber_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SUBSCRIBERS, "zaak.geopend", ["tests.hear"])
    for _ in range(2):
        services.create_zaak(new_zaak(), now=NOW)
    heard = Opdracht.objects.get(handler="tests.hear")
    assert heard.ids == {"id": "ELK-2026-0000042"}


def test_a_long_title_is_cut_to_what_zgw_holds() -> None:
    zaak = open_zaak(omschrijving="Ontheffing " * 20)
    assert len(zaak.omschrijving) <= 80
    assert zaak.omschrijving.endswith("…")


def test_noor_gets_a_mail_that_says_only_that_there_is_news() -> None:
    zaak = open_zaak(email="noor@example.org", taal="en")
    _next(zaak, toelichting="Uw schutting is te hoog")
    bericht = Bericht.objects.get()
    assert bericht.gegevens == {
        "reference": zaak.identificatie,
        "link": f"/en/mijn-zaken/{zaak.identificatie}/",
    }
    assert bericht.taal == "en"


def test_without_an_address_there_is_no_mail_and_the_news_stands_in_mijn_zaken() -> None:
    _next(open_zaak())
    bericht = Bericht.objects.get()
    assert (bericht.kanaal, bericht.adres) == ("mijnzaken", "")


def test_who_cannot_log_in_as_the_initiator_gets_no_link_to_mijn_zaken() -> None:
    _next(open_zaak(belanghebbende=Contact("piet@example.org"), email="piet@example.org"))
    bericht = Bericht.objects.get()
    assert (bericht.adres, bericht.gegevens["link"]) == ("piet@example.org", "")


def test_a_step_that_needs_no_news_sends_no_mail() -> None:
    zaak = open_zaak(email="noor@example.org")
    Statustype.objects.filter(zaaktype__identificatie="aanvraag", volgnummer=2).update(informeren=False)
    _next(zaak)
    assert not Bericht.objects.exists()


def test_what_happens_on_the_way_is_told_to_who_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("opgeschort", "hervat", "verlengd", "besluit_vastgelegd", "besluit_bekend")
    for name in names:
        monkeypatch.setitem(SUBSCRIBERS, f"zaak.{name}", [f"tests.{name}"])
    make_contract_zaaktypen()
    number = open_zaak(zaaktype="kapvergunning").identificatie
    services.suspend_zaak(number, ask(), now=NOW)
    services.resume_zaak(number, tot=ask().van, now=NOW)
    services.extend_zaak(number, more(), now=NOW)
    besluit = services.take_besluit(number, decide(), now=NOW)
    heard = set(Opdracht.objects.values_list("handler", flat=True))
    assert heard == {f"tests.{name}" for name in names} - {"tests.besluit_bekend"}
    for _ in range(2):
        services.announce_besluit(number, besluit.identificatie, verzenddatum=NOW.date(), now=NOW)
    assert Opdracht.objects.filter(handler="tests.besluit_bekend").count() == 1


def test_a_wrong_address_stops_no_status() -> None:
    zaak = open_zaak(email="geen adres")
    assert len(_next(zaak).statussen) == 2


def test_a_status_and_its_mail_stand_or_fall_together(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(**kwargs: object) -> None:
        raise RuntimeError("the disk is full")

    zaak = open_zaak(email="noor@example.org")
    monkeypatch.setattr("eloket.zaken.services.vertellen.send_bericht", fail)
    with pytest.raises(RuntimeError):
        _next(zaak)
    assert Zaak.objects.get().statussen.count() == 1


def test_publishing_a_form_says_what_the_register_lacks() -> None:
    Eigenschapnaam.objects.create(zaaktype=make_zaaktype(), naam="boomsoort")
    lacks = services.find_missing(
        zaaktype="kapvergunning", eigenschappen=["boomsoort", "hoogte"], informatieobjecttypen=["Foto"]
    )
    assert len(lacks) == 2
    assert "hoogte" in lacks[0]
    assert "Foto" in lacks[1]
    assert services.find_missing(zaaktype="weg", eigenschappen=["x"], informatieobjecttypen=[]) == [
        "Het zaaktype “weg” bestaat niet in het zaakregister, of is nu niet geldig."
    ]
    assert services.find_missing(zaaktype="", eigenschappen=[], informatieobjecttypen=[]) == []


def test_somebody_else_gets_not_found() -> None:
    zaak = open_zaak()
    with pytest.raises(services.ZaakNotFound):
        services.get_zaak(zaak.identificatie, voor=VREEMDE)


def _next(zaak: services.Zaak, toelichting: str = "") -> services.Zaak:
    return services.set_status(
        zaak.identificatie,
        statustype_volgnummer=2,
        toelichting=toelichting,
        door="kees",
        now=NOW.replace(hour=12),
    )
