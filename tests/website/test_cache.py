"""What is kept of the public site, for whom, and until when."""

import gzip
from datetime import timedelta
from time import sleep
from typing import Any

import brotli
import pytest
import time_machine
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings
from pytest_django.asserts import assertNumQueries
from wagtail.models import Page, Site

from eloket.lib import klok
from eloket.website import momenten, versie
from eloket.website.cache import PaginaCacheMiddleware
from eloket.website.models import CacheVersie, ContentPage, Instellingen
from eloket.website.services import bump_version, mark_public, publish_scheduled, register_moment_source
from tests.website.factories import make_page, make_site, publish

pytestmark = pytest.mark.urls("tests.website.urls")


def text(client: Client, url: str, **headers: Any) -> str:
    return client.get(url, headers=headers).content.decode()


def forget_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away what a change does to the version, to see that the tests would notice."""
    monkeypatch.setattr("eloket.website.signalen.bump_version", lambda: None)


def test_a_kept_page_costs_no_query(kept: Site, client: Client) -> None:
    make_page(kept, "contact", samenvatting="Bel ons.")
    first = client.get("/contact/")
    with assertNumQueries(0):
        second = client.get("/contact/")
    assert first.content == second.content
    assert "Bel ons." in second.content.decode()


def test_a_page_is_public_sets_no_cookie_and_varies_on_no_cookie(kept: Site, client: Client) -> None:
    for _ in range(2):
        response = client.get("/")
        assert response["Cache-Control"] == "public, max-age=0, must-revalidate"
        assert response["Vary"] == "Accept-Encoding"
        assert not response.cookies
        assert "script-src" not in response["Content-Security-Policy"]


@pytest.mark.kern
def test_samira_publishes_and_sees_it_at_once(kept: Site, client: Client) -> None:
    page = make_page(kept, "contact", samenvatting="Bel ons.")
    assert "Bel ons." in text(client, "/contact/")
    publish(page, samenvatting="Kom langs.")
    assert "Kom langs." in text(client, "/contact/")


def test_without_the_version_the_old_page_would_stay(
    kept: Site, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: proves that the test above can see staleness."""
    page = make_page(kept, "contact", samenvatting="Bel ons.")
    assert "Bel ons." in text(client, "/contact/")
    forget_nothing(monkeypatch)
    publish(page, samenvatting="Kom langs.")
    assert "Bel ons." in text(client, "/contact/")


def test_another_process_sees_it_within_a_second(kept: Site, client: Client, settings: Settings) -> None:
    page = make_page(kept, "contact", samenvatting="Bel ons.")
    other = PaginaCacheMiddleware(lambda request: client.get("/contact/"), lezer=versie.VersieLezer())  # type: ignore[arg-type,return-value]
    ask = RequestFactory().get("/contact/", headers={"host": "testserver"})

    def seen_by_other() -> str:
        response = other(ask)
        assert isinstance(response, HttpResponse)
        return response.content.decode()

    assert "Bel ons." in text(client, "/contact/")
    assert "Bel ons." in seen_by_other()
    publish(page, samenvatting="Kom langs.")
    assert "Bel ons." in seen_by_other(), "de controle: zonder nieuwe blik ziet het andere proces niets"
    settings.ELOKET_CACHE_POLL = 0.5  # as in production
    for _ in range(20):
        sleep(0.05)
        if "Kom langs." in seen_by_other():
            return
    pytest.fail("het andere proces toont na een seconde nog de oude pagina")


def test_the_process_reads_again_only_when_the_change_is_committed(
    site: Site, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    """Earlier it could read its own unfinished change, and keep an old page under the new version."""
    with django_capture_on_commit_callbacks() as callbacks:
        bump_version()
    assert versie.lezer.forget in callbacks


def test_a_publish_that_is_rolled_back_changes_nothing(kept: Site, client: Client) -> None:
    text(client, "/")
    before = CacheVersie.current()
    with transaction.atomic():
        bump_version()
        transaction.set_rollback(True)
    assert CacheVersie.current() == before


def test_every_kind_of_change_is_heard(kept: Site) -> None:
    page = make_page(kept, "contact")
    other = make_page(kept, "elders")

    def changes(action: Any) -> bool:
        before = CacheVersie.current()
        action()
        return CacheVersie.current() != before

    assert changes(lambda: publish(page, title="Anders"))
    assert changes(lambda: publish(page, slug="contact-ons"))
    assert changes(lambda: Page.objects.get(pk=page.pk).move(Page.objects.get(pk=other.pk), pos="last-child"))
    assert changes(lambda: ContentPage.objects.get(pk=page.pk).unpublish())
    assert changes(lambda: Page.objects.get(pk=page.pk).delete())
    assert changes(lambda: Instellingen.objects.get().save())
    assert changes(lambda: kept.save())
    assert changes(lambda: make_page(kept, "nieuw"))
    draft = make_page(kept, "concept")
    assert not changes(lambda: draft.save_revision())


def test_new_settings_show_on_the_next_page(kept: Site, client: Client) -> None:
    assert "14 0999" in text(client, "/")
    Instellingen.objects.update(telefoon="14 0111")
    own = Instellingen.objects.get()
    own.telefoon = "14 0222"
    own.save()
    assert "14 0222" in text(client, "/")


def test_two_languages_are_two_answers(kept: Site, client: Client) -> None:
    for _ in range(2):
        assert '<html lang="nl">' in text(client, "/", **{"accept-language": "en"})
        assert '<html lang="en">' in text(client, "/en/", **{"accept-language": "nl"})


def test_only_the_query_keys_a_view_names_are_kept(kept: Site, client: Client) -> None:
    assert text(client, "/t/genummerd/?pagina=2") == "pagina 2"
    assert text(client, "/t/genummerd/?pagina=3") == "pagina 3"
    assert "ETag" in client.get("/t/genummerd/?pagina=3")
    assert "ETag" not in client.get("/t/genummerd/?pagina=3&utm=x")
    assert "ETag" not in client.get("/?zomaar=1")
    assert "ETag" not in client.get("/t/genummerd/?pagina=" + "9" * 400)


@pytest.mark.parametrize(
    "url", ["/t/ongemerkt/", "/t/koekje/", "/t/sessie/", "/t/weiger/", "/t/weg/", "/healthz"]
)
def test_what_is_not_the_same_for_everybody_is_not_kept(kept: Site, client: Client, url: str) -> None:
    client.get(url)
    assert "ETag" not in client.get(url)


def test_a_logged_in_visitor_gets_the_same_page_as_a_stranger(kept: Site, client: Client) -> None:
    stranger = client.get("/").content
    client.cookies["eloket_sessie"] = "iets"
    with assertNumQueries(0):
        assert client.get("/").content == stranger


def test_a_post_passes_by(kept: Site, client: Client) -> None:
    client.get("/t/ongemerkt/")
    assert "ETag" not in client.post("/t/genummerd/")


def test_head_has_the_headers_of_get_and_no_body(kept: Site, client: Client) -> None:
    got = client.get("/")
    head = client.head("/")
    assert head.status_code == 200
    assert head["ETag"] == got["ETag"]
    assert head.content == b""


def test_who_has_the_page_hears_304(kept: Site, client: Client) -> None:
    etag = client.get("/")["ETag"]
    again = client.get("/", headers={"if-none-match": etag})
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == etag
    assert client.get("/", headers={"if-none-match": 'W/"anders"'}).status_code == 200


def test_the_answer_comes_in_the_encoding_the_reader_takes(kept: Site, client: Client) -> None:
    url = "/t/genummerd/"
    for encoding, unpack in (("gzip", gzip.decompress), ("br", brotli.decompress)):
        for _ in range(2):
            response = client.get(url, headers={"accept-encoding": encoding})
            assert response["Content-Encoding"] == encoding
            assert unpack(response.content) == b"pagina 1"
    refused = client.get(url, headers={"accept-encoding": "br;q=0, gzip;q=0"})
    assert "Content-Encoding" not in refused


def test_a_preview_is_neither_read_from_nor_put_in_the_cache(kept: Site, client: Client) -> None:
    page = make_page(kept, "contact", samenvatting="Bel ons.")
    assert "Bel ons." in text(client, "/contact/")
    page.samenvatting = "Nog geheim."
    assert "Nog geheim." in page.make_preview_request().content.decode()
    assert "Bel ons." in text(client, "/contact/")


def test_a_kept_page_ends_at_the_moment_a_price_changes(
    kept: Site, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(momenten, "_sources", [*momenten._sources])
    start = klok.now()
    moment = start + timedelta(minutes=10)
    register_moment_source(lambda now: moment if now < moment else None)
    monkeypatch.setattr(momenten, "lezer", momenten.MomentLezer())
    seen = []

    def page(request: HttpRequest) -> HttpResponse:
        seen.append(klok.now())
        return mark_public(HttpResponse("€ 10" if klok.now() < moment else "€ 12"))

    cache = PaginaCacheMiddleware(page)
    ask = RequestFactory().get("/prijs/")
    with time_machine.travel(start, tick=False) as time:
        assert cache(ask).content == cache(ask).content == "€ 10".encode()  # type: ignore[attr-defined]
        assert len(seen) == 1
        time.move_to(moment - timedelta(seconds=1))
        assert cache(ask).content == "€ 10".encode()  # type: ignore[attr-defined]
        time.move_to(moment)
        assert cache(ask).content == "€ 12".encode()  # type: ignore[attr-defined]


def test_a_page_that_takes_long_is_not_kept_past_the_moment_it_missed(
    kept: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Begun at the old price, ready when the new one holds: nobody else may get it."""
    monkeypatch.setattr(momenten, "_sources", [*momenten._sources])
    moment = klok.now() + timedelta(minutes=10)
    register_moment_source(lambda now: moment if now < moment else None)
    monkeypatch.setattr(momenten, "lezer", momenten.MomentLezer())
    with time_machine.travel(moment - timedelta(milliseconds=100), tick=False) as time:

        def page(request: HttpRequest) -> HttpResponse:
            text = "€ 10" if klok.now() < moment else "€ 12"
            time.shift(timedelta(seconds=1))
            return mark_public(HttpResponse(text))

        cache = PaginaCacheMiddleware(page)
        ask = RequestFactory().get("/trage-prijs/")
        assert cache(ask).content == "€ 10".encode()  # type: ignore[attr-defined]
        assert cache(ask).content == "€ 12".encode()  # type: ignore[attr-defined]


def test_a_planned_page_appears_at_its_moment(kept: Site, client: Client) -> None:
    start = klok.now()
    page = make_page(kept, "contact")
    publish(page, samenvatting="Bel ons.")
    page.refresh_from_db()
    with time_machine.travel(start, tick=False) as time:
        page.go_live_at = start + timedelta(hours=1)
        page.samenvatting = "Nieuw nummer."
        page.save_revision().publish()
        assert momenten.next_moment(now=start) == page.go_live_at
        assert "Bel ons." in text(client, "/contact/")
        assert publish_scheduled(now=klok.now()) is False
        time.move_to(start + timedelta(hours=1, seconds=1))
        assert publish_scheduled(now=klok.now()) is True
        assert "Nieuw nummer." in text(client, "/contact/")
        assert publish_scheduled(now=klok.now()) is False


def test_the_emergency_banner_goes_at_its_time(kept: Site, client: Client) -> None:
    start = klok.now()
    own = Instellingen.objects.get()
    own.nood_aan, own.nood_titel, own.nood_tot = True, "Storing", start + timedelta(hours=1)
    own.save()
    with time_machine.travel(start, tick=False) as time:
        assert "Storing" in text(client, "/")
        time.move_to(start + timedelta(hours=1))
        assert "Storing" not in text(client, "/")


def test_a_broken_cache_costs_speed_and_nothing_else(
    kept: Site, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Gone:
        def get(self, key: str) -> None:
            raise ConnectionError("geen Redis")

        def set_many(self, data: object, timeout: int) -> None:
            raise ConnectionError("geen Redis")

    monkeypatch.setattr("eloket.website.cache.caches", {"paginas": Gone()})
    for _ in range(2):
        assert client.get("/").status_code == 200


def test_a_foreign_host_gets_400_and_no_page(kept: Site, client: Client) -> None:
    client.get("/")
    assert client.get("/", headers={"host": "kwaad.example"}).status_code == 400


def test_nothing_is_kept_before_the_first_publish(kept: Site, client: Client) -> None:
    CacheVersie.objects.all().delete()
    versie.lezer.forget()
    client.get("/")
    assert "ETag" not in client.get("/")


def test_a_refilled_site_never_shows_the_pages_of_before(kept: Site, client: Client) -> None:
    make_page(kept, "contact", samenvatting="Oude gemeente.")
    assert "Oude gemeente." in text(client, "/contact/")
    CacheVersie.objects.all().delete()
    make_page(make_site(), "contact", samenvatting="Nieuwe gemeente.")
    assert "Nieuwe gemeente." in text(client, "/contact/")
