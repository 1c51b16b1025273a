"""Logging in for real, along the login service of the demo as a process of its own."""

import io
import logging
import socket
from html import unescape
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from pytest_django.fixtures import Settings

from eloket.accounts.models import Sessie, User
from eloket.accounts.services import Identiteit, Niveau, get_identiteit
from eloket.lib.partij import Bsn, Kvk
from tests.accounts.helpers import NOOR_BSN
from tests.accounts.wandeling import Wandelaar

pytestmark = pytest.mark.django_db


def who(client: Client) -> Identiteit | None:
    """Whom the loket sees in this browser."""
    return get_identiteit(client.get("/inloggen/uitgelogd/").wsgi_request)


@pytest.mark.kern
def test_noor_logs_in_with_digid_and_comes_back_where_she_was(wandelaar: Wandelaar) -> None:
    response = wandelaar.log_in("noor", "midden", next="/formulieren/verhuizing-doorgeven/")
    assert response.status_code == 302
    assert response["Location"] == "/formulieren/verhuizing-doorgeven/"
    noor = who(wandelaar.client)
    assert noor == Identiteit(Bsn(NOOR_BSN), Niveau.MIDDEN, "digid", "Noor de Wit")


def test_joris_logs_in_for_his_business(wandelaar: Wandelaar) -> None:
    wandelaar.log_in("joris", "eh3", middel="eherkenning")
    joris = who(wandelaar.client)
    assert joris is not None
    assert joris.belanghebbende == Kvk("90001354")
    assert joris.niveau == Niveau.SUBSTANTIEEL
    assert joris.naam == "Bakkerij De Rietkraag"


def test_lotte_acts_for_one_vestiging(wandelaar: Wandelaar) -> None:
    wandelaar.log_in("lotte", "eh2plus", middel="eherkenning")
    lotte = who(wandelaar.client)
    assert lotte is not None
    assert lotte.belanghebbende == Kvk("90004590", "990000216645")


@pytest.mark.parametrize(
    ("persoon", "als", "middel", "bar"),
    [
        ("hanna", "midden", "digid", "Hanna Smit, voor Fatima El Amrani"),
        ("piet", "midden", "digid", "Piet de Wit, voor Noor de Wit"),
        ("ruben", "eh3", "eherkenning", "Mulder Administraties, voor Bakkerij De Rietkraag"),
        ("greta", "eu-substantieel", "eidas", "Greta Lindqvist"),
    ],
)
def test_the_demo_has_somebody_for_each_way_to_act(
    wandelaar: Wandelaar, persoon: str, als: str, middel: str, bar: str
) -> None:
    assert wandelaar.log_in(persoon, als, middel=middel)["Location"] == "/mijn-zaken/"
    who_is_it = who(wandelaar.client)
    assert who_is_it is not None
    assert who_is_it.middel == middel
    assert bar in unescape(wandelaar.client.get("/mijn-zaken/").content.decode())


def test_the_request_carries_state_nonce_pkce_and_the_wanted_levels(wandelaar: Wandelaar) -> None:
    asked = wandelaar.asked(wandelaar.start(niveau=30))
    assert asked["code_challenge_method"] == "S256"
    assert asked["response_type"] == "code"
    assert len(asked["state"]) >= 16
    assert len(asked["nonce"]) >= 32
    assert asked["acr_values"].split()[0].endswith("Smartcard")
    assert asked["redirect_uri"] == "http://testserver/inloggen/oidc/digid/callback/"


def test_wim_is_too_unsure_and_tries_again_at_a_higher_level(wandelaar: Wandelaar) -> None:
    response = wandelaar.log_in("wim", "basis", next="/formulieren/verhuizing-doorgeven/")
    assert response.status_code == 403
    page = response.content.decode()
    assert "Log in op een zekerder manier" in page
    assert 'name="next" value="/formulieren/verhuizing-doorgeven/"' in page
    assert 'name="niveau" value="20"' in page
    assert who(wandelaar.client) is None
    assert not User.objects.exists(), "nothing is written for a login that is refused"
    response = wandelaar.log_in("wim", "midden", next="/formulieren/verhuizing-doorgeven/")
    assert response["Location"] == "/formulieren/verhuizing-doorgeven/"


def test_the_level_counts_that_was_asked_not_the_one_in_the_form_afterwards(wandelaar: Wandelaar) -> None:
    url = wandelaar.choose(wandelaar.start(niveau=40), "noor", "midden")
    assert wandelaar.come_back(f"{url}&niveau=10").status_code == 403


def test_noor_steps_up_and_keeps_what_she_had(wandelaar: Wandelaar) -> None:
    wandelaar.log_in("noor", "midden")
    session = wandelaar.client.session
    session["iets"] = "bewaard"
    session.save()
    before = wandelaar.client.cookies["eloket_sessie"].value
    wandelaar.log_in("noor", "hoog", niveau=40)
    noor = who(wandelaar.client)
    assert noor is not None
    assert noor.niveau == Niveau.HOOG
    assert wandelaar.client.cookies["eloket_sessie"].value != before
    assert wandelaar.client.session["iets"] == "bewaard"
    assert User.objects.count() == 1


def test_somebody_else_in_the_same_browser_finds_nothing_of_noor(wandelaar: Wandelaar) -> None:
    wandelaar.log_in("noor", "midden")
    session = wandelaar.client.session
    session["iets"] = "van Noor"
    session.save()
    wandelaar.log_in("bram", "midden")
    assert "iets" not in wandelaar.client.session
    bram = who(wandelaar.client)
    assert bram is not None
    assert bram.naam == "Bram Willemsen"


def test_the_session_key_changes_at_login(wandelaar: Wandelaar) -> None:
    url = wandelaar.start()
    before = wandelaar.client.cookies["eloket_sessie"].value
    wandelaar.come_back(wandelaar.choose(url, "noor", "midden"))
    assert wandelaar.client.cookies["eloket_sessie"].value != before
    assert not Sessie.objects.filter(session_key=before).exists()


@pytest.mark.parametrize("address", ["/inloggen/", "/inloggen/medewerker/"])
def test_only_login_pages_let_a_form_end_at_a_broker(client: Client, address: str) -> None:
    assert "form-action 'self' http" in client.get(address)["Content-Security-Policy"]
    assert " https:" in client.get(address)["Content-Security-Policy"]
    assert " https:" not in client.get("/inloggen/uitgelogd/")["Content-Security-Policy"]


def test_cancelling_loses_nothing(wandelaar: Wandelaar) -> None:
    response = wandelaar.come_back(wandelaar.cancel(wandelaar.start(next="/formulieren/klacht/")))
    page = response.content.decode()
    assert "U bent niet ingelogd" in page
    assert 'name="next" value="/formulieren/klacht/"' in page
    assert who(wandelaar.client) is None


def test_the_page_is_in_the_language_in_which_the_login_began(wandelaar: Wandelaar) -> None:
    response = wandelaar.client.post("/en/inloggen/", {"middel": "digid", "next": "/en/", "niveau": 20})
    page = wandelaar.come_back(wandelaar.cancel(response["Location"]))
    assert '<html lang="en"' in page.content.decode()
    assert 'action="/en/inloggen/"' in page.content.decode()


def test_a_callback_counts_once(wandelaar: Wandelaar) -> None:
    url = wandelaar.choose(wandelaar.start(), "noor", "midden")
    assert wandelaar.come_back(url).status_code == 302
    assert wandelaar.come_back(url).status_code == 400


def test_a_callback_in_another_browser_is_worthless(wandelaar: Wandelaar) -> None:
    url = wandelaar.choose(wandelaar.start(), "noor", "midden")
    other = Wandelaar(Client())
    assert other.come_back(url).status_code == 400
    assert who(other.client) is None


def test_a_state_of_one_middel_does_not_fit_another(wandelaar: Wandelaar) -> None:
    url = wandelaar.choose(wandelaar.start(), "noor", "midden")
    assert wandelaar.come_back(url.replace("/digid/", "/eherkenning/")).status_code == 400


def test_a_token_with_another_nonce_is_refused(wandelaar: Wandelaar) -> None:
    url = wandelaar.start()
    nonce = wandelaar.asked(url)["nonce"]
    back = wandelaar.choose(url.replace(nonce, "x" * 32), "noor", "midden")
    response = wandelaar.come_back(back)
    assert response.status_code == 400
    assert who(wandelaar.client) is None


def test_a_token_with_a_wrong_signature_is_refused(
    wandelaar: Wandelaar, monkeypatch: pytest.MonkeyPatch
) -> None:
    from allauth.socialaccount.providers.oauth2.client import OAuth2Client

    fetch = OAuth2Client.get_access_token

    def forged(self: OAuth2Client, *args: object, **kwargs: object) -> dict[str, str]:
        answer = fetch(self, *args, **kwargs)
        head, body, signature = answer["id_token"].split(".")
        answer["id_token"] = f"{head}.{body}.{signature[:-8]}AAAAAAAA"
        return answer

    url = wandelaar.choose(wandelaar.start(), "noor", "midden")
    monkeypatch.setattr(OAuth2Client, "get_access_token", forged)
    assert wandelaar.come_back(url).status_code == 400
    assert who(wandelaar.client) is None


def test_the_code_is_worthless_without_the_pkce_verifier(
    wandelaar: Wandelaar, monkeypatch: pytest.MonkeyPatch
) -> None:
    from allauth.socialaccount.providers.oauth2.client import OAuth2Client

    fetch = OAuth2Client.get_access_token

    def stolen(self: OAuth2Client, code: str, **kwargs: object) -> dict[str, str]:
        answer: dict[str, str] = fetch(self, code, pkce_code_verifier="x" * 43)
        return answer

    url = wandelaar.choose(wandelaar.start(), "noor", "midden")
    monkeypatch.setattr(OAuth2Client, "get_access_token", stolen)
    assert wandelaar.come_back(url).status_code == 400


def closed_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def test_digid_is_down_before_the_login(inlogdienst: Settings, client: Client) -> None:
    inlogdienst.ELOKET_OIDC["digid"]["url"] = f"http://127.0.0.1:{closed_port()}"
    response = client.post("/inloggen/", {"middel": "digid", "next": "/formulieren/klacht/", "niveau": 20})
    assert response.status_code == 503
    page = response.content.decode()
    assert "DigiD is nu niet bereikbaar" in page
    assert 'name="next" value="/formulieren/klacht/"' in page


def test_digid_goes_down_during_the_login(wandelaar: Wandelaar, monkeypatch: pytest.MonkeyPatch) -> None:
    import requests

    url = wandelaar.choose(wandelaar.start(next="/formulieren/klacht/"), "noor", "midden")

    def down(*args: object, **kwargs: object) -> None:
        raise requests.ConnectTimeout

    monkeypatch.setattr(requests.Session, "request", down)
    response = wandelaar.come_back(url)
    assert response.status_code == 503
    assert 'name="next" value="/formulieren/klacht/"' in response.content.decode()


def test_a_second_login_asks_nothing_about_the_provider_again(
    wandelaar: Wandelaar, monkeypatch: pytest.MonkeyPatch
) -> None:
    import requests

    wandelaar.log_in("noor", "midden")
    monkeypatch.setattr(requests, "get", lambda *args, **kwargs: pytest.fail("discovery was not kept"))
    assert wandelaar.log_in("bram", "midden").status_code == 302


@pytest.mark.parametrize("elsewhere", ["https://kwaad.example/", "//kwaad.example/", "javascript:alert(1)"])
def test_next_leads_to_own_addresses_only(wandelaar: Wandelaar, elsewhere: str) -> None:
    assert wandelaar.log_in("noor", "midden", next=elsewhere)["Location"] == "/mijn-zaken/"
    assert "kwaad" not in Client().get("/inloggen/", {"next": elsewhere}).content.decode()


def test_no_bsn_anywhere_after_a_full_login(wandelaar: Wandelaar, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        wandelaar.log_in("noor", "midden")
        wandelaar.client.get("/inloggen/uitgelogd/")
    assert who(wandelaar.client) is not None
    dump = io.StringIO()
    call_command("dumpdata", stdout=dump)
    places = {
        "database": dump.getvalue(),
        "log": "\n".join(f"{record.getMessage()} {record.__dict__}" for record in caplog.records),
        "address": " ".join(wandelaar.adressen),
        "cookie": wandelaar.client.cookies.output(),
    }
    assert "accounts.sessie" in places["database"], "the session is in the dump that was searched"
    for name, text in places.items():
        assert NOOR_BSN not in text, name
        assert name == "address" or "Noor de Wit" not in text, name


def test_a_citizens_rows_say_nothing(wandelaar: Wandelaar) -> None:
    from allauth.account.models import EmailAddress
    from allauth.socialaccount.models import SocialAccount, SocialToken

    wandelaar.log_in("noor", "midden")
    user, account = User.objects.get(), SocialAccount.objects.get()
    assert user.soort == "burger"
    assert (user.first_name, user.last_name, user.email) == ("", "", "")
    assert not user.has_usable_password()
    assert account.extra_data == {}
    assert len(account.uid) == 64
    assert not EmailAddress.objects.exists()
    assert not SocialToken.objects.exists()


def test_after_a_new_key_noor_is_still_the_same_user(wandelaar: Wandelaar) -> None:
    wandelaar.log_in("noor", "midden")
    from django.conf import settings

    settings.ELOKET_KEYS = ["een nieuwe sleutel van meer dan 32 tekens", *settings.ELOKET_KEYS]
    wandelaar.log_in("noor", "midden")
    assert User.objects.count() == 1


def hide_from_token(monkeypatch: pytest.MonkeyPatch, **changes: object) -> None:
    """Let the id_token say other things than the login service wrote."""
    from eloket.accounts.backends.oidc import provider

    decode = provider.decode_id_token

    def changed(token: str, **kwargs: Any) -> dict[str, Any]:
        claims = {**decode(token, **kwargs), **changes}
        return {name: value for name, value in claims.items() if value is not None}

    monkeypatch.setattr(provider, "decode_id_token", changed)


def test_a_broker_may_tell_the_bsn_at_userinfo_only(
    wandelaar: Wandelaar, monkeypatch: pytest.MonkeyPatch
) -> None:
    hide_from_token(monkeypatch, bsn=None)
    wandelaar.log_in("noor", "midden")
    noor = who(wandelaar.client)
    assert noor is not None
    assert noor.belanghebbende == Bsn(NOOR_BSN)


def test_the_level_comes_from_the_signed_token_only(
    wandelaar: Wandelaar, monkeypatch: pytest.MonkeyPatch
) -> None:
    hide_from_token(monkeypatch, bsn=None, acr="")
    assert wandelaar.log_in("noor", "hoog").status_code == 403


def test_userinfo_of_somebody_else_is_refused(wandelaar: Wandelaar, monkeypatch: pytest.MonkeyPatch) -> None:
    hide_from_token(monkeypatch, bsn=None, sub="bram")
    assert wandelaar.log_in("noor", "midden").status_code == 400


def test_a_number_that_is_no_bsn_is_refused(wandelaar: Wandelaar, monkeypatch: pytest.MonkeyPatch) -> None:
    hide_from_token(monkeypatch, bsn="123456789")
    assert wandelaar.log_in("noor", "midden").status_code == 400
    assert who(wandelaar.client) is None
