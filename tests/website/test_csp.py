"""What a browser may run and where a form may go."""

import pytest
from django.test import Client, override_settings
from wagtail.models import Site

from tests.website.factories import make_page


def policy(client: Client, url: str) -> dict[str, str]:
    header = client.get(url)["Content-Security-Policy"]
    return {name: rest for name, _, rest in (part.partition(" ") for part in header.split("; "))}


@pytest.mark.parametrize("url", ["/", "/en/", "/bestaat-niet/", "/healthz", "/.well-known/security.txt"])
def test_public_addresses_run_nothing_but_our_own_files(client: Client, site: Site, url: str) -> None:
    found = policy(client, url)
    assert found["default-src"] == "'self'"
    assert found["frame-ancestors"] == "'none'"
    assert found["base-uri"] == "'none'"
    assert "unsafe" not in " ".join(found.values())


def test_a_form_may_lead_to_the_login_provider(client: Client, site: Site) -> None:
    with override_settings(ELOKET_CSP_FORM_ACTION=["https://broker.example"]):
        assert policy(client, "/")["form-action"] == "'self' https://broker.example"


def test_the_wagtail_admin_gets_what_it_needs_and_only_there(client: Client, site: Site) -> None:
    admin = policy(client, "/beheer/")
    assert admin["script-src"] == "'self' 'unsafe-inline'"
    assert admin["frame-ancestors"] == "'self'"


def test_a_preview_may_stand_in_the_frame_of_the_admin(site: Site) -> None:
    response = make_page(site, "contact").make_preview_request()
    assert "frame-ancestors 'self'" in response["Content-Security-Policy"]
    assert "unsafe" not in response["Content-Security-Policy"]


def test_other_security_headers_are_there(client: Client, site: Site) -> None:
    response = client.get("/")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
