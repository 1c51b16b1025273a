"""The sealed emergency account: one, with two factors, loud, and hard to guess."""

import io
import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.management import CommandError, call_command
from django.test import Client
from structlog.testing import capture_logs

from eloket.accounts.models import User
from eloket.accounts.nood import Zegel

pytestmark = pytest.mark.django_db

NOOD = "/inloggen/medewerker/nood/"
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))


def seal(**options: bool) -> Zegel:
    """Run the command and read what it prints."""
    out = io.StringIO()
    call_command("noodaccount", stdout=out, **options)
    found = dict(re.findall(r"^(Wachtwoord|TOTP-geheim): +(\S+)$", out.getvalue(), re.MULTILINE))
    return Zegel(found["Wachtwoord"], found["TOTP-geheim"])


def code(zegel: Zegel) -> str:
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(zegel.totp, counter))


def knock(client: Client, wachtwoord: str, digits: str) -> int:
    return int(client.post(NOOD, {"wachtwoord": wachtwoord, "code": digits}).status_code)


@pytest.mark.kern
def test_password_and_code_open_the_beheer_and_the_log_says_so(client: Client) -> None:
    zegel = seal()
    with capture_logs() as logs:
        response = client.post(NOOD, {"wachtwoord": zegel.wachtwoord, "code": code(zegel)})
    assert response["Location"] == "/beheer/"
    assert client.get("/beheer/").status_code == 200
    loud = [entry for entry in logs if entry["event"] == "noodaccount_gebruikt"]
    assert [entry["log_level"] for entry in loud] == ["warning"]


def test_nothing_readable_of_the_seal_is_kept() -> None:
    zegel = seal()
    authenticator = Authenticator.objects.get()
    assert zegel.totp not in str(authenticator.data)
    assert zegel.wachtwoord not in User.objects.get().password


def test_half_of_it_is_not_enough(client: Client) -> None:
    zegel = seal()
    wrong = "000000" if code(zegel) != "000000" else "111111"
    assert knock(client, "fout wachtwoord", code(zegel)) == 403
    assert knock(client, zegel.wachtwoord, wrong) == 403
    assert knock(client, zegel.wachtwoord, "") == 403
    assert client.get("/beheer/").status_code == 302


def test_a_code_counts_once(client: Client) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        zegel = seal()
        digits = code(zegel)
        assert knock(client, zegel.wachtwoord, digits) == 302
        assert knock(Client(), zegel.wachtwoord, digits) == 403
        clock.shift(timedelta(minutes=2))
        assert knock(Client(), zegel.wachtwoord, code(zegel)) == 302


def test_after_five_wrong_tries_even_the_right_one_waits(client: Client) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        zegel = seal()
        for _ in range(5):
            assert knock(client, "fout wachtwoord", "123456") == 403
        page = client.post(NOOD, {"wachtwoord": zegel.wachtwoord, "code": code(zegel)})
        assert "Wacht 15 minuten" in page.content.decode()
        clock.shift(timedelta(minutes=15, seconds=1))
        assert knock(client, zegel.wachtwoord, code(zegel)) == 302


def test_without_an_account_the_door_looks_the_same(client: Client) -> None:
    assert client.get(NOOD).status_code == 200
    assert knock(client, "iets", "123456") == 403


def test_there_is_one_and_renewing_it_must_be_asked(client: Client) -> None:
    old = seal()
    with pytest.raises(CommandError, match="--vernieuw"):
        seal()
    assert knock(client, old.wachtwoord, code(old)) == 302
    new = seal(vernieuw=True)
    assert client.get("/beheer/").status_code == 302, "renewing ends the open sessions"
    assert knock(Client(), old.wachtwoord, code(old)) == 403
    assert knock(Client(), new.wachtwoord, code(new)) == 302


def test_the_citizens_side_does_not_see_it(client: Client) -> None:
    zegel = seal()
    knock(client, zegel.wachtwoord, code(zegel))
    assert "eloket_sessie" not in client.cookies
