"""Every trap of the ZGW APIs in docs/zgw.md has a test; here are those that had no other place."""

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from eloket.lib import klok
from eloket.zaken.backends.zgw import ZgwBackend
from tests.zaken.factories import KAPVERGUNNING, NOOR, NOW, new_zaak
from tests.zgw.backend import make_backend
from tests.zgw.conftest import Zgw
from tests.zgw.klant import Klant

NUMMER = "ELK-2026-0000042"
DOCUMENT = Path(__file__).parents[2] / "docs/zgw.md"


def test_every_trap_that_the_document_names_has_its_test() -> None:
    named = re.findall(r"^\| .+ \| `(test_\w+)` \|$", DOCUMENT.read_text(), flags=re.MULTILINE)
    folder = DOCUMENT.parents[1] / "tests"
    files = [*folder.glob("zgw/test_*.py"), *folder.glob("zaken/contract/*.py")]
    known = set(re.findall(r"def (test_\w+)", "".join(file.read_text() for file in files)))
    assert len(named) >= 40
    assert sorted(set(named) - known) == []


@pytest.fixture
def backend(zgw: Zgw) -> ZgwBackend:
    return make_backend(zgw)


@pytest.fixture
def klant(zgw: Zgw) -> Klant:
    return Klant(zgw)


def the_zaak(zgw: Zgw) -> Any:
    [row] = zgw.register.list("zaken")
    return row


def test_another_zaak_than_was_asked_is_not_taken_for_it(
    zgw: Zgw, backend: ZgwBackend, klant: Klant, monkeypatch: pytest.MonkeyPatch
) -> None:
    backend.create_zaak(new_zaak(), now=NOW)
    klant.make_zaak(bsn=NOOR.nummer, identificatie="ELK-9")
    whole = backend.verbinding.get

    def without_filter(url: str, **query: str) -> Any:
        query.pop("identificatie", None)
        return whole(url, **query)

    monkeypatch.setattr(backend.verbinding, "get", without_filter)
    assert backend.get_zaak("ELK-9", voor=NOOR).identificatie == "ELK-9"
    assert backend.get_zaak(NUMMER, voor=NOOR).identificatie == NUMMER


def test_expand_always_names_the_parent(zgw: Zgw, backend: ZgwBackend) -> None:
    backend.create_zaak(new_zaak(), now=NOW)
    backend.list_zaken(voor=NOOR, page=1, page_size=20)
    backend.get_inzage(NUMMER, voor=NOOR, op=NOW.date())
    asked = [vraag.query["expand"].split(",") for vraag in zgw.register.gevraagd if "expand" in vraag.query]
    bodies = [vraag.json() for vraag in zgw.register.gevraagd if vraag.path.endswith("_zoek")]
    asked += [body["expand"] for body in bodies if "expand" in body]
    assert asked
    for paths in asked:
        assert all(path.rpartition(".")[0] in ("", *paths) for path in paths)


def test_terms_come_back_in_days_and_dates_as_the_register_counted_them(
    zgw: Zgw, backend: ZgwBackend
) -> None:
    backend.create_zaak(new_zaak(), now=NOW)
    [row] = [each for each in zgw.register.list("zaaktypen") if each["identificatie"] == "aanvraag"]
    assert row["servicenorm"] == "P28D"
    the_zaak(zgw).update(
        einddatumGepland="2026-12-24",
        uiterlijkeEinddatumAfdoening="2027-01-19",
        opschorting={"indicatie": True, "eerdereOpschorting": True, "reden": "wachten"},
    )
    zaak = backend.get_zaak(NUMMER, voor=NOOR)
    assert zaak.zaaktype.servicenorm == "P4W"
    assert (zaak.einddatum_gepland, zaak.uiterlijke_einddatum_afdoening) == (
        date(2026, 12, 24),
        date(2027, 1, 19),
    )
    assert zaak.is_opgeschort


def test_a_moment_without_a_zone_is_one_of_ours(zgw: Zgw, backend: ZgwBackend) -> None:
    backend.create_zaak(new_zaak(), now=NOW)
    zgw.klok.nu = NOW + timedelta(hours=4)
    Klant(zgw).set_status(the_zaak(zgw), 2, "2026-11-24T13:00:00Z")
    for row in zgw.register.list("statussen"):
        if row["datumStatusGezet"].startswith("2026-11-24T13"):
            row["datumStatusGezet"] = "2026-11-24T14:00:00"  # what a clock in Rietwaard says
    statussen = backend.get_zaak(NUMMER, voor=NOOR).statussen
    assert [status.statustype.volgnummer for status in statussen] == [1, 2]
    assert statussen[-1].gezet_op == NOW.replace(hour=13, minute=0)
    assert len(zgw.gezien.wrong) == 1  # the standard forbids it
    zgw.gezien.wrong.clear()


def test_a_zaak_without_a_status_is_shown_without_one(zgw: Zgw, backend: ZgwBackend, klant: Klant) -> None:
    klant.make_zaak(bsn=NOOR.nummer, identificatie=NUMMER)
    [listed] = backend.list_zaken(voor=NOOR, page=1, page_size=20).items
    assert listed.statussen == ()
    inzage = backend.get_inzage(NUMMER, voor=NOOR, op=NOW.date())
    assert (inzage.zaak.status, inzage.is_complete, inzage.zaak.is_open) == (None, True, True)


def test_an_old_zaak_is_shown_with_the_version_that_it_was_opened_on(zgw: Zgw, backend: ZgwBackend) -> None:
    backend.create_zaak(new_zaak(zaaktype=KAPVERGUNNING), now=NOW)
    old = zgw.typen[KAPVERGUNNING]
    old["eindeGeldigheid"] = klok.today().isoformat()
    backend.catalogus.forget()
    zaak = backend.get_zaak(NUMMER, voor=NOOR)
    assert (zaak.zaaktype.identificatie, len(zaak.zaaktype.statustypen)) == (KAPVERGUNNING, 2)
