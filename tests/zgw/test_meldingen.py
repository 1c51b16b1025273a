"""The register calls eloket: who may, what is kept of it, and what is thrown away."""

import json
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from eloket.lib import klok
from eloket.outbox.models import Opdracht
from eloket.zaken.backends.base import InvalidMelding, RegisterMisconfigured
from eloket.zaken.backends.zgw.instellingen import read_instellingen
from eloket.zaken.backends.zgw.notificaties import VELDEN, admits, read_melding
from eloket.zaken.models import Nieuwsstand
from tests.zaken import faulty
from tests.zaken.factories import NOW
from tests.zgw.melden import ADRES, GEHEIM, post

ROOT = "https://openzaak.example"
ZAAK = "11111111-1111-4111-8111-111111111111"
STATUS = "22222222-2222-4222-8222-222222222222"
OPTIONS: dict[str, Any] = {
    "APIS": {name: f"{ROOT}/{name}/api/v1" for name in ("zaken", "catalogi", "besluiten", "documenten")},
    "CLIENT_ID": "eloket",
    "SECRET": "geheim-van-de-gemeente",
    "BRONORGANISATIE": "123456782",
    "CATALOGUS": "ELOKT",
    "NOTIFICATIES_GEHEIM": GEHEIM,
}
PROEF = {
    "kanaal": "test",
    "hoofdObject": "http://some.hoofdobject.nl/",
    "resource": "some_resource",
    "resourceUrl": "http://some.resource.nl/",
    "actie": "create",
    "aanmaakdatum": "2019-01-01T12:00:00Z",
    "kenmerken": {},
}


def zgw_setting(**options: Any) -> dict[str, Any]:
    return {"default": {"BACKEND": "eloket.zaken.backends.zgw.ZgwBackend", "OPTIONS": OPTIONS | options}}


@pytest.fixture(autouse=True)
def _register(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.ELOKET_ZAKEN = zgw_setting()
    monkeypatch.setattr(klok, "now", lambda: NOW)


def melding(**changes: Any) -> dict[str, Any]:
    """A new status, as the register tells it."""
    return {
        "kanaal": "zaken",
        "hoofdObject": f"{ROOT}/zaken/api/v1/zaken/{ZAAK}",
        "resource": "status",
        "resourceUrl": f"{ROOT}/zaken/api/v1/statussen/{STATUS}",
        "actie": "create",
        "aanmaakdatum": "2026-11-24T09:19:34.669Z",
        "kenmerken": {"bronorganisatie": "123456782"},
    } | changes


def besluit(**changes: Any) -> dict[str, Any]:
    url = f"{ROOT}/besluiten/api/v1/besluiten/{ZAAK}"
    return melding(kanaal="besluiten", hoofdObject=url, resource="besluit", resourceUrl=url) | changes


def kept() -> list[dict[str, str]]:
    return list(Opdracht.objects.order_by("pk").values_list("ids", flat=True))


# --- Who may -----


@pytest.mark.parametrize(
    ("auth", "status"),
    [
        ("", 401),
        (GEHEIM, 403),
        ("Bearer iets-anders", 403),
        (f"bearer {GEHEIM}", 403),
        (f"Bearer {GEHEIM} ", 403),
        (f"Bearer {GEHEIM}x", 403),
        ("Bearer é", 403),
    ],
)
def test_only_who_knows_the_secret_is_heard(auth: str, status: int) -> None:
    """Without a database: the register tries both before it says that the abonnement is there."""
    assert post(PROEF, auth).status_code == status


def test_without_a_secret_nobody_is_heard(settings: Settings) -> None:
    settings.ELOKET_ZAKEN = zgw_setting(NOTIFICATIES_GEHEIM="")
    for auth in ("Bearer ", "Bearer", "x"):
        assert post(PROEF, auth).status_code == 403


def test_a_register_of_our_own_tells_nothing_by_this_way(settings: Settings) -> None:
    settings.ELOKET_ZAKEN = {"default": {"BACKEND": "eloket.zaken.backends.database.DatabaseBackend"}}
    assert post(PROEF).status_code == 403
    settings.ELOKET_ZAKEN = faulty.WITH_ALL
    assert post(PROEF).status_code == 403


def test_a_wrong_setting_asks_the_register_to_come_back(settings: Settings) -> None:
    settings.ELOKET_ZAKEN = zgw_setting(CATALOGUS="")
    assert post(melding()).status_code == 503


def test_an_easy_secret_is_refused_when_it_is_set() -> None:
    for wrong in ("kort", "met een spatie en lang genoeg", "x" * 201):
        with pytest.raises(RegisterMisconfigured, match="NOTIFICATIES_GEHEIM") as error:
            read_instellingen(OPTIONS | {"NOTIFICATIES_GEHEIM": wrong})
        assert wrong not in str(error.value)


@given(st.text(max_size=60))
def test_no_other_text_is_the_secret(text: str) -> None:
    chosen = read_instellingen(OPTIONS)
    assert admits(chosen, text) is (text == f"Bearer {GEHEIM}")
    assert not admits(read_instellingen(OPTIONS | {"NOTIFICATIES_GEHEIM": ""}), text)


def test_a_browser_finds_nothing_here() -> None:
    assert Client().get(ADRES).status_code == 405


# --- What is kept -----


@pytest.mark.django_db
def test_a_new_status_is_kept_as_work_once(settings: Settings) -> None:
    for _time in range(3):
        assert post(melding()).status_code == 204
    assert post(melding(aanmaakdatum="2026-11-24T10:00:00Z")).status_code == 204  # told again: the same
    assert kept() == [{"soort": "zaak", "id": ZAAK}]
    assert Nieuwsstand.objects.get().gehoord_at == NOW


@pytest.mark.django_db
def test_a_besluit_that_changes_later_is_news_again() -> None:
    post(besluit())
    post(besluit(actie="partial_update", aanmaakdatum="2026-11-25T09:00:00Z"))
    post(besluit(actie="partial_update", aanmaakdatum="2026-11-25T09:00:00Z"))
    post(besluit(actie="destroy"))
    assert kept() == [{"soort": "besluit", "id": ZAAK}] * 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    "content",
    [
        PROEF,
        melding(resource="zaak"),
        melding(resource="rol"),
        melding(resource="zaakinformatieobject"),
        melding(resource="zaak", actie="partial_update"),  # also our own laatstGeopend
        melding(actie="destroy"),
        besluit(resource="besluitinformatieobject"),
        melding(kanaal="autorisaties", resource="applicatie"),
        melding(kanaal="iets-nieuws"),
    ],
)
def test_what_asks_nothing_of_us_is_thanked_for_and_forgotten(content: Any) -> None:
    assert post(content).status_code == 204
    assert kept() == []


WRONG_URLS = (
    f"https://elders.example/zaken/api/v1/zaken/{ZAAK}",
    f"{ROOT}.elders.example/zaken/api/v1/zaken/{ZAAK}",
    f"{ROOT}/zaken/api/v1x/zaken/{ZAAK}",
    f"{ROOT}/zaken/api/v1/zaken/{ZAAK}/",
    f"{ROOT}/zaken/api/v1/zaken/{ZAAK}\n",
    f"{ROOT}/zaken/api/v1/zaken/{ZAAK}?x=1",
    f"{ROOT}/zaken/api/v1/zaken/../../../besluiten/{ZAAK}",
    f"{ROOT}/zaken/api/v1/zaken/999990019",
    f"{ROOT}/besluiten/api/v1/besluiten/{ZAAK}",
    "",
)


@pytest.mark.django_db
@pytest.mark.parametrize("url", WRONG_URLS)
def test_a_zaak_of_another_address_is_refused(url: str) -> None:
    answer = post(melding(hoofdObject=url))
    assert answer.status_code == 400
    assert kept() == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"geen json",
        b"[]",
        b'"tekst"',
        b"[" * 5_000,
        json.dumps(melding(resource="x" * 40_000)).encode(),
        json.dumps(melding(resource=None)).encode(),
        json.dumps(melding(actie=["create"])).encode(),
        b"\xff\xfe",
    ],
)
def test_whatever_else_comes_in_is_a_clear_no(raw: bytes) -> None:
    answer = Client().post(
        ADRES, raw, content_type="application/json", headers={"Authorization": f"Bearer {GEHEIM}"}
    )
    assert answer.status_code == 400
    assert answer.headers["Content-Type"].startswith("text/plain")
    assert kept() == []


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=5,
)
WORDS = st.sampled_from(["zaken", "besluiten", "zaaktypen", "test", "status", "besluit", "create", "update"])
URLS = st.sampled_from([f"{ROOT}/zaken/api/v1/zaken/{ZAAK}", *WRONG_URLS])


ONE_THING_OFF = st.dictionaries(st.sampled_from(VELDEN), WORDS | URLS | ANYTHING, max_size=2)


@given(st.sampled_from([melding(), besluit()]), ONE_THING_OFF)
def test_any_message_is_read_or_refused_and_keeps_no_address(
    base: dict[str, Any], changes: dict[str, Any]
) -> None:
    try:
        found = read_melding(read_instellingen(OPTIONS), base | changes)
    except InvalidMelding:
        return
    if found is not None:
        assert found.id == ZAAK
        assert len(found.kenmerk) <= 40
        assert "/" not in found.kenmerk
