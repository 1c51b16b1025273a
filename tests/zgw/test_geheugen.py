"""For a minute Noor's pages cost the register nothing; whatever changes is seen at once."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from django.test import override_settings

from eloket.lib import klok
from eloket.zaken import services
from eloket.zaken.models import Vernieuwd
from eloket.zaken.services import geheugen, inzage, lijst
from tests.zaken.contract.documenten import new_document
from tests.zaken.factories import NOOR, VREEMDE, open_zaak
from tests.zgw.conftest import Zgw
from tests.zgw.klant import Klant

pytestmark = pytest.mark.django_db


class Verzet:
    """The clock of eloket, which a test moves on."""

    def __init__(self) -> None:
        self.nu = klok.now()

    def now(self) -> datetime:
        return self.nu


@pytest.fixture
def klokje(monkeypatch: pytest.MonkeyPatch) -> Verzet:
    verzet = Verzet()
    monkeypatch.setattr(geheugen.klok, "now", verzet.now)
    return verzet


@pytest.fixture
def zaak(klokje: Verzet, zgw: Zgw) -> Iterator[services.Zaak]:
    """Noor's zaak in a register elsewhere that is remembered for a minute; she looked at it already."""
    zgw.klok.nu = klokje.nu
    options = {**zgw.options, "ONTHOUD_SECONDEN": 60}
    chosen = {"default": {"BACKEND": "eloket.zaken.backends.zgw.ZgwBackend", "OPTIONS": options}}
    with override_settings(ELOKET_ZAKEN=chosen):
        found = open_zaak(now=klokje.nu, startdatum=klok.today())
        klokje.nu += timedelta(seconds=1)
        look(found.identificatie)
        zgw.register.forget_calls()
        yield found


def look(number: str) -> None:
    services.list_zaken(voor=NOOR)
    services.get_inzage(number, voor=NOOR)


def test_a_page_back_costs_nothing_for_a_minute(zgw: Zgw, zaak: services.Zaak, klokje: Verzet) -> None:
    klokje.nu += timedelta(seconds=59)
    look(zaak.identificatie)
    assert zgw.register.geteld.total() == 0
    klokje.nu += timedelta(seconds=1)
    look(zaak.identificatie)
    assert zgw.register.geteld.total() > 1


def test_another_page_another_choice_and_another_person_are_asked(zgw: Zgw, zaak: services.Zaak) -> None:
    services.list_zaken(voor=NOOR, filter=services.Zaakfilter(open_zaken=True))
    services.list_zaken(voor=VREEMDE)
    assert zgw.register.geteld.total() == 2
    with pytest.raises(services.ZaakNotFound):
        services.get_inzage(zaak.identificatie, voor=VREEMDE)


def test_what_noor_sends_is_there_at_once(zgw: Zgw, zaak: services.Zaak, klokje: Verzet) -> None:
    open_zaak(now=klokje.nu, startdatum=klok.today())
    klokje.nu += timedelta(seconds=1)
    assert services.list_zaken(voor=NOOR).total == 2
    services.add_document(zaak.identificatie, new_document(informatieobjecttype="Bijlage"), now=klokje.nu)
    found = services.get_inzage(zaak.identificatie, voor=NOOR)
    assert found.documenten is not None
    assert len(found.documenten) == 1


def test_what_a_worker_hears_of_a_zaak_reaches_list_and_page(
    zgw: Zgw, zaak: services.Zaak, klokje: Verzet
) -> None:
    klant = Klant(zgw)
    [row] = zgw.register.list("zaken")
    zgw.klok.nu += timedelta(minutes=1)
    assert klant.set_status(row, 2, f"{klokje.nu:%Y-%m-%dT%H:%M:%SZ}").status == 201
    assert len(services.get_inzage(zaak.identificatie, voor=NOOR).zaak.statussen) == 1  # nobody said so yet
    services.renew(identificatie=zaak.identificatie)
    assert len(services.get_inzage(zaak.identificatie, voor=NOOR).zaak.statussen) == 2
    [listed] = services.list_zaken(voor=NOOR).items
    assert listed.status is not None
    assert listed.status.statustype.volgnummer == 2


def test_no_failure_is_ever_remembered(zgw: Zgw, zaak: services.Zaak, klokje: Verzet) -> None:
    klokje.nu += timedelta(minutes=2)
    zgw.register.storingen.add("500")
    with pytest.raises(services.RegisterUnavailable):
        services.list_zaken(voor=NOOR)
    zgw.register.storingen.storingen.clear()
    assert services.list_zaken(voor=NOOR).total == 1


def test_half_a_zaak_is_not_remembered(zgw: Zgw, zaak: services.Zaak, klokje: Verzet) -> None:
    klokje.nu += timedelta(minutes=2)
    zgw.register.storingen.add("500", bij="/besluiten/")
    assert services.get_inzage(zaak.identificatie, voor=NOOR).besluiten is None
    zgw.register.storingen.storingen.clear()
    assert services.get_inzage(zaak.identificatie, voor=NOOR).besluiten == ()


def test_a_document_is_never_given_out_from_memory(zgw: Zgw, zaak: services.Zaak, klokje: Verzet) -> None:
    file = new_document(informatieobjecttype="Bijlage")
    services.add_document(zaak.identificatie, file, now=klokje.nu)
    services.open_document(zaak.identificatie, file.id, voor=NOOR)
    zgw.register.rollen_van.clear()
    zgw.register.dingen["rollen"].clear()
    for row in zgw.register.list("zaken"):
        row["rollen"] = []
    with pytest.raises(services.ZaakNotFound):  # it is not hers any more
        services.open_document(zaak.identificatie, file.id, voor=NOOR)


def test_the_memory_is_bounded_and_holds_no_number_of_a_person(
    zaak: services.Zaak, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(geheugen, "MAXIMUM", 2)
    for sought in ("kap", "boom", "eik"):
        services.list_zaken(voor=NOOR, filter=services.Zaakfilter(zoek=sought))
    for kept in (lijst._PAGINAS._kept, inzage._INZAGEN._kept):
        assert 0 < len(kept) <= 2
        assert NOOR.nummer not in str(list(kept))
    assert not Vernieuwd.objects.filter(sleutel__contains=NOOR.nummer).exists()


def test_a_note_of_a_change_is_gone_after_an_hour(zaak: services.Zaak, klokje: Verzet) -> None:
    assert Vernieuwd.objects.exists()
    assert services.purge_vernieuwd(now=klokje.nu) == 0
    assert services.purge_vernieuwd(now=klokje.nu + timedelta(hours=2)) == 2


def test_the_built_in_register_writes_no_such_note() -> None:
    open_zaak()
    assert not Vernieuwd.objects.exists()
