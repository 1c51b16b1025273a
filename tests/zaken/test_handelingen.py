"""Kees does more with a zaak than set its status: each a small form, with beside it what Noor will read."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from eloket.accounts.services import Rol
from eloket.lib import klok
from eloket.zaken.models import Opschorting, Verlenging, Verzoek
from eloket.zaken.services import Zaak, answer_aanvulling, get_dossier, get_zaak, list_verzoeken
from tests.accounts.helpers import login_medewerker, make_medewerker
from tests.zaken.factories import KAPVERGUNNING, NOOR, make_contract_zaaktypen, open_zaak

pytestmark = pytest.mark.django_db
DAG = timedelta(days=1)


@pytest.fixture
def kees(client: Client) -> Client:
    login_medewerker(client, make_medewerker(Rol.BEHANDELAAR, naam="Kees Bakker"))
    return client


@pytest.fixture
def zaak() -> Zaak:
    make_contract_zaaktypen()
    return open_zaak(zaaktype=KAPVERGUNNING, now=klok.now(), startdatum=klok.today())


def url(zaak: Zaak, slug: str = "") -> str:
    return f"/beheer/zaken/{zaak.identificatie}/" + (f"doen/{slug}/" if slug else "")


def hidden(page: str) -> dict[str, str]:
    """What the screen carries along by itself."""
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page)
    return {name: value for name, value in found if name != "csrfmiddlewaretoken"}


def fill(kees: Client, zaak: Zaak, slug: str, **fields: str) -> dict[str, str]:
    return {**hidden(kees.get(url(zaak, slug)).text), **fields}


def question(**changes: str) -> dict[str, str]:
    last = (klok.today() + 14 * DAG).isoformat()
    return {
        "vraag": "Stuur een tekening van uw tuin.",
        "informatieobjecttype": "Bewijs",
        "hersteltermijn": last,
        **changes,
    }


@pytest.mark.kern
def test_kees_asks_for_a_drawing_and_the_clock_stands_still(kees: Client, zaak: Zaak) -> None:
    page = kees.post(url(zaak, "aanvulling"), fill(kees, zaak, "aanvulling", **question()), follow=True)
    assert page.redirect_chain == [(url(zaak), 302)]
    assert "De klok staat stil" in page.text
    assert "U wacht op antwoord van de inwoner" in page.text
    assert "Gevraagd door Kees Bakker." in page.text
    (verzoek,) = list_verzoeken(zaak.identificatie, voor=NOOR)
    assert verzoek.vraag == "Stuur een tekening van uw tuin."
    assert get_zaak(zaak.identificatie, voor=NOOR).is_opgeschort


def test_the_screen_demands_a_last_day_and_keeps_what_was_typed(kees: Client, zaak: Zaak) -> None:
    for last in ("", klok.today().isoformat(), "31-02-2026"):
        data = fill(kees, zaak, "aanvulling", **question(hersteltermijn=last))
        page = kees.post(url(zaak, "aanvulling"), data)
        assert page.status_code == 422
        assert "Stuur een tekening van uw tuin." in page.text
    assert not Verzoek.objects.exists()


def test_kees_reads_what_noor_will_read_before_he_sends_it(kees: Client, zaak: Zaak) -> None:
    data = fill(kees, zaak, "aanvulling", **question(vraag="Mag ik <b>even</b>?"), bekijk="1")
    page = kees.post(url(zaak, "aanvulling"), data)
    assert page.status_code == 200
    shown = page.text.split("Dit ziet de inwoner", 1)[1]
    assert "Mag ik &lt;b&gt;even&lt;/b&gt;?" in shown
    assert "Antwoord uiterlijk op" in shown
    assert not Verzoek.objects.exists()


def test_a_double_click_asks_once(kees: Client, zaak: Zaak) -> None:
    data = fill(kees, zaak, "aanvulling", **question())
    for _time in range(2):
        assert kees.post(url(zaak, "aanvulling"), data).status_code == 302
    assert (Verzoek.objects.count(), Opschorting.objects.count()) == (1, 1)


def test_who_comes_second_is_told_and_finds_what_they_typed(kees: Client, zaak: Zaak) -> None:
    late = fill(kees, zaak, "verlengen", aantal="2", eenheid="W", reden="Advies duurt langer")
    kees.post(url(zaak, "opschorten"), fill(kees, zaak, "opschorten", reden="Op uw verzoek", van=today()))
    page = kees.post(url(zaak, "verlengen"), late)
    assert page.status_code == 422
    assert "Iemand anders deed intussen iets" in page.text
    assert "Advies duurt langer" in page.text
    assert not Verlenging.objects.exists()
    again = {**late, **hidden(page.text)}
    assert kees.post(url(zaak, "verlengen"), again).status_code == 302
    assert Verlenging.objects.get().duur == "P2W"


def today() -> str:
    return klok.today().isoformat()


def test_the_clock_stops_and_goes_on(kees: Client, zaak: Zaak) -> None:
    data = fill(kees, zaak, "opschorten", reden="U wilt eerst met de buren praten", van=today())
    page = kees.post(url(zaak, "opschorten"), data, follow=True)
    assert "U wilt eerst met de buren praten" in page.text  # why this date
    assert "De klok staat al stil" in kees.get(url(zaak, "opschorten"), follow=True).text
    kees.post(url(zaak, "hervatten"), fill(kees, zaak, "hervatten", tot=today()))
    assert not get_zaak(zaak.identificatie, voor=NOOR).is_opgeschort
    assert "De klok loopt." in kees.get(url(zaak, "hervatten"), follow=True).text


@pytest.mark.parametrize(
    ("aantal", "eenheid"), [("7", "W"), ("0", "W"), ("x", "W"), ("1", "J"), ("9999", "D")]
)
def test_more_time_than_the_zaaktype_allows_is_refused_in_words(
    kees: Client, zaak: Zaak, aantal: str, eenheid: str
) -> None:
    data = fill(kees, zaak, "verlengen", aantal=aantal, eenheid=eenheid, reden="Advies duurt langer")
    page = kees.post(url(zaak, "verlengen"), data)
    assert page.status_code == 422
    assert "Advies duurt langer" in page.text
    assert not Verlenging.objects.exists()


def test_the_longest_time_that_is_allowed_stands_there_already(kees: Client, zaak: Zaak) -> None:
    page = kees.get(url(zaak, "verlengen")).text
    assert re.search(r'name="aantal" value="6"', page)


def test_what_the_zaaktype_forbids_is_not_offered(kees: Client) -> None:
    make_contract_zaaktypen()
    streng = open_zaak(zaaktype="streng")
    page = kees.get(url(streng)).text
    assert "Bij dit zaaktype mag de klok niet stilstaan." in page
    assert "/doen/aanvulling/" not in page
    assert "/doen/verlengen/" not in page


def test_an_answer_asks_for_attention_until_somebody_looked(kees: Client, zaak: Zaak) -> None:
    kees.post(url(zaak, "aanvulling"), fill(kees, zaak, "aanvulling", **question()))
    (verzoek,) = get_dossier(zaak.identificatie).verzoeken
    answer_aanvulling(zaak.identificatie, verzoek.id, "Er is geen tekening.", (), voor=NOOR, now=klok.now())
    page = kees.get(url(zaak)).text
    assert "De inwoner heeft geantwoord." in page
    assert "Er is geen tekening." in page
    after = kees.post(f"{url(zaak)}gezien/", {"verzoek": verzoek.id}, follow=True).text
    assert "De inwoner heeft geantwoord." not in after
    assert "Er is geen tekening." in after


def test_without_an_answer_kees_reads_until_when_he_may_leave_it_untreated(kees: Client, zaak: Zaak) -> None:
    kees.post(url(zaak, "aanvulling"), fill(kees, zaak, "aanvulling", **question()))
    Verzoek.objects.update(hersteltermijn=klok.today() - DAG)
    assert "niet op tijd geantwoord" in kees.get(url(zaak)).text


@pytest.mark.parametrize("slug", ["aanvulling", "opschorten", "hervatten", "verlengen"])
def test_without_the_role_nothing_is_done(client: Client, zaak: Zaak, slug: str) -> None:
    login_medewerker(client, make_medewerker(Rol.KCC))
    for page in (client.get(url(zaak, slug)), client.post(url(zaak, slug), question())):
        assert page.status_code == 403
        assert zaak.identificatie not in page.text


def test_what_does_not_exist_is_404(kees: Client, zaak: Zaak) -> None:
    assert kees.get(url(zaak, "vernietigen")).status_code == 404
    assert kees.get("/beheer/zaken/ELK-0/doen/aanvulling/").status_code == 404
    assert kees.post(f"{url(zaak)}gezien/", {"verzoek": "x"}).status_code == 404


# --- Asking for a zienswijze -----


def test_kees_asks_what_noor_thinks_and_the_clock_goes_on(kees: Client, zaak: Zaak) -> None:
    last = klok.today() + 14 * DAG
    data = fill(kees, zaak, "zienswijze", tot=last.isoformat())
    page = kees.post(url(zaak, "zienswijze"), data, follow=True)
    assert "De inwoner kan nu in Mijn zaken een zienswijze geven." in page.text
    asked = get_zaak(zaak.identificatie, voor=NOOR)
    assert (asked.zienswijze_tot, asked.is_opgeschort) == (last, False)
    again = kees.post(url(zaak, "zienswijze"), data)
    assert again.status_code == 302
    wrong = kees.post(url(zaak, "zienswijze"), {**data, "tot": klok.today().isoformat()})
    assert wrong.status_code == 422
