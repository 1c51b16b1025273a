"""An aanvraag becomes a zaak in a register elsewhere, step by step, whatever breaks on the way."""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from eloket.bestanden.models import Staat
from eloket.demo.zgwregister.catalogus import Inrichting, add_zaaktype, end_zaaktype
from eloket.demo.zgwregister.register import Applicatie
from eloket.formulieren.models import Aanvraag, Bijlage, FormulierVersie, Status
from eloket.formulieren.services import kopie
from eloket.formulieren.services.afronden import UITERLIJK
from eloket.outbox.models import Opdracht
from eloket.zaken.backends import get_backend
from eloket.zaken.backends.zgw.verbinding import Verbinding
from eloket.zaken.models import Openingsstap
from eloket.zaken.services import list_documenten
from tests.accounts.helpers import login_burger
from tests.zaken.factories import GEHEIM, NOOR, NOW, VREEMDE
from tests.zgw.aanvragen import hold, publish_form, send, speak, work
from tests.zgw.conftest import Zgw
from tests.zgw.inrichting import ROLLEN
from tests.zgw.klant import Klant

pytestmark = pytest.mark.django_db

UUR, DAG = timedelta(hours=1), timedelta(days=1)
DOCUMENT = ["enkelvoudiginformatieobjecten", "zaakinformatieobjecten"]
#: Every write of an aanvraag with one file, and its copy.
STAPPEN = ["zaken", "rollen", "zaakeigenschappen", "zaakobjecten", *DOCUMENT, *DOCUMENT, "statussen"]
#: What may be sent a second time, for the register says that it is there.
HERHAALBAAR = {"zaken", "zaakinformatieobjecten"}
ROND = {
    "zaken": 1,
    "rollen": 1,
    "zaakeigenschappen": 1,
    "zaakobjecten": 1,
    "enkelvoudiginformatieobjecten": 2,
    "zaakinformatieobjecten": 2,
    "statussen": 1,
}


@pytest.fixture(autouse=True)
def _register(zgw: Zgw, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.ELOKET_ZAKEN = {
        "default": {"BACKEND": "eloket.zaken.backends.zgw.ZgwBackend", "OPTIONS": zgw.options}
    }
    storage = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": tmp_path / "bestanden", "base_url": None},
    }
    settings.STORAGES = {**settings.STORAGES, "bestanden": storage}
    monkeypatch.setattr(kopie, "render_kopie", lambda aanvraag: b"%PDF-1.7 kopie")


@pytest.fixture
def versie() -> FormulierVersie:
    return publish_form()


def writes(zgw: Zgw) -> list[str]:
    """What was written, in order, by the last part of the path."""
    calls = [vraag for vraag in zgw.register.gevraagd if vraag.method != "GET"]
    return [vraag.path.rsplit("/", 1)[1] for vraag in calls if not vraag.path.endswith("_zoek")]


def kept(zgw: Zgw) -> dict[str, int]:
    return {soort: len(zgw.register.dingen[soort]) for soort in ROND}


def is_whole(zgw: Zgw, aanvraag: Aanvraag) -> bool:
    aanvraag.refresh_from_db()
    return kept(zgw) == ROND and aanvraag.compleet_at is not None and not Openingsstap.objects.exists()


# --- The order -----


@pytest.mark.kern
def test_the_documents_and_the_copy_are_there_before_the_first_status(
    zgw: Zgw, versie: FormulierVersie
) -> None:
    aanvraag = send(versie, now=NOW)
    work(zgw, now=NOW)
    assert writes(zgw) == STAPPEN
    assert is_whole(zgw, aanvraag)
    assert [each["bestandsnaam"] for each in zgw.register.list("enkelvoudiginformatieobjecten")] == [
        "bewijs.pdf",
        f"{aanvraag.identificatie}.pdf",
    ]
    assert len(list_documenten(aanvraag.identificatie, voor=NOOR)) == 2


def test_an_aanvraag_without_files_waits_for_its_copy_alone(zgw: Zgw, versie: FormulierVersie) -> None:
    send(versie, now=NOW, bestanden=())
    work(zgw, now=NOW)
    assert writes(zgw) == [*STAPPEN[:4], *DOCUMENT, "statussen"]


def test_while_it_is_being_opened_noor_finds_her_zaak(
    client: Client, zgw: Zgw, versie: FormulierVersie
) -> None:
    zgw.register.storingen.add("500", bij="/documenten/")
    aanvraag = send(versie, now=NOW)
    work(zgw, now=NOW)
    aanvraag.refresh_from_db()
    assert (aanvraag.status, aanvraag.compleet_at) == (Status.GEREGISTREERD, None)
    assert get_backend().get_zaak(aanvraag.identificatie, voor=NOOR).statussen == ()
    login_burger(client)
    for path in ("/mijn-zaken/", f"/mijn-zaken/{aanvraag.identificatie}/"):
        assert aanvraag.identificatie in client.get(path).content.decode()


# --- Whatever breaks -----


@pytest.mark.parametrize("fault", ["dicht_voor", "dicht_na", "500", "html"])
@pytest.mark.parametrize("stap", list(dict.fromkeys(STAPPEN)))
def test_a_retry_goes_on_where_it_stopped_and_writes_nothing_twice(
    zgw: Zgw, versie: FormulierVersie, stap: str, fault: str
) -> None:
    zgw.register.storingen.add(fault, bij=f"POST .*/{stap}$", keer=1)
    aanvraag = send(versie, now=NOW)
    work(zgw, now=NOW)
    assert not is_whole(zgw, aanvraag)
    zgw.register.forget_calls()
    work(zgw, now=NOW + UUR)
    assert is_whole(zgw, aanvraag)
    again = Counter(writes(zgw))
    lost = 0 if fault == "dicht_na" and stap not in HERHAALBAAR else 1
    assert again[stap] <= lost + (stap in DOCUMENT)  # the other document, perhaps
    done = STAPPEN[: STAPPEN.index(stap)]
    assert not [each for each in done if each in again and each not in DOCUMENT]


class Gedood(BaseException):
    """The worker is no more."""


@pytest.fixture
def kill(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """`kill(n)`: the worker dies right after its n-th write, before anybody can note that it was done."""
    real = Verbinding.ask
    left = [0]

    def ask(self: Verbinding, method: str, url: str, **more: Any) -> Any:
        answer = real(self, method, url, **more)
        if method != "GET":
            left[0] -= 1
            if left[0] == 0:
                raise Gedood
        return answer

    monkeypatch.setattr(Verbinding, "ask", ask)
    return lambda number: left.__setitem__(0, number)


@pytest.mark.parametrize("number", range(1, len(STAPPEN) + 1))
def test_a_worker_that_dies_between_two_steps_costs_nothing_and_doubles_nothing(
    zgw: Zgw, versie: FormulierVersie, kill: Any, number: int
) -> None:
    aanvraag = send(versie, now=NOW)
    kill(number)
    with pytest.raises(Gedood):
        work(zgw, now=NOW)
    work(zgw, now=NOW + UUR)
    assert is_whole(zgw, aanvraag)
    twice = Counter(writes(zgw)) - Counter(STAPPEN)
    assert set(twice) <= HERHAALBAAR
    assert twice.total() <= 1


def test_a_register_that_was_put_back_to_before_the_zaak_gets_it_again(
    zgw: Zgw, versie: FormulierVersie
) -> None:
    zgw.register.storingen.add("500", bij="POST .*/rollen$", keer=1)
    aanvraag = send(versie, now=NOW)
    work(zgw, now=NOW)
    assert Openingsstap.objects.get().stap == "zaak"
    for kind in ("zaken", "_nummers"):
        zgw.register.dingen[kind].clear()
    work(zgw, now=NOW + UUR)
    assert is_whole(zgw, aanvraag)


def test_a_behandelaar_who_was_early_keeps_their_status(zgw: Zgw, versie: FormulierVersie) -> None:
    send(versie, now=NOW)
    hold()
    work(zgw, now=NOW)
    [zaak] = zgw.register.list("zaken")
    assert Klant(zgw).set_status(zaak, 2, NOW.isoformat().replace("+00:00", "Z")).status == 201
    speak(Staat.SCHOON, now=NOW + UUR)
    work(zgw, now=NOW + UUR)
    assert Aanvraag.objects.get().compleet_at
    assert len(zgw.register.dingen["statussen"]) == 1


# --- A document that cannot go yet -----


def test_a_file_that_the_scanner_holds_comes_before_the_first_status(
    zgw: Zgw, versie: FormulierVersie
) -> None:
    aanvraag = send(versie, now=NOW)
    hold()
    work(zgw, now=NOW)
    assert "statussen" not in writes(zgw)
    speak(Staat.SCHOON, now=NOW + UUR)
    work(zgw, now=NOW + UUR)
    assert writes(zgw)[-1] == "statussen"
    assert is_whole(zgw, aanvraag)


def test_a_zaak_waits_no_longer_than_a_day_for_it(zgw: Zgw, versie: FormulierVersie) -> None:
    aanvraag = send(versie, now=NOW)
    hold()
    work(zgw, now=NOW)
    work(zgw, now=NOW + UITERLIJK - UUR)
    assert "statussen" not in writes(zgw)
    work(zgw, now=NOW + UITERLIJK)
    assert writes(zgw)[-1] == "statussen"
    speak(Staat.SCHOON, now=NOW + 2 * DAG)
    work(zgw, now=NOW + 2 * DAG)
    assert writes(zgw)[-2:] == DOCUMENT  # late, and not lost
    assert is_whole(zgw, aanvraag)


def test_a_file_that_was_refused_is_not_waited_for(zgw: Zgw, versie: FormulierVersie) -> None:
    send(versie, now=NOW)
    hold()
    work(zgw, now=NOW)
    speak(Staat.GEWEIGERD, now=NOW + UUR)
    work(zgw, now=NOW + UUR)
    assert writes(zgw)[-1] == "statussen"
    assert Aanvraag.objects.get().compleet_at
    assert Bijlage.objects.get().bezorgd_at is None


# --- What a register says no to -----


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("403 permission_denied", "recht"),
        ("403 invalid-client-identifier", "ELOKET_ZGW_CLIENT_ID"),
        ("403 invalid-jwt-signature", "ELOKET_ZGW_SECRET"),
        ("403 jwt-expired", "klokken"),
        ("403 jwt-missing-iat-claim", "tijdstip"),
        ("403 jwt-expiredsignatureerror", "klokken"),
        ("412 precondition_failed", "412"),
    ],
)
def test_a_setting_that_is_wrong_is_for_the_beheerder_and_loses_nothing(
    zgw: Zgw, versie: FormulierVersie, fault: str, words: str
) -> None:
    aanvraag = send(versie, now=NOW)
    zgw.register.storingen.add(fault)
    work(zgw, now=NOW)
    row = Opdracht.objects.get(handler="formulieren.register")
    assert row.status == "mens_nodig"
    assert words in row.reason
    assert NOOR.nummer not in row.reason
    zgw.register.storingen.storingen.clear()
    Opdracht.objects.filter(pk=row.pk).update(status="wacht", attempts=0)  # "Opnieuw"
    work(zgw, now=NOW + UUR)
    assert is_whole(zgw, aanvraag)


def test_a_number_that_is_somebody_elses_is_for_a_person_and_gives_noor_nothing_of_theirs(
    zgw: Zgw, versie: FormulierVersie
) -> None:
    aanvraag = send(versie, now=NOW)
    Klant(zgw).make_zaak(identificatie=aanvraag.identificatie, bsn=VREEMDE.nummer)
    zgw.register.forget_calls()
    work(zgw, now=NOW)
    row = Opdracht.objects.get(handler="formulieren.register")
    assert (row.status, "al van een andere zaak" in row.reason) == ("mens_nodig", True)
    assert writes(zgw) == ["zaken"]
    aanvraag.refresh_from_db()
    assert aanvraag.status == Status.INGEDIEND


def test_a_zaaktype_that_was_published_anew_while_the_aanvraag_waited(
    zgw: Zgw, versie: FormulierVersie
) -> None:
    zgw.register.storingen.add("500", bij="POST .*/rollen$", keer=1)
    first = send(versie, now=NOW)
    work(zgw, now=NOW)  # begun under the old version
    second = send(versie, now=NOW + UUR)
    new = Inrichting(
        "aanvraag", "Nieuw", begin="2026-11-01", rollen=ROLLEN, documenten={"Bijlage": "inkomend"}
    )
    add_zaaktype(zgw.register, zgw.typen["catalogus"], new)
    end_zaaktype(zgw.typen["aanvraag"], "2026-11-01")
    work(zgw, now=NOW + UUR)
    names = [
        get_backend().get_zaak(each.identificatie, voor=NOOR).zaaktype.omschrijving
        for each in (first, second)
    ]
    assert names == ["Aanvraag", "Nieuw"]
    assert Aanvraag.objects.filter(compleet_at=None).count() == 0


def test_a_zaaktype_more_confidential_than_eloket_may_handle_is_for_the_beheerder(zgw: Zgw) -> None:
    zgw.register.applicaties["eloket"] = Applicatie("geheim-van-de-gemeente", maximum="zaakvertrouwelijk")
    send(publish_form(zaaktype=GEHEIM), now=NOW)
    work(zgw, now=NOW)
    row = Opdracht.objects.get(handler="formulieren.register")
    assert (row.status, "recht" in row.reason) == ("mens_nodig", True)


@pytest.mark.parametrize("minuten", [-2, 2])
def test_a_clock_that_is_off_by_two_minutes_hinders_no_step(
    zgw: Zgw, versie: FormulierVersie, minuten: int
) -> None:
    zgw.register.storingen.klok_verschil = timedelta(minutes=minuten)
    aanvraag = send(versie, now=NOW)
    work(zgw, now=NOW)
    assert is_whole(zgw, aanvraag)


def test_statustypen_in_any_order_and_an_etag_that_is_stale_hinder_no_step(
    zgw: Zgw, versie: FormulierVersie
) -> None:
    zgw.register.storingen.schud_statustypen = zgw.register.storingen.oude_etag = True
    aanvraag = send(versie, now=NOW)
    hold()
    work(zgw, now=NOW)
    speak(Staat.SCHOON, now=NOW + UUR)
    work(zgw, now=NOW + UUR)
    assert is_whole(zgw, aanvraag)
    found = get_backend().get_zaak(aanvraag.identificatie, voor=NOOR).status
    assert found is not None
    assert found.statustype.volgnummer == 1


def test_our_own_news_twice_or_never_changes_nothing_here(zgw: Zgw, versie: FormulierVersie) -> None:
    zgw.register.storingen.notificaties_dubbel = True
    aanvraag = send(versie, now=NOW)
    work(zgw, now=NOW)
    zgw.register.storingen.notificaties_kwijt = True
    work(zgw, now=NOW + UUR)
    assert is_whole(zgw, aanvraag)


def test_no_step_holds_who_it_is(zgw: Zgw, versie: FormulierVersie) -> None:
    send(versie, now=NOW)
    hold()
    work(zgw, now=NOW)
    rows = [f"{row.identificatie} {row.stap} {row.uitkomst}" for row in Openingsstap.objects.all()]
    assert len(rows) == 4
    assert NOOR.nummer not in " ".join(rows)
    assert "AB-123-C" not in " ".join(rows)


def test_a_zaak_that_was_begun_before_the_gemeente_went_back_is_completed_where_it_stands(
    zgw: Zgw, versie: FormulierVersie, settings: Settings
) -> None:
    aanvraag = send(versie, now=NOW)
    hold()
    work(zgw, now=NOW)
    built_in = {"BACKEND": "eloket.zaken.backends.database.DatabaseBackend", "OPTIONS": {}}
    settings.ELOKET_ZAKEN = {"default": built_in, "oud": settings.ELOKET_ZAKEN["default"]}
    speak(Staat.SCHOON, now=NOW + UUR)
    work(zgw, now=NOW + UUR)
    assert is_whole(zgw, aanvraag)


# --- An hour without a register -----


@pytest.mark.kern
def test_what_came_in_during_an_hours_outage_becomes_zaken_in_order_and_none_twice(
    zgw: Zgw, versie: FormulierVersie
) -> None:
    """The short form of `bench zgw`, which does it with two hundred."""
    zgw.register.storingen.add("dicht_voor")
    sent = []
    for minute in range(0, 60, 5):
        sent.append(send(versie, now=NOW + timedelta(minutes=minute), bestanden=()).identificatie)
        work(zgw, now=NOW + timedelta(minutes=minute))
    assert not zgw.register.dingen["zaken"]
    zgw.register.storingen.storingen.clear()
    sent.append(send(versie, now=NOW + UUR, bestanden=()).identificatie)  # the register is back
    work(zgw, now=NOW + UUR)
    assert [zaak["identificatie"] for zaak in zgw.register.list("zaken")] == sent
    assert {len(zgw.register.dingen[kind]) for kind in ("rollen", "statussen", "zaakobjecten")} == {len(sent)}
    assert Aanvraag.objects.filter(compleet_at=None).count() == 0
