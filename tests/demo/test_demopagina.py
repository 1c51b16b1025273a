"""The page that tells a visitor of the demo who to be and what came in the mail."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.mail import EmailMultiAlternatives
from django.test import Client

from eloket.demo.personen import PERSONEN
from eloket.demo.rondleiding import list_adressen, list_stappen
from tests.tooling.commando import clean_environment

pytestmark = pytest.mark.django_db


@pytest.fixture
def postvak(tmp_path: Path, settings: Any) -> None:
    """Mail goes to files, as in the demo itself."""
    settings.ELOKET_DATA = tmp_path
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path / "mail"


def send(subject: str, text: str, html: str = "") -> None:
    mail = EmailMultiAlternatives(subject, text, to=["noor@rietwaard.example"])
    if html:
        mail.attach_alternative(html, "text/html")
    mail.send()


@pytest.mark.usefixtures("postvak")
def test_everybody_is_named_and_no_number_is(client: Client) -> None:
    page = client.get("/demo/").content.decode()
    for persoon in PERSONEN:
        assert persoon.naam in page
        assert not persoon.bsn or persoon.bsn not in page
    assert "Er is nog geen post" in page


@pytest.mark.usefixtures("postvak")
def test_the_mailbox_shows_what_came_in(client: Client) -> None:
    send(
        "Wij hebben uw aanvraag ontvangen (ELK-2026-0000001)",
        "Bekijk: http://localhost:8000/mijn-zaken/",
        "<b>x</b>",
    )
    page = client.get("/demo/").content.decode()
    found = re.search(r'href="(/demo/post/[^"]+)"[^>]*>Wij hebben uw aanvraag ontvangen', page)
    assert found
    mail = client.get(found[1]).content.decode()
    assert "noor@rietwaard.example" in mail
    assert 'href="http://localhost:8000/mijn-zaken/"' in mail


@pytest.mark.usefixtures("postvak")
def test_what_stands_in_a_mail_never_becomes_markup(client: Client) -> None:
    send("<script>alert(1)</script>", "<img src=x onerror=alert(1)> javascript:alert(1)")
    page = client.get("/demo/").content.decode()
    found = re.search(r"/demo/post/[^\"]+", page)
    assert found
    for text in (page, client.get(found[0]).content.decode()):
        assert "<script>alert" not in text
        assert "<img src=x" not in text
        assert 'href="javascript' not in text


@pytest.mark.usefixtures("postvak")
@pytest.mark.parametrize("name", ["bestaat-niet", "..%2F..%2Fdb", "db"])
def test_only_mails_are_opened(client: Client, name: str) -> None:
    assert client.get(f"/demo/post/{name}/").status_code == 404


@pytest.mark.usefixtures("postvak")
def test_a_file_that_is_no_mail_spoils_nothing(client: Client, tmp_path: Path) -> None:
    send("Echt", "tekst")
    (tmp_path / "mail" / "half.log").write_bytes(b"\xff\x00 half")
    page = client.get("/demo/").content.decode()
    assert "Echt" in page
    assert client.get("/demo/post/half/").status_code == 404


# The home page and the form are there once the demo is filled; the browser test of the tour goes there.
LINKS = (*list_stappen(""), *list_adressen(""))
FIXED = [link for link in LINKS if link.url != "/" and "verhuizing-doorgeven" not in link.url]


@pytest.mark.parametrize("link", FIXED, ids=lambda link: link.url)
def test_every_fixed_address_of_the_tour_is_one_of_ours(client: Client, link: Any) -> None:
    assert client.get(link.url.split("#")[0]).status_code in (200, 302)


def test_the_page_is_absent_outside_of_a_demo() -> None:
    code = (
        "import django; django.setup()\n"
        "from django.urls import NoReverseMatch, resolve, reverse\n"
        "from django.apps import apps\n"
        "assert not apps.is_installed('eloket.demo')\n"
        "try: reverse('demo')\n"
        "except NoReverseMatch: print('absent', resolve('/demo/').view_name)\n"
    )
    env = clean_environment(ELOKET_DEMO="0", DJANGO_SETTINGS_MODULE="eloket.settings")
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "absent wagtail_serve", done.stderr
