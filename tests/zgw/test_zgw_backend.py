"""The ZGW backend where the standard is dangerous: half done work, fail-open filters, calls that cost."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from eloket.demo.zgwregister.catalogus import Inrichting, add_zaaktype, end_zaaktype
from eloket.demo.zgwregister.register import Applicatie
from eloket.lib.partij import Eidas, Kvk, Rsin
from eloket.zaken.backends.base import (
    DocumentNotFound,
    Medewerker,
    RegisterError,
    RegisterMisconfigured,
    RegisterUnavailable,
    Relatie,
    Volgorde,
    Zaakfilter,
    ZaakNotFound,
    ZaakRejected,
)
from eloket.zaken.backends.zgw import ZgwBackend, documenten
from eloket.zaken.regels import AardRelatie
from tests.zaken.contract.documenten import make_id, new_document
from tests.zaken.factories import KAPVERGUNNING, NOOR, NOW, VREEMDE, new_zaak
from tests.zgw.backend import make_backend
from tests.zgw.conftest import Zgw
from tests.zgw.klant import Klant

NUMMER = "ELK-2026-0000042"
LATER = NOW + timedelta(hours=1)
JORIS = Kvk("12345678")
ZOEK = "POST /zaken/api/v1/zaken/_zoek"


@pytest.fixture
def backend(zgw: Zgw) -> ZgwBackend:
    return make_backend(zgw)


@pytest.fixture
def klant(zgw: Zgw) -> Klant:
    return Klant(zgw)


def writes(zgw: Zgw) -> list[str]:
    """What was written, in order, by the last part of the path."""
    calls = [vraag for vraag in zgw.register.gevraagd if vraag.method != "GET"]
    return [vraag.path.rsplit("/", 1)[1] for vraag in calls if not vraag.path.endswith("_zoek")]


# --- Opening -----


def test_the_number_comes_first_and_the_first_status_last(zgw: Zgw, backend: ZgwBackend) -> None:
    backend.create_zaak(new_zaak(eigenschappen={"kenteken": "AB-123-C", "kleur": "rood"}), now=NOW)
    assert writes(zgw) == ["zaken", "rollen", "zaakeigenschappen", "zaakobjecten", "statussen"]
    first = next(vraag for vraag in zgw.register.gevraagd if vraag.method == "POST")
    assert first.json()["identificatie"] == NUMMER
    [overig] = zgw.register.list("zaakobjecten")
    assert overig["objectIdentificatie"] == {"overigeData": {"kleur": "rood"}}


STAPPEN = ("zaken", "rollen", "zaakeigenschappen", "zaakobjecten", "statussen")


@pytest.mark.parametrize("fault", ["dicht_voor", "dicht_na", "500"])
@pytest.mark.parametrize("stap", STAPPEN)
def test_whatever_breaks_a_second_try_ends_in_one_whole_zaak(
    zgw: Zgw, backend: ZgwBackend, stap: str, fault: str
) -> None:
    zgw.register.storingen.add(fault, bij=f"POST .*/{stap}$", keer=1)
    nieuw = new_zaak(eigenschappen={"kenteken": "AB-123-C", "kleur": "rood"}, email="noor@example.org")
    with pytest.raises(RegisterUnavailable):
        backend.create_zaak(nieuw, now=NOW)
    zaak = make_backend(zgw).create_zaak(nieuw, now=LATER)  # another worker
    kept = {soort: len(zgw.register.dingen[soort]) for soort in STAPPEN}
    assert kept == dict.fromkeys(STAPPEN, 1)
    assert (zaak.email, len(zaak.statussen)) == ("noor@example.org", 1)
    assert backend.get_zaak(NUMMER, voor=NOOR) == zaak


def test_once_it_is_whole_a_third_try_writes_nothing(zgw: Zgw, backend: ZgwBackend) -> None:
    first = backend.create_zaak(new_zaak(), now=NOW)
    zgw.register.forget_calls()
    assert backend.create_zaak(new_zaak(), now=LATER) == first
    assert writes(zgw) == ["zaken"]  # refused: the number is there


def test_a_number_that_somebody_else_used_is_not_taken_for_ours(backend: ZgwBackend, klant: Klant) -> None:
    klant.make_zaak(identificatie=NUMMER, bsn=VREEMDE.nummer)
    with pytest.raises(ZaakRejected, match="al van een andere zaak"):
        backend.create_zaak(new_zaak(), now=NOW)
    with pytest.raises(ZaakNotFound):
        backend.get_zaak(NUMMER, voor=NOOR)


@pytest.mark.parametrize("minuten", [-2, 2])
def test_a_clock_that_is_off_by_two_minutes_hinders_nobody(
    zgw: Zgw, backend: ZgwBackend, minuten: int
) -> None:
    zgw.register.storingen.klok_verschil = timedelta(minutes=minuten)
    zgw.register.streng_op_iat = True
    zaak = backend.create_zaak(new_zaak(), now=NOW)
    assert zaak.status is not None
    assert zaak.status.gezet_op <= NOW


def test_a_zaaktype_that_was_published_anew_is_found_under_its_new_address(
    zgw: Zgw, backend: ZgwBackend
) -> None:
    backend.create_zaak(new_zaak(), now=NOW)
    add_zaaktype(zgw.register, zgw.typen["catalogus"], Inrichting("aanvraag", "Nieuw", begin="2026-11-01"))
    end_zaaktype(zgw.typen["aanvraag"], "2026-11-01")
    new = backend.create_zaak(new_zaak(identificatie="ELK-2"), now=NOW)
    assert new.zaaktype.omschrijving == "Nieuw"
    assert backend.get_zaak(NUMMER, voor=NOOR).zaaktype.omschrijving == "Aanvraag"  # its own version


def test_steps_that_come_in_any_order_are_put_in_theirs(zgw: Zgw, backend: ZgwBackend) -> None:
    zgw.register.storingen.schud_statustypen = True
    zaak = backend.create_zaak(new_zaak(), now=NOW)
    assert zaak.status is not None
    assert zaak.status.statustype.omschrijving.nl == "Ontvangen"
    assert [step.volgnummer for step in zaak.zaaktype.statustypen] == [1, 2, 3]


def test_who_acts_for_noor_and_who_typed_it_in_have_a_rol_of_their_own(zgw: Zgw, backend: ZgwBackend) -> None:
    backend.create_zaak(new_zaak(handelende=VREEMDE, hoedanigheid="gemachtigde"), now=NOW)
    backend.create_zaak(new_zaak(identificatie="ELK-2", handelende=Medewerker("ilse")), now=NOW)
    rollen = [
        (rol["omschrijvingGeneriek"], rol["indicatieMachtiging"]) for rol in zgw.register.list("rollen")
    ]
    assert rollen == [
        ("initiator", ""),
        ("belanghebbende", "gemachtigde"),
        ("initiator", ""),
        ("klantcontacter", ""),
    ]


def test_a_zaaktype_without_initiator_is_for_the_beheerder(zgw: Zgw, backend: ZgwBackend) -> None:
    add_zaaktype(zgw.register, zgw.typen["catalogus"], Inrichting("stil", "Stil", rollen={}))
    with pytest.raises(RegisterMisconfigured, match="initiator"):
        backend.create_zaak(new_zaak(zaaktype="stil"), now=NOW)


def test_a_zaak_about_another_one_points_at_it(zgw: Zgw, backend: ZgwBackend) -> None:
    backend.create_zaak(new_zaak(), now=NOW)
    about = Relatie(NUMMER, AardRelatie.VERVOLG, "bezwaar")
    backend.create_zaak(new_zaak(identificatie="ELK-2", relatie=about), now=NOW)
    first, second = zgw.register.list("zaken")
    assert second["relevanteAndereZaken"] == [{"url": first["url"], "aardRelatie": "vervolg"}]
    nowhere = Relatie("ELK-9", AardRelatie.ONDERWERP)
    with pytest.raises(ZaakRejected, match="ELK-9"):
        backend.create_zaak(new_zaak(identificatie="ELK-3", relatie=nowhere), now=NOW)


# --- Reading: what it costs -----


def fill(zgw: Zgw, backend: ZgwBackend, number: int) -> None:
    for each in range(number):
        day = NOW.date() - timedelta(days=each)
        backend.create_zaak(new_zaak(identificatie=f"ELK-{each:03}", startdatum=day), now=NOW)
    backend.list_zaken(voor=NOOR, page=1, page_size=20)  # the canary, and a warm catalogus
    zgw.register.forget_calls()


def test_a_list_page_is_one_call_however_many_there_are(zgw: Zgw, backend: ZgwBackend) -> None:
    fill(zgw, backend, 45)
    for page in (1, 2, 3):
        assert backend.list_zaken(voor=NOOR, page=page, page_size=20).total == 45
    assert zgw.register.geteld == {ZOEK: 3}
    assert {vraag.json()["expand"][0] for vraag in zgw.register.gevraagd} == {"status"}


@pytest.mark.parametrize("zgw", ["strikt"], indirect=True)
def test_by_the_standard_alone_a_page_is_one_call_too(zgw: Zgw) -> None:
    backend = make_backend(zgw, KVK_VELD="innNnpId")
    fill(zgw, backend, 45)
    numbers = [
        zaak.identificatie
        for page in (1, 2, 3)
        for zaak in backend.list_zaken(voor=NOOR, page=page, page_size=20).items
    ]
    assert numbers == [f"ELK-{each:03}" for each in range(45)]
    assert zgw.register.geteld == {ZOEK: 3}


def test_a_detail_with_all_that_belongs_to_it_is_four_calls(
    zgw: Zgw, backend: ZgwBackend, klant: Klant
) -> None:
    backend.create_zaak(new_zaak(zaaktype=KAPVERGUNNING), now=NOW)
    backend.add_document(NUMMER, new_document(), now=NOW)
    decide(klant, NUMMER, verzenddatum="2026-11-24")
    backend.get_inzage(NUMMER, voor=NOOR, op=NOW.date())  # a warm catalogus
    zgw.register.forget_calls()
    inzage = backend.get_inzage(NUMMER, voor=NOOR, op=NOW.date())
    assert zgw.register.geteld.total() == 4
    assert inzage.documenten is not None
    assert inzage.besluiten is not None
    assert (len(inzage.documenten), len(inzage.besluiten), len(inzage.zaak.statussen)) == (1, 1, 1)


@pytest.mark.parametrize("zgw", ["strikt"], indirect=True)
def test_by_the_standard_alone_a_detail_is_four_calls_once_its_documents_were_met(
    zgw: Zgw, klant: Klant
) -> None:
    backend = make_backend(zgw, KVK_VELD="innNnpId")
    backend.create_zaak(new_zaak(zaaktype=KAPVERGUNNING), now=NOW)
    backend.add_document(NUMMER, new_document(), now=NOW)
    backend.get_inzage(NUMMER, voor=NOOR, op=NOW.date())  # a warm catalogus
    zgw.register.forget_calls()
    inzage = backend.get_inzage(NUMMER, voor=NOOR, op=NOW.date())
    assert zgw.register.geteld.total() == 4
    assert len(inzage.documenten or ()) == 1
    backend.add_document(NUMMER, new_document(id=make_id(2)), now=NOW)
    assert len(backend.get_inzage(NUMMER, voor=NOOR, op=NOW.date()).documenten or ()) == 2


def decide(klant: Klant, nummer: str, **fields: Any) -> Any:
    """A besluit of a behandelaar, in the register."""
    [zaak] = klant.get("/zaken/api/v1/zaken", identificatie=nummer).json["results"]
    [kind] = klant.get("/catalogi/api/v1/besluittypen", zaaktypen=zaak["zaaktype"]).json["results"]
    body = {
        "verantwoordelijkeOrganisatie": "123456782",
        "besluittype": kind["url"],
        "zaak": zaak["url"],
        "datum": "2026-11-24",
        "ingangsdatum": "2026-11-24",
    }
    return klant.post("/besluiten/api/v1/besluiten", body | fields).json


def test_nothing_is_asked_with_an_etag_that_may_be_stale(zgw: Zgw, backend: ZgwBackend, klant: Klant) -> None:
    zgw.register.storingen.oude_etag = True
    backend.create_zaak(new_zaak(), now=NOW)
    backend.get_zaak(NUMMER, voor=NOOR)
    [zaak] = zgw.register.list("zaken")
    zgw.klok.nu = LATER
    klant.set_status(zaak, 2, NOW.isoformat().replace("+00:00", ".5Z"))
    assert len(backend.get_zaak(NUMMER, voor=NOOR).statussen) == 2
    assert not any("if-none-match" in vraag.headers for vraag in zgw.register.gevraagd)


def test_the_current_status_is_the_latest_and_not_the_last_that_came(
    zgw: Zgw, backend: ZgwBackend, klant: Klant
) -> None:
    backend.create_zaak(new_zaak(), now=NOW)
    [zaak] = zgw.register.list("zaken")
    zgw.klok.nu = LATER
    klant.set_status(zaak, 2, "2026-11-24T08:00:00Z")
    found = backend.get_zaak(NUMMER, voor=NOOR)
    assert [status.statustype.volgnummer for status in found.statussen] == [2, 1]
    [listed] = backend.list_zaken(voor=NOOR, page=1, page_size=20).items
    assert listed.status == found.status


def test_noor_chooses_among_open_and_closed(zgw: Zgw, backend: ZgwBackend) -> None:
    fill(zgw, backend, 3)
    closed = next(each for each in zgw.register.list("zaken") if each["identificatie"] == "ELK-000")
    closed["einddatum"] = "2026-11-25"

    def numbers(**choice: Any) -> list[str]:
        page = backend.list_zaken(voor=NOOR, page=1, page_size=20, filter=Zaakfilter(**choice))
        return [zaak.identificatie for zaak in page.items]

    assert numbers() == ["ELK-001", "ELK-002", "ELK-000"]
    assert numbers(volgorde=Volgorde.OUDSTE) == ["ELK-002", "ELK-001", "ELK-000"]
    assert numbers(open_zaken=False) == ["ELK-000"]
    assert numbers(identificaties=frozenset({"ELK-002"})) == ["ELK-002"]


# --- Reading: whose it is -----


def test_a_register_that_does_not_filter_closes_mijn_zaken(
    zgw: Zgw, backend: ZgwBackend, klant: Klant
) -> None:
    klant.make_zaak(bsn=VREEMDE.nummer)
    zgw.register.storingen.negeer_filters = True
    for ask in (backend.check, lambda: backend.list_zaken(voor=NOOR, page=1, page_size=20)):
        with pytest.raises(RegisterMisconfigured, match="filtert niet"):
            ask()


def test_a_filter_that_falls_away_later_shows_nobody_anything(
    zgw: Zgw, backend: ZgwBackend, klant: Klant
) -> None:
    backend.list_zaken(voor=NOOR, page=1, page_size=20)
    klant.make_zaak(bsn=VREEMDE.nummer)
    zgw.register.storingen.negeer_filters = True
    with pytest.raises(RegisterMisconfigured, match="niet van deze persoon"):
        backend.list_zaken(voor=NOOR, page=1, page_size=20)


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ("403 permission_denied", RegisterMisconfigured),
        ("403 jwt-expired", RegisterMisconfigured),
        ("412", RegisterMisconfigured),
        ("500", RegisterUnavailable),
        ("html", RegisterUnavailable),
        ("dicht_voor", RegisterUnavailable),
    ],
)
def test_an_outage_is_an_error_and_never_no_zaken(
    zgw: Zgw, backend: ZgwBackend, fault: str, error: type[RegisterError]
) -> None:
    fill(zgw, backend, 1)
    zgw.register.storingen.add(fault)
    for ask in (
        lambda: backend.list_zaken(voor=NOOR, page=1, page_size=20),
        lambda: backend.get_zaak("ELK-000", voor=NOOR),
        lambda: backend.list_documenten("ELK-000", voor=NOOR),
        lambda: backend.list_besluiten("ELK-000", voor=NOOR, op=NOW.date()),
        backend.check,
    ):
        with pytest.raises(error):
            ask()
    zgw.register.storingen.storingen.clear()
    assert backend.list_zaken(voor=NOOR, page=1, page_size=20).total == 1  # no failure was kept


def test_no_bsn_is_in_any_address_or_header(zgw: Zgw, backend: ZgwBackend) -> None:
    backend.create_zaak(new_zaak(zaaktype=KAPVERGUNNING, handelende=VREEMDE), now=NOW)
    backend.add_document(NUMMER, new_document(), now=NOW)
    backend.list_zaken(voor=NOOR, page=1, page_size=20, filter=Zaakfilter(zoek="verhuizing"))
    backend.get_inzage(NUMMER, voor=NOOR, op=NOW.date())
    assert zgw.register.gevraagd
    for vraag in zgw.register.gevraagd:
        assert NOOR.nummer not in f"{vraag.raw}{vraag.headers}"
        assert VREEMDE.nummer not in f"{vraag.raw}{vraag.headers}"


def test_each_vestiging_of_joris_sees_its_own(zgw: Zgw, backend: ZgwBackend) -> None:
    kantoor, winkel = (replace(JORIS, vestiging=number) for number in ("000000000001", "000000000002"))
    for number, who in enumerate((JORIS, kantoor, winkel)):
        backend.create_zaak(new_zaak(identificatie=f"ELK-{number}", belanghebbende=who), now=NOW)
    for number, who in enumerate((JORIS, kantoor, winkel)):
        page = backend.list_zaken(voor=who, page=1, page_size=20)
        assert [zaak.identificatie for zaak in page.items] == [f"ELK-{number}"]
    with pytest.raises(ZaakNotFound):
        backend.get_zaak("ELK-1", voor=winkel)


def test_the_whole_business_counts_and_turns_only_what_is_its_own(zgw: Zgw, backend: ZgwBackend) -> None:
    winkel = replace(JORIS, vestiging="000000000002")
    for number in range(12):
        own = {"identificatie": f"ELK-{number:02}", "belanghebbende": winkel if number % 2 else JORIS}
        backend.create_zaak(new_zaak(**own, startdatum=NOW.date() - timedelta(days=number)), now=NOW)
    backend.list_zaken(voor=JORIS, page=1, page_size=4)
    zgw.register.forget_calls()
    pages = [backend.list_zaken(voor=JORIS, page=number, page_size=4) for number in (1, 2, 99)]
    assert [(page.total, page.pages, page.page) for page in pages] == [(6, 2, 1), (6, 2, 2), (6, 2, 2)]
    assert [zaak.identificatie for page in pages[:2] for zaak in page.items] == [
        f"ELK-{number:02}" for number in range(0, 12, 2)
    ]
    assert [len(page.items) for page in pages] == [4, 2, 2]


@pytest.mark.parametrize("zgw", ["strikt"], indirect=True)
def test_by_the_standard_a_vestiging_is_a_party_of_its_own(zgw: Zgw) -> None:
    backend = make_backend(zgw, KVK_VELD="innNnpId")
    kantoor = replace(JORIS, vestiging="000000000001")
    backend.create_zaak(new_zaak(belanghebbende=kantoor), now=NOW)
    assert backend.list_zaken(voor=kantoor, page=1, page_size=20).total == 1
    assert backend.list_zaken(voor=JORIS, page=1, page_size=20).items == ()


@pytest.mark.parametrize("zgw", ["strikt"], indirect=True)
def test_a_field_for_kvk_that_the_register_lacks_is_found_out_before_anybody_sees_a_thing(
    zgw: Zgw, klant: Klant
) -> None:
    klant.make_zaak(bsn=VREEMDE.nummer)
    with pytest.raises(RegisterMisconfigured, match="kvkNummer"):
        make_backend(zgw, KVK_VELD="kvkNummer").list_zaken(voor=JORIS, page=1, page_size=20)


@pytest.mark.parametrize("zgw", ["ruim", "strikt"], indirect=True)
def test_noor_finds_with_her_bsn_what_stands_under_it_as_rsin(zgw: Zgw) -> None:
    backend = make_backend(zgw, EENMANSZAAK=True, KVK_VELD="innNnpId")
    for number in range(6):
        who = Rsin(NOOR.nummer) if number % 2 else NOOR
        day = NOW.date() - timedelta(days=number)
        backend.create_zaak(
            new_zaak(identificatie=f"ELK-{number}", belanghebbende=who, startdatum=day), now=NOW
        )
    pages = [backend.list_zaken(voor=NOOR, page=number, page_size=4) for number in (1, 2)]
    assert [zaak.identificatie for page in pages for zaak in page.items] == [f"ELK-{n}" for n in range(6)]
    assert [page.total for page in pages] == [6, 6]
    assert backend.get_zaak("ELK-1", voor=NOOR).is_open
    assert backend.list_zaken(voor=Rsin(NOOR.nummer), page=1, page_size=20).total == 3
    for who in (Rsin(NOOR.nummer), VREEMDE):
        with pytest.raises(ZaakNotFound):
            backend.get_zaak("ELK-0", voor=who)


def test_who_has_no_business_is_asked_after_it_once_in_a_while(zgw: Zgw) -> None:
    backend = make_backend(zgw, EENMANSZAAK=True)
    fill(zgw, backend, 3)
    for _ in range(3):
        assert backend.list_zaken(voor=NOOR, page=1, page_size=20).total == 3
    assert zgw.register.geteld == {ZOEK: 3}


def test_somebody_from_abroad_finds_their_own(backend: ZgwBackend) -> None:
    maria = Eidas("BE/NL/pseudoniem-" + "x" * 200)
    backend.create_zaak(new_zaak(belanghebbende=maria), now=NOW)
    assert backend.list_zaken(voor=maria, page=1, page_size=20).total == 1
    assert backend.list_zaken(voor=Eidas("een ander"), page=1, page_size=20).total == 0


def test_a_right_that_ends_at_a_level_hides_a_zaak_like_any_other(zgw: Zgw, backend: ZgwBackend) -> None:
    backend.create_zaak(new_zaak(zaaktype="jeugdhulp"), now=NOW)
    zgw.register.applicaties["eloket"] = Applicatie("geheim-van-de-gemeente", maximum="intern")
    with pytest.raises(ZaakNotFound):
        backend.get_zaak(NUMMER, voor=NOOR)


# --- Documents -----


@pytest.fixture
def groot(zgw: Zgw, backend: ZgwBackend, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A document that goes in three parts."""
    monkeypatch.setattr(documenten, "KLEIN", 10)
    zgw.register.deelgrootte = 40
    backend.create_zaak(new_zaak(zaaktype=KAPVERGUNNING), now=NOW)
    zgw.register.forget_calls()
    return new_document(open=lambda: iter([b"0123456789"] * 10))


def parts_sent(zgw: Zgw) -> int:
    return sum(number for call, number in zgw.register.geteld.items() if call.startswith("PUT"))


def read(backend: ZgwBackend, id: str) -> bytes:
    return b"".join(backend.open_document(NUMMER, id, voor=NOOR)[1])


def test_a_large_document_goes_in_parts_and_is_left_open(zgw: Zgw, backend: ZgwBackend, groot: Any) -> None:
    backend.add_document(NUMMER, groot, now=NOW)
    assert parts_sent(zgw) == 3
    assert read(backend, groot.id) == b"0123456789" * 10
    [document] = zgw.register.list("enkelvoudiginformatieobjecten")
    assert (document["locked"], document["indicatieGebruiksrecht"]) == (False, False)


@pytest.mark.parametrize(
    ("fault", "bij", "again"),
    [
        ("dicht_half", "PUT", 3),
        ("dicht_na", "PUT", 2),
        ("dicht_voor", "unlock", 0),
        ("dicht_na", "unlock", 0),
        ("dicht_na", "POST .*/enkelvoudiginformatieobjecten$", 3),
        ("500", "POST .*/zaakinformatieobjecten$", 0),
    ],
)
def test_a_line_that_breaks_halfway_costs_only_what_was_missing(
    zgw: Zgw, backend: ZgwBackend, groot: Any, fault: str, bij: str, again: int
) -> None:
    zgw.register.storingen.add(fault, bij=bij, keer=1)
    with pytest.raises(RegisterUnavailable):
        backend.add_document(NUMMER, groot, now=NOW)
    zgw.register.forget_calls()
    backend.add_document(NUMMER, groot, now=LATER)
    assert parts_sent(zgw) == again
    assert read(backend, groot.id) == b"0123456789" * 10
    assert len(zgw.register.dingen["enkelvoudiginformatieobjecten"]) == 1
    assert not [each for each in zgw.register.list("enkelvoudiginformatieobjecten") if each["locked"]]


def test_a_slow_line_is_given_the_time_that_sending_takes(
    zgw: Zgw, backend: ZgwBackend, groot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, later = time.monotonic, [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: real() + later[0])

    def slowly() -> Iterator[bytes]:
        for _piece in range(10):
            later[0] += 60
            yield b"0123456789"

    backend.add_document(NUMMER, replace(groot, open=slowly), now=NOW)
    assert parts_sent(zgw) == 3
    assert read(backend, groot.id) == b"0123456789" * 10


def test_the_gemeente_can_close_a_zaak_with_our_documents(
    zgw: Zgw, backend: ZgwBackend, klant: Klant, groot: Any
) -> None:
    backend.add_document(NUMMER, groot, now=NOW)
    backend.add_document(NUMMER, new_document(id=make_id(2), open=lambda: iter([b"klein"])), now=NOW)
    [zaak] = zgw.register.list("zaken")
    [verleend] = klant.get("/catalogi/api/v1/resultaattypen", zaaktype=zaak["zaaktype"]).json["results"]
    klant.post("/zaken/api/v1/resultaten", {"zaak": zaak["url"], "resultaattype": verleend["url"]})
    zgw.klok.nu = LATER
    assert klant.set_status(zaak, 2, "2026-11-24T10:00:00Z").status == 201
    closed = backend.get_zaak(NUMMER, voor=NOOR)
    assert (closed.is_open, closed.resultaat and closed.resultaat.omschrijving.nl) == (False, "Verleend")


def test_a_letter_is_not_read_before_its_besluit_is_made_known(backend: ZgwBackend, klant: Klant) -> None:
    backend.create_zaak(new_zaak(zaaktype=KAPVERGUNNING), now=NOW)
    backend.add_document(NUMMER, new_document(informatieobjecttype="Besluit"), now=NOW)
    [brief] = backend.list_documenten(NUMMER, voor=NOOR)
    besluit = decide(klant, NUMMER)
    [row] = klant.get("/documenten/api/v1/enkelvoudiginformatieobjecten", identificatie=brief.id).json[
        "results"
    ]
    links = {"besluit": besluit["url"], "informatieobject": row["url"]}
    assert klant.post("/besluiten/api/v1/besluitinformatieobjecten", links).status == 201
    assert backend.list_documenten(NUMMER, voor=NOOR) == ()
    assert backend.list_besluiten(NUMMER, voor=NOOR, op=NOW.date()) == ()
    with pytest.raises(DocumentNotFound):
        backend.open_document(NUMMER, brief.id, voor=NOOR)


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({}, True),
        ({"tonenAanInitiator": False}, False),  # a newer register has a field for it
        ({"tonenAanInitiator": True}, True),
        ({"status": "in_bewerking"}, False),
        ({"vertrouwelijkheidaanduiding": "geheim"}, False),
        ({"inhoud": None}, False),
    ],
)
def test_a_document_of_the_behandelaar_shows_when_it_is_for_noor(
    zgw: Zgw, backend: ZgwBackend, klant: Klant, changes: dict[str, Any], shown: bool
) -> None:
    zaak = klant.make_zaak(KAPVERGUNNING, bsn=NOOR.nummer, identificatie=NUMMER)
    document = klant.make_document("Besluit", bestandsnaam="brief.pdf", formaat="application/pdf").json
    klant.link(zaak, document)
    zgw.register.get("enkelvoudiginformatieobjecten", document["url"].rsplit("/", 1)[1]).update(changes)
    found = backend.list_documenten(NUMMER, voor=NOOR)
    assert [each.titel for each in found] == (["brief.pdf"] if shown else [])


@pytest.mark.parametrize(
    ("down", "documenten_known", "besluiten_known"),
    [("/documenten/", False, True), ("/besluiten/", False, False)],
)
def test_when_one_source_is_down_that_part_is_missing_and_not_empty(
    zgw: Zgw, backend: ZgwBackend, down: str, documenten_known: bool, besluiten_known: bool
) -> None:
    backend.create_zaak(new_zaak(zaaktype=KAPVERGUNNING), now=NOW)
    backend.add_document(NUMMER, new_document(), now=NOW)
    zgw.register.storingen.add("500", bij=down)
    inzage = backend.get_inzage(NUMMER, voor=NOOR, op=NOW.date())
    assert (inzage.documenten is not None, inzage.besluiten is not None) == (
        documenten_known,
        besluiten_known,
    )
