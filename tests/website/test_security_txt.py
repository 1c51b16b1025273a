"""Where somebody who finds a leak can report it (RFC 9116)."""

import re
from datetime import datetime

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from pytest_django import Settings
from wagtail.models import Site

from eloket.lib import klok
from eloket.website.services import save_instellingen


def security_txt(client: Client) -> str:
    return str(client.get("/.well-known/security.txt").content.decode())


def test_security_txt_says_where_to_report_and_stays_valid(client: Client, site: Site) -> None:
    text = security_txt(client)
    assert "Contact: mailto:loket@rietwaard.example" in text
    found = re.search(r"^Expires: (.+)$", text, re.MULTILINE)
    assert found is not None
    assert 30 < (datetime.fromisoformat(found[1]) - klok.now()).days < 365


def test_security_txt_never_lacks_a_contact(client: Client, site: Site) -> None:
    save_instellingen(site, email="")
    assert "Contact: http" in security_txt(client)


def test_what_samira_sets_goes_before_the_ordinary_address(client: Client, site: Site) -> None:
    assert "Policy" not in security_txt(client)
    save_instellingen(
        site,
        veiligheid_contact="veilig@rietwaard.example",
        veiligheid_beleid="https://rietwaard.example/melden",
        veiligheid_dank="https://rietwaard.example/dank",
    )
    text = security_txt(client)
    assert "Contact: mailto:veilig@rietwaard.example\n" in text
    assert "Policy: https://rietwaard.example/melden\n" in text
    assert "Acknowledgments: https://rietwaard.example/dank\n" in text


def test_the_installation_goes_before_what_samira_sets(
    client: Client, site: Site, settings: Settings
) -> None:
    settings.ELOKET_SECURITY_CONTACT = "https://rietwaard.example/lek"
    save_instellingen(site, veiligheid_contact="veilig@rietwaard.example")
    assert "Contact: https://rietwaard.example/lek\n" in security_txt(client)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("veiligheid_contact", "bel maar"),
        ("veiligheid_contact", "a@b.nl\nPolicy: https://x.example/"),
        ("veiligheid_beleid", "http://rietwaard.example/"),
        ("veiligheid_beleid", "veilig@rietwaard.example"),
        ("veiligheid_dank", "https://rietwaard.example/ x"),
    ],
)
def test_what_would_spoil_the_file_is_refused(site: Site, field: str, value: str) -> None:
    with pytest.raises(ValidationError) as fout:
        save_instellingen(site, **{field: value})
    assert set(fout.value.message_dict) == {field}
