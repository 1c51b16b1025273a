"""The link of an afspraak: who has it may manage it, until a day after; nobody makes one up."""

from datetime import timedelta

import pytest
from django.conf import settings as django_settings
from hypothesis import given
from hypothesis import strategies as st

from eloket.afspraken.backends.base import Bereik
from eloket.afspraken.models import Afspraak
from eloket.afspraken.services.boeken import move_afspraak
from eloket.afspraken.services.links import (
    LinkOngeldig,
    LinkVerlopen,
    make_link,
    make_token,
    open_token,
    renew_links,
)
from tests.afspraken.afgesproken import book, make_gemeentehuis
from tests.afspraken.factories import MAANDAG, NOW, wall

pytestmark = pytest.mark.django_db


@pytest.fixture
def afspraak() -> Afspraak:
    make_gemeentehuis()
    return book()


def test_the_key_opens_the_afspraak_and_names_nobody(afspraak: Afspraak) -> None:
    token = make_token(afspraak)
    assert open_token(token, now=NOW) == afspraak
    assert token == make_token(afspraak)
    assert afspraak.referentie not in token
    assert make_link("beheren", afspraak) == f"{django_settings.ELOKET_BASIS_URL}/afspraken/beheren/{token}/"


def test_an_english_afspraak_has_an_english_page(afspraak: Afspraak) -> None:
    afspraak.taal = "en"
    assert "/en/afspraken/beheren/" in make_link("beheren", afspraak)


@pytest.mark.kern
def test_an_old_mail_keeps_working_after_a_move(afspraak: Afspraak) -> None:
    token = make_token(afspraak)
    later = wall(MAANDAG + timedelta(days=1), 11)
    move_afspraak(afspraak.pk, "gemeentehuis", later, door="", bereik=Bereik.ONLINE, now=NOW)
    assert open_token(token, now=NOW).begin == later


def test_another_contact_address_makes_the_links_of_the_old_one_dead(afspraak: Afspraak) -> None:
    token = make_token(afspraak)
    renew_links(afspraak.pk)
    with pytest.raises(LinkOngeldig):
        open_token(token, now=NOW)
    afspraak.refresh_from_db()
    assert open_token(make_token(afspraak), now=NOW) == afspraak


def test_it_works_until_a_day_after_the_end(afspraak: Afspraak) -> None:
    token, end = make_token(afspraak), afspraak.eind + timedelta(days=1)
    assert open_token(token, now=end - timedelta(seconds=1)) == afspraak
    with pytest.raises(LinkVerlopen):
        open_token(token, now=end)


@given(text=st.text(max_size=120), place=st.integers(0, 200), sign=st.characters())
def test_nothing_that_was_changed_or_made_up_opens_anything(text: str, place: int, sign: str) -> None:
    token = make_token(Afspraak())
    at = place % len(token)
    changed = token[:at] + sign + token[at + 1 :]
    for each in (text, changed, f"{token}{text}x", token.rpartition(".")[0], ""):
        if each != token:
            with pytest.raises(LinkOngeldig):
                open_token(each, now=NOW)
