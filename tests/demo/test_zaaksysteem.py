"""Kees works in the zaaksysteem of Rietwaard; Bram reads it in the loket, which is another system."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eloket.demo.personen import get_persoon
from eloket.demo.stand import move_clock, slow_down_register, switch_register
from eloket.demo.zaaksysteem.__main__ import main
from eloket.demo.zaaksysteem.adres import join_zaaksysteem
from eloket.demo.zaaksysteem.gegevens import describe_zaak
from eloket.demo.zaken import load_zaken
from eloket.lib import klok
from eloket.lib.omgeving import Omgeving
from eloket.lib.partij import Bsn
from eloket.zaken.backends import get_backend
from eloket.zaken.backends.base import Document, Nakijkbaar, RegisterUnavailable, Zaak
from eloket.zaken.instellingen import read_zaken
from eloket.zaken.services import explain_zaak, get_inzage, list_zaken
from tests.demo.zaaksysteem import Zaaksysteem, running
from tests.zaken.factories import new_zaak

BRAM = Bsn(get_persoon("bram").bsn)


@pytest.fixture
def zaaksysteem(tmp_path: Path) -> Iterator[Zaaksysteem]:
    with running(tmp_path) as found:
        yield found


def read(nummer: str) -> Zaak:
    return get_backend().get_zaak(nummer, voor=BRAM)


def documents(nummer: str) -> tuple[Document, ...]:
    inzage = get_inzage(nummer, voor=BRAM)
    assert inzage.documenten is not None
    return inzage.documenten


# --- The tour -----


def test_bram_has_the_same_zaken_as_with_the_built_in_register(zaaksysteem: Zaaksysteem) -> None:
    zaken = list_zaken(voor=BRAM).items
    assert {zaak.identificatie: zaak.is_open for zaak in zaken} == {
        "ELK-DEMO-1": True,
        "ELK-DEMO-2": False,
        "ELK-DEMO-3": True,
        "ELK-DEMO-4": klok.today() < read("ELK-DEMO-4").startdatum + timedelta(weeks=3),
        "ELK-DEMO-5": True,
    }
    assert read("ELK-DEMO-3").is_opgeschort
    concert = explain_zaak(read("ELK-DEMO-4"), vandaag=klok.today()).uiterlijk
    assert concert is not None
    assert concert.stappen[-1].woorden.startswith("Een termijn uit de wet eindigt niet op")


def test_kees_sets_a_status_and_bram_reads_it(zaaksysteem: Zaaksysteem) -> None:
    assert "ELK-DEMO-1 Verhuizing doorgeven" in zaaksysteem.see()
    page = zaaksysteem.see(f"/zaaksysteem/{zaaksysteem.find('ELK-DEMO-1')['uuid']}/")
    assert "Bram Willemsen (BSN bekend)" in page
    assert BRAM.nummer not in page

    kinds = {each["naam"]: each["id"] for each in _choices(zaaksysteem, "ELK-DEMO-1", "resultaten")}
    words = "Uw adres is aangepast."
    done = zaaksysteem.press("ELK-DEMO-1", "status", toelichting=words, resultaat=kinds["Ingeschreven"])
    assert done.status == 303
    assert "De status is gezet" in zaaksysteem.see(done.headers["Location"])
    zaak = read("ELK-DEMO-1")
    assert (zaak.is_open, zaak.statussen[-1].toelichting) == (False, words)
    assert zaak.resultaat is not None
    assert zaak.resultaat.omschrijving.nl == "Ingeschreven"


def test_kees_sends_a_letter_once_however_often_he_presses(zaaksysteem: Zaaksysteem) -> None:
    letter = {"titel": "Uw straatfeest", "tekst": "Beste Bram,\n\nStuur ons een tekening."}
    number = str(uuid4())
    for _press in range(2):
        assert zaaksysteem.press("ELK-DEMO-3", "brief", **letter, nummer=number).status == 303
    [document] = documents("ELK-DEMO-3")
    assert document.titel == "Uw straatfeest.pdf"
    path = f"/zaaksysteem/{zaaksysteem.find('ELK-DEMO-3')['uuid']}/"
    [shown] = describe_zaak(zaaksysteem.register, zaaksysteem.find("ELK-DEMO-3"))["documenten"]
    assert (zaaksysteem.ask("GET", path + shown["url"]).data or b"").startswith(b"%PDF")


def test_a_besluit_comes_with_its_letter_and_a_last_day_to_object(zaaksysteem: Zaaksysteem) -> None:
    words = "U mag het feest houden. Het is veilig."
    number = str(uuid4())
    for _press in range(2):
        assert zaaksysteem.press("ELK-DEMO-3", "besluit", toelichting=words, nummer=number).status == 303
    inzage = get_inzage("ELK-DEMO-3", voor=BRAM)
    assert inzage.besluiten is not None
    [besluit] = inzage.besluiten
    assert besluit.toelichting == words
    assert besluit.verzenddatum == klok.today()
    assert besluit.uiterlijke_reactiedatum is not None
    assert timedelta(weeks=6) <= besluit.uiterlijke_reactiedatum - klok.today() <= timedelta(days=44)
    assert [each.titel for each in documents("ELK-DEMO-3")] == ["Besluit evenementenvergunning.pdf"]


def test_what_is_sought_is_found_and_nothing_else(zaaksysteem: Zaaksysteem) -> None:
    found = zaaksysteem.see("/zaaksysteem/?zoek=straatFEEST")
    assert "ELK-DEMO-3" in found
    assert "ELK-DEMO-5" not in found
    assert "Geen open zaak past" in zaaksysteem.see("/zaaksysteem/?zoek=zzz")


# --- What goes wrong -----


@pytest.mark.parametrize(
    ("actie", "changes", "words"),
    [
        ("status", {}, "Vul in: het resultaat."),
        ("status", {"statustype": "x"}, "Maak een keuze die in het formulier staat."),
        ("status", {"toelichting": "a" * 1001}, "Vul in: het resultaat."),
        ("status", {"huidig": "een andere"}, "Intussen is een andere status gezet."),
        ("brief", {"titel": "Uw feest"}, "Vul in: de tekst van de brief."),
        (
            "brief",
            {"titel": "t" * 101, "tekst": "x"},
            "het onderwerp: houd het bij 100 tekens. Nu zijn het er 101.",
        ),
        ("brief", {"titel": "t", "tekst": "Beste Bram", "nummer": "x"}, "Open de zaak opnieuw"),
        ("besluit", {"toelichting": " "}, "Vul in: wat u besluit, en waarom."),
        ("besluit", {"toelichting": "Mag.", "besluittype": str(uuid4())}, "Maak een keuze"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_that_was_typed_is_lost(
    zaaksysteem: Zaaksysteem, actie: str, changes: dict[str, str], words: str
) -> None:
    before = zaaksysteem.find("ELK-DEMO-3")["status"]
    antwoord = zaaksysteem.press("ELK-DEMO-3", actie, **changes)
    page = (antwoord.data or b"").decode()
    assert antwoord.status == 400
    assert words in page
    assert "<title>Fout: " in page
    for name in ("titel", "tekst", "toelichting"):
        assert changes.get(name, "").strip() in page
    assert zaaksysteem.find("ELK-DEMO-3")["status"] == before


def test_the_second_of_two_is_told_and_changes_nothing(zaaksysteem: Zaaksysteem) -> None:
    path = f"/zaaksysteem/{zaaksysteem.find('ELK-DEMO-5')['uuid']}/status/"
    kinds = {each["naam"]: each["id"] for each in _choices(zaaksysteem, "ELK-DEMO-5", "resultaten")}
    zaak = describe_zaak(zaaksysteem.register, zaaksysteem.find("ELK-DEMO-5"))
    form = {"huidig": zaak["huidig"], "statustype": zaak["stappen"][-1]["id"], "resultaat": kinds["Verleend"]}
    assert [zaaksysteem.send(path, form).status for _press in range(2)] == [303, 400]
    assert len(read("ELK-DEMO-5").statussen) == 3


def test_a_page_of_somebody_else_does_nothing_here(zaaksysteem: Zaaksysteem) -> None:
    path = f"/zaaksysteem/{zaaksysteem.find('ELK-DEMO-3')['uuid']}/brief/"
    body = b"titel=Weg&tekst=Weg&nummer=" + str(uuid4()).encode()
    strangers: list[dict[str, str]] = [
        {},
        {"origin": "https://elders.example"},
        {"origin": "null"},
        {"sec-fetch-site": "same-site"},
        {"host": "elders.example", "origin": "http://elders.example"},
    ]
    for headers in strangers:
        assert zaaksysteem.ask("POST", path, body, **headers).status == 403
    assert documents("ELK-DEMO-3") == ()


@pytest.mark.parametrize(
    "path",
    [
        "/x",
        "/zaaksysteem/x/",
        "/zaaksysteem/%s/x/",
        "/zaaksysteem/%s/documenten/x/",
        "/zaaksysteem/%s/status/",
    ],
)
def test_what_is_not_there_is_404_in_words(zaaksysteem: Zaaksysteem, path: str) -> None:
    found = zaaksysteem.ask("GET", path.replace("%s", zaaksysteem.find("ELK-DEMO-3")["uuid"]))
    assert found.status == 404
    assert b"Ga terug naar het overzicht" in (found.data or b"")


@pytest.fixture(scope="module")
def langlevend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Zaaksysteem]:
    """One for many questions, none of which changes anything that another asks."""
    with running(tmp_path_factory.mktemp("zaaksysteem")) as found:
        yield found


@settings(max_examples=50)
@given(body=st.binary(max_size=300), actie=st.sampled_from(["status", "brief", "besluit"]))
def test_no_form_makes_it_stumble(langlevend: Zaaksysteem, body: bytes, actie: str) -> None:
    path = f"/zaaksysteem/{langlevend.find('ELK-DEMO-1')['uuid']}/{actie}/"
    found = langlevend.ask("POST", path, body, origin=langlevend.register.base)
    assert found.status == 400


@settings(max_examples=20)
@given(text=st.text(min_size=1, max_size=80))
def test_what_a_resident_typed_never_becomes_markup(langlevend: Zaaksysteem, text: str) -> None:
    zaak = langlevend.find("ELK-DEMO-1")
    zaak["omschrijving"] = f"<script>{text}</script>"
    page = langlevend.ask("GET", f"/zaaksysteem/{zaak['uuid']}/").data or b""
    assert b"<script" not in page


# --- The loket beside it -----


def test_the_check_finds_everything_right(zaaksysteem: Zaaksysteem) -> None:
    register = get_backend()
    assert isinstance(register, Nakijkbaar)
    found = {each.onderdeel: (each.is_goed, each.uitleg) for each in register.inspect(now=klok.now())}
    assert {
        name: told for name, told in found.items() if told[0] is not True and name != "notificaties"
    } == {}


def test_only_a_demo_that_names_no_other_register_gets_this_one() -> None:
    other = {"ELOKET_ZAKEN": "zgw", "ELOKET_ZGW_ZAKEN": "https://openzaak.gemeente.example/zaken/api/v1"}
    for env in ({}, other):
        zaken = read_zaken(Omgeving(env))
        before = str(zaken)
        assert join_zaaksysteem(zaken, port=8002) == ""
        assert str(zaken) == before


@pytest.mark.parametrize("names", [("zgw", "eloket"), ("eloket", "zgw"), ("zgw", "geen")])
def test_a_move_to_it_and_back_can_be_tried(names: tuple[str, str]) -> None:
    zaken = read_zaken(Omgeving(dict(zip(("ELOKET_ZAKEN", "ELOKET_ZAKEN_OUD"), names, strict=True))))
    assert join_zaaksysteem(zaken, port=8002) == "http://127.0.0.1:8002"
    addresses = [each["OPTIONS"]["APIS"]["ZAKEN"] for each in zaken.values() if each["OPTIONS"]]
    assert addresses == ["http://127.0.0.1:8002/zaken/api/v1"]


@pytest.mark.django_db
def test_after_a_move_nobody_sees_a_zaak_twice(tmp_path: Path) -> None:
    """The zaken of Bram are in the built-in register, from before."""
    with running(tmp_path, ELOKET_ZAKEN_OUD="eloket") as found:
        load_zaken(klok.now())
        assert found.register.dingen["zaken"] == {}
        assert found.register.dingen["zaaktypen"]


def test_beside_a_demo_of_its_own_register_it_does_not_start(
    settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.ELOKET_DEMO_ZAAKSYSTEEM = ""
    assert main() == 1
    assert "ELOKET_ZAKEN=zgw" in capsys.readouterr().err


def test_out_of_order_and_slow_are_switches_that_count_at_once(
    zaaksysteem: Zaaksysteem, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("eloket.demo.zaaksysteem.schakelaars.LANGZAAM", 0.01)
    switch_register(uit=True)
    with pytest.raises(RegisterUnavailable):
        get_backend().check()
    assert "ELK-DEMO-1" in zaaksysteem.see()  # who works there goes on
    switch_register(uit=False)
    get_backend().check()
    for langzaam, seconds in ((True, 0.01), (False, 0.0)):
        slow_down_register(langzaam=langzaam)
        get_backend().check()
        assert zaaksysteem.register.storingen.traag == seconds


def test_ten_days_later_in_the_demo_it_is_ten_days_later_there_too(zaaksysteem: Zaaksysteem) -> None:
    """And what the two agree on, the time of a token, stays what it is."""
    move_clock(10)
    nieuw = new_zaak(
        identificatie="ELK-2026-0000010", zaaktype="verhuizing", belanghebbende=BRAM, startdatum=klok.today()
    )
    get_backend().create_zaak(nieuw, now=klok.now())
    zaaksysteem.press("ELK-2026-0000010", "status", toelichting="Wij kijken.")
    zaak = read("ELK-2026-0000010")
    assert zaak.statussen[-1].gezet_op.date() == klok.now().date()
    register = get_backend()
    assert isinstance(register, Nakijkbaar)
    [klokken] = [each for each in register.inspect(now=klok.now()) if each.onderdeel == "klok"]
    assert klokken.is_goed


# --- The next day -----


def test_after_a_restart_everything_is_there_also_at_another_port(tmp_path: Path) -> None:
    with running(tmp_path) as first:
        first.press("ELK-DEMO-3", "brief", titel="Uw feest", tekst="Stuur een tekening.")
        first.bewaring.save()
        count = {soort: len(rows) for soort, rows in first.register.dingen.items() if rows}
    with running(tmp_path) as second:
        assert second.register.base != first.register.base
        assert {soort: len(rows) for soort, rows in second.register.dingen.items() if rows} == count
        assert len(list_zaken(voor=BRAM).items) == 5
        [document] = documents("ELK-DEMO-3")
        assert document.titel == "Uw feest.pdf"


def test_whatever_was_answered_was_kept(tmp_path: Path) -> None:
    """Nothing is saved when it stops: as after a crash."""
    with running(tmp_path):
        nieuw = new_zaak(identificatie="ELK-2026-0000011", zaaktype="verhuizing", belanghebbende=BRAM)
        get_backend().create_zaak(nieuw, now=klok.now())
    with running(tmp_path) as again:
        assert len(read("ELK-2026-0000011").statussen) == 1
        assert again.register.list("rollen")


def test_no_bsn_stands_readable_in_what_it_keeps(tmp_path: Path) -> None:
    with running(tmp_path) as found:
        found.bewaring.save()
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert files
    assert not [path for path in files if BRAM.nummer.encode() in path.read_bytes()]


@pytest.mark.parametrize("content", [b"", b"geen sleutel", b"{}"])
def test_a_damaged_state_is_put_aside_and_the_demo_begins_anew(
    tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "zaaksysteem").mkdir()
    (tmp_path / "zaaksysteem" / "stand").write_bytes(content)
    with running(tmp_path):
        assert len(list_zaken(voor=BRAM).items) == 5
    assert "begint opnieuw" in capsys.readouterr().err
    assert (tmp_path / "zaaksysteem" / "stand.kapot").read_bytes() == content


def _choices(zaaksysteem: Zaaksysteem, nummer: str, name: str) -> list[dict[str, str]]:
    return list(describe_zaak(zaaksysteem.register, zaaksysteem.find(nummer))[name])
