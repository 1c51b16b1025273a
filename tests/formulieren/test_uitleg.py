"""Words between the questions: they are shown, are no answer, and carry nothing that runs."""

import pytest
from django.test import Client

from eloket.formulieren.models import Aanvraag
from eloket.formulieren.services.kopie import kopie_context
from tests.formulieren.factories import Invuller, definitie, get_formulier, publish


def words(html: str, *, soort: str = "uitleg") -> dict[str, object]:
    return {
        "soort": soort,
        "sleutel": f"over-{soort}".replace("_", "-"),
        "label": {"nl": "Goed om te weten", "en": "Good to know"},
        "instellingen": {"tekst_nl": html, "tekst_en": "<p>It takes <b>ten</b> days.</p>"},
    }


def publish_words(html: str) -> None:
    form = definitie()
    form["stappen"][0]["velden"].insert(0, words(html))
    form["stappen"][0]["velden"].append(words(html, soort="let_op"))
    publish(stappen=form["stappen"])


@pytest.mark.django_db
def test_words_stand_between_the_questions_and_not_in_the_summary(client: Client) -> None:
    publish_words("<p>Het duurt <b>tien</b> dagen.</p>")
    noor = Invuller(client)
    page = client.get(f"{noor.start}beginnen/").content.decode()
    assert page.count("<p>Het duurt <b>tien</b> dagen.</p>") == 2
    assert page.index("Goed om te weten") < page.index("Wat is uw naam?")
    noor.fill()
    assert "Goed om te weten" not in noor.get("controleren").content.decode()
    noor.send()
    aanvraag = Aanvraag.objects.get()
    assert set(aanvraag.antwoorden) == {"naam", "vanaf", "email"}
    labels = [str(veld.label) for _stap, rows in kopie_context(aanvraag)["stappen"] for veld, _value in rows]
    assert "Goed om te weten" not in labels


@pytest.mark.django_db
def test_words_are_in_the_language_of_the_page(client: Client) -> None:
    publish_words("<p>Het duurt <b>tien</b> dagen.</p>")
    page = client.get("/en/formulieren/fietsenstalling/beginnen/").content.decode()
    assert "<p>It takes <b>ten</b> days.</p>" in page
    assert "Good to know" in page


@pytest.mark.django_db
@pytest.mark.parametrize(
    "evil",
    [
        "<script>alert(1)</script>",
        '<p onclick="alert(1)">x</p>',
        '<a href="javascript:alert(1)">x</a>',
        '<img src=x onerror="alert(1)">',
        "<style>p{}</style>",
        "<iframe src=//elders.example></iframe>",
    ],
)
def test_what_comes_in_with_a_form_never_runs(client: Client, evil: str) -> None:
    publish_words(f"<p>Gewoon</p>{evil}")
    page = client.get(f"{Invuller(client).start}beginnen/").content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    for sign in ("<script", "onclick", "javascript:", "<img", "<style", "<iframe"):
        assert sign not in main


@pytest.mark.django_db
def test_the_desk_keeps_words_and_groups_as_they_were() -> None:
    publish_words("<p>Het duurt <b>tien</b> dagen.</p>")
    formulier = get_formulier()
    stored = formulier.versies.get().inhoud["stappen"][0]["velden"]
    assert stored[0]["instellingen"]["tekst_nl"] == "<p>Het duurt <b>tien</b> dagen.</p>"
    assert stored[0]["verplicht"] is False
    formulier.full_clean()
