"""Next to the zaak: a mail to the team, and a webhook."""

import json
import re
import threading
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from ssl import PROTOCOL_TLS_SERVER, SSLContext
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client

from eloket.accounts.services import Rol
from eloket.formulieren.backends.base import WebhookRefused, WebhookUnavailable
from eloket.formulieren.backends.https import HttpsWebhook
from eloket.formulieren.models import Aanvraag, Formulier, Levering, Status, Webhook
from eloket.formulieren.services import leveren
from eloket.lib import klok
from eloket.outbox.models import Opdracht
from eloket.outbox.services import NeedsPerson, TryLater, run_due
from tests.accounts.helpers import login_medewerker, make_medewerker
from tests.formulieren.factories import VELD, Invuller, definitie, get_formulier, publish
from tests.producten.linkserver import make_certificate

pytestmark = pytest.mark.django_db

GEHEIM = "een-geheim-van-meer-dan-32-tekens-lang"
DOCS = Path(__file__).parents[2] / "docs/webhooks.md"


class Ontvanger:
    """The other system: notes what it got, and answers as it is told."""

    def __init__(self, folder: Path) -> None:
        self.got: list[tuple[dict[str, str], bytes]] = []
        self.status = 204
        self.ca = make_certificate(folder)
        ontvanger = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                ontvanger.got.append((dict(self.headers), body))
                self.send_response(ontvanger.status)
                self.send_header("Location", "/elders")
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *args: Any) -> None:
                """Not on the screen."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        context = SSLContext(PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.ca)
        self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.url = f"https://localhost:{self.server.server_port}/aanvragen"


@pytest.fixture
def ontvanger(tmp_path: Path, settings: Any) -> Iterator[Ontvanger]:
    running = Ontvanger(tmp_path)
    options = {"PRIVATE": True, "CA": str(running.ca)}
    backend = settings.ELOKET_WEBHOOK["default"]["BACKEND"]
    settings.ELOKET_WEBHOOK = {"default": {"BACKEND": backend, "OPTIONS": options}}
    thread = threading.Thread(target=running.server.serve_forever, daemon=True)
    thread.start()
    yield running
    running.server.shutdown()
    running.server.server_close()
    thread.join()


@pytest.fixture(autouse=True)
def _mail_in_memory(settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    mail.outbox = []


def send(client: Client, url: str = "", *, form: dict[str, Any] | None = None, **targets: Any) -> Aanvraag:
    """Noor sends the small form, which has these targets."""
    publish(**(form or {}))
    Formulier.objects.update(**targets)
    if url:
        Webhook.objects.create(formulier=get_formulier(), url=url, geheim=GEHEIM)
    noor = Invuller(client)
    noor.fill()
    noor.send()
    return Aanvraag.objects.get()


# --- The team -----


@pytest.mark.kern
def test_the_team_hears_which_and_not_what(client: Client) -> None:
    aanvraag = send(client, team_email="vergunningen@rietwaard.example")
    run_due(now=klok.now())
    (brief,) = mail.outbox
    assert brief.to == ["vergunningen@rietwaard.example"]
    assert aanvraag.identificatie in brief.subject
    assert f"/beheer/zaken/{aanvraag.identificatie}/" in str(brief.body)
    assert "Noor de Wit" not in str(brief.message())
    assert brief.attachments == []
    levering = Levering.objects.get()
    assert (levering.doel, levering.geleverd_at is not None) == ("team", True)
    leveren.lever_team(str(aanvraag.pk), now=klok.now())
    run_due(now=klok.now())
    assert len(mail.outbox) == 1


def test_the_copy_goes_to_the_team_only_of_a_harmless_form(client: Client) -> None:
    send(client, form={"ongevoelig": True}, team_email="vergunningen@rietwaard.example")
    run_due(now=klok.now())
    ((naam, _inhoud, _mimetype),) = mail.outbox[0].attachments
    assert str(naam).endswith(".pdf")


def test_an_address_that_is_none_asks_a_person_and_not_the_resident(client: Client) -> None:
    aanvraag = send(client, team_email="geen adres")
    assert aanvraag.status == Status.GEREGISTREERD
    with pytest.raises(NeedsPerson, match="geen adres"):
        leveren.lever_team(str(aanvraag.pk), now=klok.now())


def test_without_targets_there_is_no_work(client: Client) -> None:
    send(client)
    assert not Opdracht.objects.filter(handler__startswith="formulieren.lever").exists()


# --- The webhook -----


def is_from_eloket(*args: Any) -> bool:
    """The example of the documentation."""
    (example,) = re.findall(r"```python\n(.*?)```", DOCS.read_text(), re.DOTALL)
    names: dict[str, Any] = {}
    exec(example, names)
    return bool(names["is_from_eloket"](*args))


@pytest.mark.kern
def test_another_system_gets_ids_signed_and_can_tell(client: Client, ontvanger: Ontvanger) -> None:
    aanvraag = send(client, ontvanger.url)
    run_due(now=klok.now())
    ((headers, body),) = ontvanger.got
    assert json.loads(body) == {
        "gebeurtenis": "aanvraag.geregistreerd",
        "aanvraag": str(aanvraag.pk),
        "nummer": aanvraag.identificatie,
        "zaak": aanvraag.identificatie,
        "formulier": "fietsenstalling",
        "versie": 1,
        "ingediend_op": aanvraag.ingediend_at.isoformat(),
        "antwoorden": {},
    }
    assert headers["Idempotency-Key"] == str(aanvraag.pk)
    now = klok.now().timestamp()
    assert is_from_eloket(GEHEIM, headers, body, now)
    assert not is_from_eloket(GEHEIM, headers, body + b" ", now)
    assert not is_from_eloket(f"{GEHEIM}x", headers, body, now)
    assert not is_from_eloket(GEHEIM, headers, body, now + 301)
    assert Levering.objects.get().uitkomst == "HTTP 204"


def test_only_what_samira_chose_goes_along_and_never_a_bsn(client: Client, ontvanger: Ontvanger) -> None:
    bsn = {"soort": "bsn", "sleutel": "bsn", "label": {"nl": "BSN"}, "verplicht": False}
    stappen = definitie()["stappen"]
    stappen[0]["velden"] = [VELD, bsn]
    send(client, ontvanger.url, form={"stappen": stappen}, webhook_velden=["vanaf", "bsn", "weg"])
    run_due(now=klok.now())
    assert json.loads(ontvanger.got[0][1])["antwoorden"] == {"vanaf": "2027-02-01"}


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        *((status, TryLater) for status in (500, 503, 429)),
        *((status, NeedsPerson) for status in (404, 401, 302)),
    ],
)
def test_a_webhook_that_says_no_keeps_nothing_else_up(
    client: Client, ontvanger: Ontvanger, status: int, outcome: type[Exception]
) -> None:
    ontvanger.status = status
    aanvraag = send(client, ontvanger.url, team_email="team@rietwaard.example")
    assert aanvraag.status == Status.GEREGISTREERD
    with pytest.raises(outcome, match=str(status)):
        leveren.lever_webhook(str(aanvraag.pk), now=klok.now())
    assert Levering.objects.get().geleverd_at is None
    run_due(now=klok.now())
    assert len(mail.outbox) == 1  # the team heard all the same
    ontvanger.status = 200
    leveren.lever_webhook(str(aanvraag.pk), now=klok.now())
    leveren.lever_webhook(str(aanvraag.pk), now=klok.now())
    keys = [headers["Idempotency-Key"] for headers, _body in ontvanger.got]
    assert keys == [str(aanvraag.pk)] * 3  # the last call found it done
    assert len({body for _headers, body in ontvanger.got}) == 1


def test_an_attempt_a_day_later_is_signed_anew(client: Client, ontvanger: Ontvanger) -> None:
    ontvanger.status = 500
    aanvraag = send(client, ontvanger.url)
    now = klok.now()
    for moment in (now, now + timedelta(days=1)):
        with pytest.raises(TryLater):
            leveren.lever_webhook(str(aanvraag.pk), now=moment)
    last, body = ontvanger.got[-1]
    assert is_from_eloket(GEHEIM, last, body, (now + timedelta(days=1)).timestamp())


def test_a_webhook_that_is_switched_off_hears_nothing(client: Client, ontvanger: Ontvanger) -> None:
    aanvraag = send(client, ontvanger.url)
    Webhook.objects.update(actief=False)
    leveren.lever_webhook(str(aanvraag.pk), now=klok.now())
    assert ontvanger.got == []


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.1", "::1", "169.254.169.254", "::ffff:10.0.0.1"])
def test_nobody_is_sent_inside_our_network(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.getaddrinfo", lambda *args, **kwargs: [(0, 0, 0, "", (address, 443))])
    with pytest.raises(WebhookUnavailable, match="geen openbaar adres"):
        HttpsWebhook({}).post("https://webhook.example/", body=b"{}", headers={})


@pytest.mark.parametrize("url", ["http://x.example/", "file:///etc/passwd", "https://", "https://[", ""])
def test_only_https_is_called(url: str) -> None:
    with pytest.raises((WebhookRefused, WebhookUnavailable)):
        HttpsWebhook({}).post(url, body=b"{}", headers={})


def test_a_certificate_that_is_not_right_is_not_trusted(ontvanger: Ontvanger) -> None:
    with pytest.raises(WebhookUnavailable, match="certificaat"):
        HttpsWebhook({"PRIVATE": True}).post(ontvanger.url, body=b"{}", headers={})
    assert ontvanger.got == []


# --- In the admin -----

WEBHOOKS = "/beheer/snippets/formulieren/webhook/"


@pytest.fixture
def wim(client: Client) -> Client:
    login_medewerker(client, make_medewerker(Rol.BEHEERDER, naam="Wim Beheer"))
    return client


def save(client: Client, screen: str, **values: str) -> Any:
    data = {"formulier": str(get_formulier().pk), "url": "https://x.example/", "geheim": "", "actief": "on"}
    return client.post(f"{WEBHOOKS}{screen}/", {**data, **values})


def test_wim_keeps_the_address_and_the_secret_is_shown_once(wim: Client) -> None:
    publish()
    offered = wim.get(f"{WEBHOOKS}add/").context["form"]["geheim"].value()
    assert len(offered) >= 32
    assert save(wim, "add", geheim=offered).status_code == 302
    webhook = Webhook.objects.get()
    edit = f"edit/{webhook.pk}"
    assert offered not in wim.get(f"{WEBHOOKS}{edit}/").content.decode()
    assert save(wim, edit, url="https://y.example/").status_code == 302
    webhook.refresh_from_db()
    assert (webhook.url, webhook.geheim) == ("https://y.example/", offered)
    with connection.cursor() as cursor:
        cursor.execute("SELECT geheim FROM formulieren_webhook")
        assert offered not in str(cursor.fetchone())


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"url": "http://x.example/"}, "https://"),
        ({"url": "javascript:alert(1)"}, "URL"),
        ({"geheim": "kort"}, "32"),
        ({"geheim": ""}, "32 tekens"),
    ],
)
def test_what_is_not_safe_is_refused(wim: Client, values: dict[str, str], words: str) -> None:
    publish()
    response = save(wim, "add", **{"geheim": GEHEIM, **values})
    assert (response.status_code, words in response.content.decode()) == (200, True)
    assert not Webhook.objects.exists()


def test_webhooks_are_the_beheerders_alone(client: Client) -> None:
    login_medewerker(client, make_medewerker(Rol.REDACTEUR))
    assert client.get(WEBHOOKS).status_code in (302, 403)
    assert WEBHOOKS not in client.get("/beheer/").content.decode()


def test_samira_ticks_what_may_go_along(client: Client) -> None:
    login_medewerker(client, make_medewerker(Rol.REDACTEUR, naam="Samira Idrissi"))
    publish()
    Formulier.objects.update(webhook_velden=["weg"])
    get_formulier().save_revision()
    html = client.get(f"/beheer/snippets/formulieren/formulier/edit/{get_formulier().pk}/").content.decode()
    assert "Vanaf welke dag?" in html
    assert "weg (bestaat niet meer)" in html
