"""A plain page of Samira de redacteur, with every kind of block."""

import json

import pytest
from django.test import Client
from wagtail.blocks import StructBlockValidationError
from wagtail.models import Site

from eloket.website.blocks import LinkBlock
from tests.website.factories import make_page

BODY = [
    {"type": "kop", "value": "Wat u moet weten"},
    {"type": "tekst", "value": "<p>Neem <b>mee</b>:</p><ul><li>Uw paspoort</li></ul>"},
    {"type": "melding", "value": {"toon": "warning", "titel": "Let op", "tekst": "<p>Kom op tijd.</p>"}},
    {"type": "uitklap", "value": {"titel": "Wat kost het?", "tekst": "<p>Niets.</p>"}},
    {
        "type": "links",
        "value": {
            "titel": "Meer",
            "links": [
                {
                    "titel": "Overheid",
                    "pagina": None,
                    "adres": "https://example.org/",
                    "tekst": "Uitleg",
                }
            ],
        },
    },
    {"type": "contact", "value": None},
    {"type": "contactregel", "value": None},
]


@pytest.mark.kern
def test_every_block_shows(client: Client, site: Site) -> None:
    make_page(site, "contact", samenvatting="Wij helpen u graag.", body=json.dumps(BODY))
    page = client.get("/contact/").content.decode()
    for text in (
        '<h2 class="nl-heading nl-heading--level-2">Wat u moet weten</h2>',
        "<li>Uw paspoort</li>",
        "utrecht-alert--warning",
        "<summary>Wat kost het?</summary>",
        '<a class="eloket-links__link" href="https://example.org/">Overheid</a>',
        "<dt>Telefoon</dt>",
        '<p>Bel <a class="nl-link" href="tel:140999">14 0999</a> of mail naar',
        '<meta name="description" content="Wij helpen u graag.">',
    ):
        assert text in page


def test_a_link_needs_one_target_and_words() -> None:
    block = LinkBlock()
    for value in (
        {"titel": "Leeg", "pagina": None, "adres": "", "tekst": ""},
        {"titel": "", "pagina": None, "adres": "https://example.org/", "tekst": ""},
    ):
        with pytest.raises(StructBlockValidationError):
            block.clean(block.to_python(value))
