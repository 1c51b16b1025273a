"""An administrator lets the register tell eloket what changes."""

from typing import Any

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from eloket.demo.zgwregister import notificaties
from eloket.lib import klok
from eloket.zaken.backends.base import Bevinding
from eloket.zaken.models import Nieuwsstand
from eloket.zaken.services.nakijken import inspect_register
from tests.zaken.factories import NOW
from tests.zgw import melden
from tests.zgw.backend import make_setting
from tests.zgw.conftest import Zgw
from tests.zgw.melden import GEHEIM

pytestmark = pytest.mark.django_db
CALLBACK = "http://localhost:8000/api/zgw/notificaties"


@pytest.fixture(autouse=True)
def _reachable(zgw: Zgw, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.ELOKET_BASIS_URL = "http://localhost:8000"
    settings.ELOKET_ZAKEN = make_setting(zgw, NOTIFICATIES_GEHEIM=GEHEIM)
    monkeypatch.setattr(klok, "now", lambda: NOW)
    monkeypatch.setattr(notificaties, "_post", melden.call)


def look() -> Bevinding:
    [found] = [each for each in inspect_register() if each.onderdeel == "notificaties"]
    return found


def abonnementen(zgw: Zgw) -> list[Any]:
    return list(zgw.register.list("abonnement"))


def test_the_command_makes_it_once(zgw: Zgw, capsys: pytest.CaptureFixture[str]) -> None:
    for _time in range(2):
        call_command("zgw_abonnement")
    first, second = capsys.readouterr().out.splitlines()
    assert first == f"Het abonnement is gemaakt: zaken, besluiten, zaaktypen naar {CALLBACK}"
    assert second.startswith("Het abonnement is er al:")
    [made] = abonnementen(zgw)
    assert made["kanalen"] == [
        {"naam": "zaken", "filters": {"bronorganisatie": "123456782"}},
        {"naam": "besluiten", "filters": {}},
        {"naam": "zaaktypen", "filters": {}},
    ]


def test_with_a_new_secret_it_is_made_anew_and_the_old_one_goes(zgw: Zgw, settings: Settings) -> None:
    call_command("zgw_abonnement")
    [old] = abonnementen(zgw)
    other = "een-heel-ander-geheim-voortaan"
    settings.ELOKET_ZAKEN = make_setting(zgw, NOTIFICATIES_GEHEIM=other)
    call_command("zgw_abonnement", "--opnieuw")
    [new] = abonnementen(zgw)
    assert new["url"] != old["url"]
    assert zgw.register.dingen["_auth"][new["url"]] == {"auth": f"Bearer {other}"}


def test_one_that_lacks_a_kanaal_is_replaced_and_that_of_another_system_stays(zgw: Zgw) -> None:
    zgw.register.add("abonnement", {"callbackUrl": CALLBACK, "kanalen": [{"naam": "zaken", "filters": {}}]})
    other = zgw.register.add("abonnement", {"callbackUrl": "https://elders.example/x", "kanalen": []})
    call_command("zgw_abonnement")
    kept, made = abonnementen(zgw)
    assert kept == other
    assert made["callbackUrl"] == CALLBACK


def test_a_register_that_cannot_reach_the_counter_says_so(zgw: Zgw, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notificaties, "_post", lambda url, auth, bericht: 0)
    with pytest.raises(CommandError, match="firewall"):
        call_command("zgw_abonnement")
    assert abonnementen(zgw) == []


def test_a_counter_with_another_secret_is_no_abonnement(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command runs with other settings than the counter that answers."""

    def call(url: str, auth: str, bericht: Any) -> int:
        return melden.call(url, auth.replace(GEHEIM, "iets-anders"), bericht)

    monkeypatch.setattr(notificaties, "_post", call)
    with pytest.raises(CommandError, match="ELOKET_ZGW_NOTIFICATIES_GEHEIM"):
        call_command("zgw_abonnement")


@pytest.mark.parametrize("missing", ["APIS", "NOTIFICATIES_GEHEIM"])
def test_what_is_not_set_is_named(zgw: Zgw, settings: Settings, missing: str) -> None:
    apis = {name: url for name, url in zgw.options["APIS"].items() if name != "notificaties"}
    changes: dict[str, Any] = {"APIS": apis} if missing == "APIS" else {"NOTIFICATIES_GEHEIM": ""}
    settings.ELOKET_ZAKEN = make_setting(zgw, **{"NOTIFICATIES_GEHEIM": GEHEIM, **changes})
    with pytest.raises(CommandError, match="ELOKET_ZGW_NOTIFICATIES"):
        call_command("zgw_abonnement")
    found = look()
    assert found.is_goed is None
    assert "vraagt zelf na" in found.uitleg
    assert found.uitleg.endswith("nog niets nagevraagd")
    Nieuwsstand.objects.create(pk=1, gevraagd_at=NOW)
    assert look().uitleg.endswith("voor het laatst nagevraagd op 24-11-2026 om 10:30")


def test_with_a_register_of_our_own_there_is_nothing_to_hear(settings: Settings) -> None:
    settings.ELOKET_ZAKEN = {"default": {"BACKEND": "eloket.zaken.backends.database.DatabaseBackend"}}
    with pytest.raises(CommandError, match="eigen zaakregister"):
        call_command("zgw_abonnement")


def test_the_check_says_what_to_do(zgw: Zgw) -> None:
    missing = look()
    assert missing.is_goed is False
    assert "eloket manage zgw_abonnement" in missing.uitleg
    call_command("zgw_abonnement")
    silent = look()
    assert silent.is_goed is None
    assert "nog niets gehoord" in silent.uitleg
    Nieuwsstand.objects.create(pk=1, gehoord_at=NOW)
    heard = look()
    assert heard == Bevinding(
        "notificaties",
        True,
        "abonnement op zaken, besluiten, zaaktypen; voor het laatst gehoord op 24-11-2026 om 10:30",
    )


def test_a_right_that_is_missing_is_named(zgw: Zgw) -> None:
    zgw.register.applicaties["eloket"].scopes = frozenset({"catalogi.lezen"})
    found = look()
    assert found.is_goed is False
    assert "nodig: notificaties.consumeren" in found.uitleg


def test_a_register_without_a_kanaal_for_zaken_is_named(zgw: Zgw, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notificaties, "KANALEN", ("besluiten",))
    found = look()
    assert found.is_goed is False
    assert "geen kanaal 'zaken'" in found.uitleg


def test_a_kanaal_that_the_register_lacks_is_not_asked_for(zgw: Zgw, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notificaties, "KANALEN", ("zaken", "documenten"))
    call_command("zgw_abonnement")
    [made] = abonnementen(zgw)
    assert [each["naam"] for each in made["kanalen"]] == ["zaken"]
