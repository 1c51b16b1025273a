"""The guards themselves: each one sees what it is there to see."""

import socket

import pytest
from django.http import HttpRequest, HttpResponse
from django.template import Context, Origin, Template, engines
from django.test import Client
from django.urls import path
from pytest_django import Settings

from eloket.lib import klok
from eloket.outbox.models import Opdracht
from eloket.outbox.services import enqueue
from eloket.producten.models import ThemaPage
from tests.guards.databank import has_database
from tests.guards.paginas import find_faults
from tests.guards.sjablonen import OWN
from tests.producten.factories import Catalogus

Failed = pytest.fail.Exception
GOOD = """<!doctype html><html lang="nl"><head><meta charset="utf-8">
<title>Paspoort - Rietwaard</title></head><body><h1>Paspoort</h1>{}</body></html>"""


def write_row(request: HttpRequest) -> HttpResponse:
    now = klok.now()
    enqueue(handler="proef.schrijf", ids={}, key=str(now), now=now)
    return HttpResponse("geschreven", content_type="text/plain")


def bad_page(request: HttpRequest) -> HttpResponse:
    return HttpResponse(GOOD.format("<h1>Nog een kop</h1>"))


urlpatterns = [path("schrijf/", write_row, name="schrijf"), path("slecht/", bad_page, name="slecht")]


def render(text: str, **values: object) -> str:
    origin = Origin(name=str(OWN / "proef" / "proef.html"))
    template = Template(text, origin=origin, engine=engines["django"].engine)
    return template.render(Context(values))


def test_no_test_reaches_another_machine() -> None:
    with pytest.raises(Failed):
        socket.create_connection(("192.0.2.1", 80), timeout=0.1)
    with pytest.raises(Failed):
        socket.getaddrinfo("www.rietwaard.example", 80)


@pytest.mark.parametrize(
    "text",
    ["{{ naam }}", "{% if naam %}x{% endif %}", "{% if waar and naam %}x{% endif %}", "{{ zaak.nummer }}",
     "{{ naam|default:'x' }}", "{% for een in naam %}x{% endfor %}"],
)  # fmt: skip
def test_a_variable_that_does_not_exist_fails(text: str) -> None:
    with pytest.raises(Failed):
        render(text, waar=True, zaak=None)


def test_a_variable_that_exists_may_be_empty() -> None:
    assert render("{% if naam %}x{% endif %}{{ naam }}", naam="") == ""


def test_a_get_that_writes_fails(db: None, client: Client, settings: Settings) -> None:
    settings.ROOT_URLCONF = __name__
    with pytest.raises(Failed, match="outbox_opdracht"):
        client.get("/schrijf/")
    assert client.post("/schrijf/").status_code == 200


def test_a_bad_page_fails(db: None, client: Client, settings: Settings) -> None:
    settings.ROOT_URLCONF = __name__
    with pytest.raises(Failed, match="2 times h1"):
        client.get("/slecht/")


def test_a_query_without_order_comes_in_any_order(db: None) -> None:
    now = klok.now()
    for number in range(30):
        enqueue(handler="proef.schrijf", ids={}, key=str(number), now=now)
    orders = {tuple(Opdracht.objects.values_list("key", flat=True)) for _ in range(3)}
    assert len(orders) > 1
    assert len({tuple(Opdracht.objects.order_by("pk").values_list("key", flat=True)) for _ in range(3)}) == 1
    with pytest.raises(Failed):
        list(Opdracht.objects.all()[:5])


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<p><div></p>", "no valid HTML5"),
        ("<h1>Twee</h1>", "2 times h1"),
        ('<p id="a"></p><p id="a"></p>', "stands 2 times"),
        ('<p aria-describedby="weg">x</p>', "points at nothing"),
        ('<form><input name="q"></form>', "no label"),
        ('<form method="post" action="/x/"></form>', "no csrf token"),
        ("<style>p {}</style>", "inline <style>"),
        ("<script>1</script>", "inline <script>"),
        ('<p style="color: red">x</p>', "inline ['style']"),
        ('<p onclick="x()">x</p>', "inline ['onclick']"),
        ('<a href="/x/"></a>', "without text"),
        ('<a href="#">x</a>', "link to nowhere"),
        ('<img src="/x.png">', "without alt"),
    ],
)
def test_the_page_check_sees_a_fault(body: str, fault: str) -> None:
    assert any(fault in found for found in find_faults(GOOD.format(body)))


def test_a_good_page_has_no_faults() -> None:
    good = '<form method="post" action="/x/"><input type="hidden" name="csrfmiddlewaretoken" value="1">'
    good += '<label for="naam">Naam</label><input id="naam" name="naam"><button>Verder</button></form>'
    assert find_faults(GOOD.format(good)) == []


def test_a_title_starts_with_the_heading() -> None:
    assert find_faults(GOOD.format("").replace("<title>Paspoort", "<title>Anders"))


@pytest.mark.parametrize("turn", [1, 2])
@pytest.mark.django_db(transaction=True)
def test_what_is_committed_in_the_catalogue_is_gone_for_the_next(catalogus: Catalogus, turn: int) -> None:
    assert list(ThemaPage.objects.values_list("title", flat=True)) == ["Verhuizen"]
    ThemaPage.objects.update(title=f"Vertrekken, {turn}")


def test_without_asking_there_is_no_catalogue(db: None) -> None:
    assert not ThemaPage.objects.exists()


def test_what_opens_no_database_stays_off_postgresql(request: pytest.FixtureRequest) -> None:
    assert not has_database(request.node)


def test_what_opens_the_database_goes_there_too(db: None, request: pytest.FixtureRequest) -> None:
    assert has_database(request.node)
