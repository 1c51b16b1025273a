"""Every text for people is marked for translation, and said in English with the same values in it."""

import re
from collections import Counter

import pytest

from tooling.messages import Entry, entries
from tooling.paths import LOCALE, ROOT

TEMPLATES = ROOT / "templates"
# The demo speaks Dutch only; the page for a broken site says everything twice, as nothing can translate then.
UNMARKED = ("demo/", "500.html")
NO_TEXT = [
    r"\{#.*?#\}",
    r"\{% comment.*?endcomment %\}",
    r"\{% blocktranslate\b.*?endblocktranslate %\}",
    r"\{%.*?%\}|\{\{.*?\}\}|&\w+;",
    r"<[^>]*>",
]
NAMES_IN_TAGS = re.compile(r'(?:aria-label|title|placeholder|alt)="([^"]*)"')

CATALOGUES = sorted(LOCALE.glob("*/LC_MESSAGES/*.po"))
PLACEHOLDER = re.compile(r"%\(\w+\)[.\d]*[a-z]|%[.\d]*[sdif]|\{\w*\}|</?\w+[^>]*>")


def placeholders(text: str) -> Counter[str]:
    """The values and the tags in a text, each as often as it stands there."""
    return Counter(PLACEHOLDER.findall(text.replace("%%", "")))


def messages() -> list[Entry]:
    """Every message of every catalogue; the entry without a text is the header."""
    return [
        entry for path in CATALOGUES for entry in entries(path.read_text(encoding="utf-8")) if entry["msgid"]
    ]


def translations(entry: Entry) -> dict[str, str]:
    return {name: text for name, text in entry.items() if name.startswith("msgstr")}


def pairs(entry: Entry) -> list[tuple[str, str]]:
    """The translations, each with the source that it says: the first form is the singular."""
    plural = entry.get("msgid_plural", entry["msgid"])
    return [
        (entry["msgid"] if name in ("msgstr", "msgstr[0]") else plural, text)
        for name, text in translations(entry).items()
    ]


def keeps_its_values(entry: Entry) -> bool:
    """A singular may say its number in words or in digits; the rest holds exactly the same values."""
    plural = placeholders(entry.get("msgid_plural", entry["msgid"]))
    return all(
        placeholders(text) == placeholders(source)
        or (source == entry["msgid"] and placeholders(text) == plural)
        for source, text in pairs(entry)
    )


def loose_words(template: str) -> list[str]:
    """The words that a reader sees and that no translation reaches."""
    for pattern in NO_TEXT[:-1]:
        template = re.sub(pattern, "", template, flags=re.S)
    seen = [*NAMES_IN_TAGS.findall(template), re.sub(NO_TEXT[-1], " ", template)]
    return re.findall(r"[^\W\d_]{2,}", " ".join(seen))


PAGES = sorted(
    str(path.relative_to(TEMPLATES))
    for path in TEMPLATES.rglob("*.*")
    if path.suffix in (".html", ".txt") and not str(path.relative_to(TEMPLATES)).startswith(UNMARKED)
)


@pytest.mark.parametrize("name", PAGES)
def test_the_words_of_a_page_are_marked(name: str) -> None:
    assert loose_words((TEMPLATES / name).read_text(encoding="utf-8")) == []


def test_a_word_without_a_mark_is_seen() -> None:
    template = '{% load i18n %}<p title="Pas op">{% translate "Bel" %} of {{ naam }}</p>{# kort #}'
    assert loose_words(template) == ["Pas", "op", "of"]


def test_there_is_a_catalogue() -> None:
    assert [path.parts[-3] for path in CATALOGUES] == ["en"]
    assert len(messages()) > 500


def test_every_message_is_translated() -> None:
    assert [entry["msgid"] for entry in messages() if not all(translations(entry).values())] == []


def test_no_translation_is_a_guess() -> None:
    """A fuzzy translation is one that gettext took from another text; nobody read it."""
    assert [entry["msgid"] for entry in messages() if "fuzzy" in entry] == []


def test_nothing_is_kept_of_texts_that_are_gone() -> None:
    assert [path for path in CATALOGUES if "\n#~" in path.read_text(encoding="utf-8")] == []


def test_a_translation_keeps_its_values() -> None:
    assert [entry["msgid"] for entry in messages() if not keeps_its_values(entry)] == []


def test_a_translation_has_a_singular_and_a_plural() -> None:
    plurals = [entry for entry in messages() if "msgid_plural" in entry]
    assert [
        entry["msgid"] for entry in plurals if set(translations(entry)) != {"msgstr[0]", "msgstr[1]"}
    ] == []


@pytest.mark.parametrize(
    ("source", "translation", "good"),
    [
        ("Bel %(nummer)s", "Call %(nummer)s", True),
        ("Bel %(nummer)s", "Call %(number)s", False),
        ("Bel %(nummer)s", "Call us", False),
        ("Het contrast is %(is).1f", "The contrast is %(is).2f", False),
        ("Niet: %s", "Not: %s, %s", False),
        ("<p>Let op</p>", "<p>Please note", False),
    ],
)
def test_the_reader_sees_a_lost_value(source: str, translation: str, good: bool) -> None:
    assert keeps_its_values({"msgid": source, "msgstr": translation}) is good
