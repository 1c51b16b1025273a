"""Joris fills in, in English, a form that Samira translated only in part."""

import pytest
from django.test import Client

from tests.formulieren.factories import Invuller, publish

pytestmark = pytest.mark.django_db


def test_dutch_words_of_a_form_are_dutch_on_an_english_page(client: Client) -> None:
    publish(inleiding={"nl": "Zet uw fiets droog neer."})
    page = client.get("/en/formulieren/fietsenstalling/").text
    assert "<h1" in page
    assert ">Place in the bicycle shed</h1>" in page
    assert '<span lang="nl">Zet uw fiets droog neer.</span>' in page
    assert '<span lang="nl">Wij bekijken of er plek is.</span>' in page
    assert '<span lang="nl">' not in client.get("/formulieren/fietsenstalling/").text


def test_a_question_without_english_is_heard_as_dutch(client: Client) -> None:
    publish()
    joris = Invuller(client)
    joris.begin()
    page = client.get(f"/en{joris.concept}wanneer/").text
    assert '<span lang="nl">Vanaf welke dag?</span>' in page
    assert '<ul class="eloket-taal"' in page
