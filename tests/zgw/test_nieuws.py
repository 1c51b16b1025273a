"""Kees works in the gemeente's own system; Noor hears of it as if he had worked in eloket."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from pytest_django import Settings

from eloket.berichten.models import Bericht, Voorkeur
from eloket.demo.zgwregister import notificaties
from eloket.demo.zgwregister.notificaties import deliver
from eloket.lib import klok
from eloket.lib.partij import Bsn, Kvk, Partij, Rsin, zoeksleutel
from eloket.outbox.models import Opdracht, Status
from eloket.outbox.register import SUBSCRIBERS
from eloket.outbox.services import run_due
from eloket.zaken.backends.base import Meldingsoort
from eloket.zaken.backends.zgw.nieuws import read_initiator
from eloket.zaken.models import GevolgdeZaak, GezienNieuws
from eloket.zaken.services import create_zaak, get_inzage
from eloket.zaken.services.abonnement import subscribe
from eloket.zaken.services.nieuws import ROL_KOMT_NOG, get_teller, look_up, plan_look_up, take_nieuws
from tests.zaken.factories import GEHEIM as STILLE_ZAAK
from tests.zaken.factories import KAPVERGUNNING, NOOR, NOW, VREEMDE, new_zaak
from tests.zgw import melden
from tests.zgw.backend import make_setting
from tests.zgw.conftest import Zgw
from tests.zgw.melden import GEHEIM, LATER, Kees, arrive, heard, told

pytestmark = pytest.mark.django_db
NUMMER = "ELK-2026-0000042"
MAIL = "noor@example.org"


@pytest.fixture(autouse=True)
def _telling(zgw: Zgw, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """The register knows eloket, and eloket the register."""
    settings.ELOKET_ZAKEN = make_setting(zgw, NOTIFICATIES_GEHEIM=GEHEIM)
    monkeypatch.setattr(klok, "now", lambda: NOW)
    monkeypatch.setattr(notificaties, "_post", melden.call)
    for name in ("status_gezet", "besluit_bekend"):
        monkeypatch.setitem(SUBSCRIBERS, f"zaak.{name}", [f"tests.{name}"])
    subscribe()


@pytest.fixture
def kees(zgw: Zgw) -> Kees:
    return Kees(zgw)


def open_zaak(zgw: Zgw, **changes: Any) -> None:
    """Noor sent something, and the messages about that went round."""
    create_zaak(new_zaak(email=MAIL, **changes), now=NOW)
    arrive(zgw, now=NOW + timedelta(minutes=1))


# --- A status -----


def test_a_status_of_kees_becomes_a_message_and_a_gebeurtenis(zgw: Zgw, kees: Kees) -> None:
    open_zaak(zgw)
    kees.set_status(NUMMER, 2)
    arrive(zgw)
    assert told() == [("zaak_status", MAIL)]
    assert heard() == [f"tests.status_gezet {NUMMER}"]
    bericht = Bericht.objects.get()
    assert bericht.persoon == zoeksleutel(NOOR)  # she finds it in Mijn zaken
    assert bericht.gegevens == {"reference": NUMMER, "link": f"/mijn-zaken/{NUMMER}/"}


def test_the_last_step_says_that_the_zaak_is_closed(zgw: Zgw, kees: Kees) -> None:
    open_zaak(zgw)
    kees.close(NUMMER, 3)
    arrive(zgw)
    assert told() == [("zaak_gesloten", MAIL)]
    assert GevolgdeZaak.objects.get().gesloten_op is not None


def test_what_eloket_did_itself_is_no_news(zgw: Zgw) -> None:
    """Opening a zaak makes the register tell of a zaak, a rol and a first status."""
    open_zaak(zgw, eigenschappen={"kenteken": "AB-123-C"})
    assert Opdracht.objects.filter(handler="zaken.look_up", status=Status.KLAAR).count() == 1
    assert (told(), heard()) == ([], [])


def test_the_same_message_many_times_tells_noor_once(zgw: Zgw, kees: Kees) -> None:
    open_zaak(zgw)
    zgw.register.storingen.notificaties_dubbel = True
    kees.set_status(NUMMER, 2)
    messages = list(zgw.register.berichten)
    arrive(zgw)
    zgw.register.berichten = messages
    arrive(zgw)
    assert (len(told()), len(heard())) == (1, 1)


def test_messages_in_the_wrong_order_tell_of_each_status_and_mail_once(zgw: Zgw, kees: Kees) -> None:
    open_zaak(zgw)
    kees.set_status(NUMMER, 2, LATER)
    kees.close(NUMMER, 3, LATER + timedelta(minutes=5))
    zgw.register.berichten.reverse()
    arrive(zgw, now=LATER + timedelta(hours=1))
    assert heard() == [f"tests.status_gezet {NUMMER}"] * 2
    assert told() == [("zaak_gesloten", MAIL)]


def test_a_step_that_is_dated_before_one_that_noor_knows_is_no_mail(zgw: Zgw, kees: Kees) -> None:
    open_zaak(zgw)
    kees.set_status(NUMMER, 2, LATER)
    arrive(zgw)
    kees.set_status(NUMMER, 2, LATER - timedelta(minutes=30))
    arrive(zgw)
    assert len(heard()) == 2
    assert len(told()) == 1


def test_a_step_that_informs_nobody_is_a_gebeurtenis_and_no_mail(zgw: Zgw, kees: Kees) -> None:
    for statustype in zgw.register.list("statustypen"):
        statustype["informeren"] = False
    open_zaak(zgw)
    kees.set_status(NUMMER, 2)
    arrive(zgw)
    assert (told(), heard()) == ([], [f"tests.status_gezet {NUMMER}"])


def test_a_zaak_above_what_noor_may_see_is_passed_over(zgw: Zgw, kees: Kees) -> None:
    open_zaak(zgw, zaaktype=STILLE_ZAAK)
    kees.close(NUMMER, 2)
    arrive(zgw)
    assert (told(), heard()) == ([], [])
    assert not Opdracht.objects.unfinished().exists()


def test_a_zaak_that_eloket_may_not_read_is_passed_over(zgw: Zgw, kees: Kees) -> None:
    open_zaak(zgw)
    kees.set_status(NUMMER, 2)
    zgw.register.applicaties["eloket"].maximum = "openbaar"
    arrive(zgw)
    assert (told(), heard()) == ([], [])
    assert not Opdracht.objects.unfinished().exists()


def test_a_zaak_of_another_organisation_in_the_register_is_passed_over(zgw: Zgw, kees: Kees) -> None:
    kees.klant.make_zaak(bsn=NOOR.nummer, identificatie="ZAAK-9", bronorganisatie="111222333")
    [zaak] = zgw.register.list("zaken")
    plan_look_up(Meldingsoort.ZAAK, zaak["uuid"], kenmerk="x", now=LATER)
    run_due(now=LATER)
    assert not GevolgdeZaak.objects.exists()


# --- Who is told -----


def test_a_zaak_that_was_opened_at_the_desk_of_the_other_system_is_news_from_its_first_step(
    zgw: Zgw, kees: Kees
) -> None:
    """Nobody left an address, and Noor chose one in Mijn zaken."""
    Voorkeur.objects.create(persoon=zoeksleutel(NOOR), adres="noor@thuis.example", changed_at=NOW)
    kees.klant.make_zaak(bsn=NOOR.nummer, identificatie="ZAAK-2026-0000000001")
    kees.set_status("ZAAK-2026-0000000001", 1)
    arrive(zgw)
    assert told() == [("zaak_status", "noor@thuis.example")]
    assert heard() == ["tests.status_gezet ZAAK-2026-0000000001"]


def test_without_any_address_it_stands_in_mijn_zaken(zgw: Zgw, kees: Kees) -> None:
    create_zaak(new_zaak(), now=NOW)
    kees.set_status(NUMMER, 2)
    arrive(zgw)
    assert told() == [("zaak_status", "")]
    assert Bericht.objects.get().kanaal == "mijnzaken"


def test_a_zaak_of_nobody_that_we_know_tells_nobody(zgw: Zgw, kees: Kees) -> None:
    kees.klant.make_zaak(identificatie="ZAAK-1")
    kees.set_status("ZAAK-1", 1)
    arrive(zgw)
    run_due(now=LATER + ROL_KOMT_NOG)
    assert (told(), heard()) == ([], ["tests.status_gezet ZAAK-1"])


def test_a_rol_that_another_system_adds_after_the_first_status_is_waited_for(zgw: Zgw, kees: Kees) -> None:
    zaak = kees.klant.make_zaak(identificatie="ZAAK-1")
    kees.set_status("ZAAK-1", 1)
    arrive(zgw)
    assert (told(), heard()) == ([], [])
    kees.klant.add_rol(zaak, {"inpBsn": NOOR.nummer})
    run_due(now=LATER + ROL_KOMT_NOG)
    assert told() == [("zaak_status", "")]


@pytest.mark.parametrize(
    ("kind", "identity", "partij"),
    [
        ("natuurlijk_persoon", {"inpBsn": "999990019"}, Bsn("999990019")),
        ("natuurlijk_persoon", {"inpBsn": "999990018"}, None),  # no BSN at all
        ("natuurlijk_persoon", {"inpBsn": ""}, None),
        ("natuurlijk_persoon", {"anpIdentificatie": "E0123456789abcdef"}, None),
        ("niet_natuurlijk_persoon", {"kvkNummer": "12345678"}, Kvk("12345678")),
        (
            "niet_natuurlijk_persoon",
            {"kvkNummer": "12345678", "vestigingsNummer": "000012345678"},
            Kvk("12345678", "000012345678"),
        ),
        ("vestiging", {"kvkNummer": "12345678", "vestigingsNummer": "1"}, None),
        ("niet_natuurlijk_persoon", {"innNnpId": "123456782"}, Rsin("123456782")),
        ("medewerker", {"identificatie": "kees"}, None),
        ("niet_natuurlijk_persoon", None, None),
    ],
)
def test_the_initiator_is_who_the_rol_says_or_nobody(kind: str, identity: Any, partij: Partij | None) -> None:
    rol = {"omschrijvingGeneriek": "initiator", "betrokkeneType": kind, "betrokkeneIdentificatie": identity}
    other = {**rol, "omschrijvingGeneriek": "belanghebbende"}
    assert read_initiator([other, rol], "kvkNummer") == partij
    assert read_initiator([other], "kvkNummer") is None


def test_where_a_kvk_number_stands_in_the_field_of_the_rsin_it_is_told_by_its_length() -> None:
    rol = {"omschrijvingGeneriek": "initiator", "betrokkeneType": "niet_natuurlijk_persoon"}
    kvk = {**rol, "betrokkeneIdentificatie": {"innNnpId": "12345678"}}
    rsin = {**rol, "betrokkeneIdentificatie": {"innNnpId": "123456782"}}
    assert read_initiator([kvk], "innNnpId") == Kvk("12345678")
    assert read_initiator([rsin], "innNnpId") == Rsin("123456782")


# --- A besluit -----


def test_a_besluit_that_was_sent_becomes_a_formal_message(zgw: Zgw, kees: Kees) -> None:
    open_zaak(zgw, zaaktype=KAPVERGUNNING)
    kees.decide(NUMMER, verzenddatum="2026-11-24", uiterlijkeReactiedatum="2027-01-05")
    arrive(zgw)
    assert told() == [("zaak_besluit", MAIL)]
    assert str(Bericht.objects.get().uiterlijk) == "2027-01-05"
    assert heard() == [f"tests.besluit_bekend {NUMMER}"]
    arrive(zgw)
    assert len(heard()) == 1


def test_a_besluit_that_is_sent_on_a_day_to_come_is_told_on_that_day(zgw: Zgw, kees: Kees) -> None:
    open_zaak(zgw, zaaktype=KAPVERGUNNING)
    kees.decide(NUMMER, verzenddatum="2026-11-26")
    arrive(zgw)
    assert (told(), heard()) == ([], [])
    zgw.klok.nu = NOW + timedelta(days=1)
    run_due(now=NOW + timedelta(days=1))
    assert (told(), heard()) == ([], [])
    zgw.klok.nu = NOW + timedelta(days=2)
    run_due(now=NOW + timedelta(days=2))
    assert told() == [("zaak_besluit", MAIL)]


def test_a_besluit_is_told_when_its_verzenddatum_is_filled_in(zgw: Zgw, kees: Kees) -> None:
    open_zaak(zgw, zaaktype=KAPVERGUNNING)
    besluit = kees.decide(NUMMER)
    arrive(zgw)
    assert told() == []
    row = zgw.register.get("besluiten", besluit["url"].rsplit("/", 1)[1])
    row["verzenddatum"] = "2026-11-24"
    notificaties.notify_besluit(zgw.register, row)
    zgw.register.berichten[-1] |= {"actie": "partial_update", "aanmaakdatum": "2026-11-24T12:00:00Z"}
    arrive(zgw)
    assert told() == [("zaak_besluit", MAIL)]


def test_a_besluit_without_zaak_and_one_that_is_gone_ask_nothing(zgw: Zgw, kees: Kees) -> None:
    open_zaak(zgw, zaaktype=KAPVERGUNNING)
    besluit = kees.decide(NUMMER, verzenddatum="2026-11-24")
    row = zgw.register.get("besluiten", besluit["url"].rsplit("/", 1)[1])
    row["zaak"] = ""
    arrive(zgw)
    look_up(Meldingsoort.BESLUIT, "00000000-0000-4000-8000-000000000000", now=LATER)
    assert (told(), heard()) == ([], [])


# --- What Mijn zaken remembers for a minute -----


def read(zgw: Zgw) -> int:
    """How many calls it costs Noor to open her zaak."""
    zgw.register.forget_calls()
    get_inzage(NUMMER, voor=NOOR)
    return sum(zgw.register.geteld.values())


@pytest.fixture
def remembered(zgw: Zgw, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    moments = count()
    monkeypatch.setattr(klok, "now", lambda: NOW + timedelta(milliseconds=next(moments)))
    settings.ELOKET_ZAKEN = make_setting(zgw, NOTIFICATIES_GEHEIM=GEHEIM, ONTHOUD_SECONDEN=60)
    open_zaak(zgw, zaaktype=KAPVERGUNNING)
    assert read(zgw) > 0
    assert read(zgw) == 0
    yield
    assert read(zgw) > 0


@pytest.mark.usefixtures("remembered")
def test_what_is_remembered_is_old_as_soon_as_a_message_comes(zgw: Zgw, kees: Kees) -> None:
    zaak = kees.zaak(NUMMER)
    kees.klant.ask("PATCH", zaak["url"], {"opschorting": {"indicatie": True, "reden": "Wij wachten"}})
    deliver(zgw.register)
    assert told() == []


@pytest.mark.usefixtures("remembered")
def test_what_is_remembered_is_old_as_soon_as_a_besluit_is_looked_up(zgw: Zgw, kees: Kees) -> None:
    kees.decide(NUMMER, verzenddatum="2026-11-24")
    arrive(zgw)
    assert told() == [("zaak_besluit", MAIL)]


# --- What goes wrong on the way -----


@pytest.mark.parametrize("fault", ["500", "html", "dicht_voor", "dicht_na"])
def test_a_register_that_is_out_is_asked_again(zgw: Zgw, kees: Kees, fault: str) -> None:
    open_zaak(zgw)
    kees.set_status(NUMMER, 2)
    zgw.register.storingen.add(fault, keer=1)
    arrive(zgw)
    assert told() == []
    run_due(now=LATER + timedelta(minutes=1))
    assert told() == [("zaak_status", MAIL)]
    zgw.gezien.wrong.clear()


def test_a_right_that_is_missing_asks_for_a_person(zgw: Zgw, kees: Kees) -> None:
    open_zaak(zgw)
    kees.set_status(NUMMER, 2)
    zgw.register.applicaties["eloket"].scopes = frozenset({"catalogi.lezen", "besluiten.lezen"})
    arrive(zgw)
    row = Opdracht.objects.get(status=Status.MENS_NODIG)
    assert "mist hiervoor een recht" in row.reason
    assert told() == []


def test_a_register_that_skips_the_question_tells_nobody_of_anothers_zaak(zgw: Zgw, kees: Kees) -> None:
    """`_zoek` leaves out a key that it does not know, and then every zaak fits."""
    open_zaak(zgw)
    kees.klant.make_zaak(bsn=VREEMDE.nummer, identificatie="ZAAK-1")
    kees.set_status("ZAAK-1", 1)
    zgw.register.berichten.clear()
    zgw.register.storingen.negeer_filters = True
    plan_look_up(Meldingsoort.ZAAK, "00000000-0000-4000-8000-000000000000", kenmerk="x", now=LATER)
    arrive(zgw)
    assert "uuid__in" in Opdracht.objects.get(status=Status.MENS_NODIG).reason
    assert told() == []


def test_what_two_workers_read_before_either_wrote_is_told_once(zgw: Zgw, kees: Kees) -> None:
    open_zaak(zgw)
    kees.set_status(NUMMER, 2)
    teller = get_teller()
    assert teller is not None
    zaakid = GevolgdeZaak.objects.get().register_id
    read = [teller.get_nieuws(Meldingsoort.ZAAK, zaakid, op=NOW.date()) for _worker in range(2)]
    for nieuws in read:
        assert nieuws is not None
        take_nieuws(nieuws, now=LATER)
    assert (len(told()), len(heard())) == (1, 1)
    assert GezienNieuws.objects.count() == 1


def test_a_look_up_costs_three_calls(zgw: Zgw, kees: Kees) -> None:
    open_zaak(zgw)
    kees.set_status(NUMMER, 2)
    deliver(zgw.register)
    zgw.register.forget_calls()
    run_due(now=LATER)
    assert sum(zgw.register.geteld.values()) == 3


@pytest.mark.parametrize("zgw", ["strikt"], indirect=True)
def test_a_register_that_does_what_the_standard_says_tells_noor_as_well(zgw: Zgw, kees: Kees) -> None:
    open_zaak(zgw)
    kees.set_status(NUMMER, 2)
    arrive(zgw)
    assert told() == [("zaak_status", MAIL)]


def test_no_bsn_is_kept_or_logged(
    zgw: Zgw, kees: Kees, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    open_zaak(zgw)
    kees.set_status(NUMMER, 2)
    arrive(zgw)
    rows = [*Opdracht.objects.values(), *GevolgdeZaak.objects.values(), *GezienNieuws.objects.values()]
    said = f"{caplog.text}{capsys.readouterr()}"
    assert NUMMER in str(rows)
    assert NOOR.nummer not in f"{rows}{said}"
    assert MAIL not in f"{rows}{said}"


def test_a_gemeente_that_went_back_to_the_register_of_eloket_hears_nothing_more(
    zgw: Zgw, kees: Kees, settings: Settings
) -> None:
    open_zaak(zgw)
    kees.set_status(NUMMER, 2)
    deliver(zgw.register)
    settings.ELOKET_ZAKEN = {"default": {"BACKEND": "eloket.zaken.backends.database.DatabaseBackend"}}
    run_due(now=LATER)
    assert not Opdracht.objects.unfinished().exists()
    assert told() == []


def test_a_gemeente_that_keeps_the_register_for_what_is_old_still_hears_of_it(
    zgw: Zgw, kees: Kees, settings: Settings
) -> None:
    open_zaak(zgw)
    old = settings.ELOKET_ZAKEN["default"]
    own = {"BACKEND": "eloket.zaken.backends.database.DatabaseBackend", "OPTIONS": {}}
    settings.ELOKET_ZAKEN = {"default": own, "oud": old}
    kees.set_status(NUMMER, 2)
    arrive(zgw)
    assert told() == [("zaak_status", MAIL)]
    create_zaak(new_zaak(identificatie="ELK-2026-0000099"), now=NOW)
    assert GevolgdeZaak.objects.count() == 1  # what is new stands in the register of eloket
