"""Fill the demo up to a thousand products, as a large gemeente has them."""

import random
from itertools import product
from typing import Any

AANTAL = 1000
LANG = ("wat", "voor_wie", "bewijs", "hoe", "kosten", "termijn")
VAN = "afval auto bedrijf boom bouw dak evenement fiets geluid grond haven hond huis jeugd kamer kelder"
WAT = "aanvraag bijdrage controle formulier kaart melding ontheffing register subsidie vergunning"
WAAR = "binnenstad buitengebied centrum haven industrieterrein polder wijk"


def fill() -> None:
    """Products with the running text of the demo's own, live and in the index of the database."""
    from django.db import transaction
    from wagtail.search.backends import get_search_backend

    from eloket.producten.models import ProductIndexPage, ProductPage
    from eloket.website.services import bump_version

    own = list(ProductPage.objects.filter(locale__language_code="nl").order_by("path"))
    parent = ProductIndexPage.objects.get(locale__language_code="nl")
    chance = random.Random(1)
    names = [f"{van}{wat} {waar}" for van, wat, waar in product(VAN.split(), WAT.split(), WAAR.split())]
    chance.shuffle(names)
    with transaction.atomic():
        made = [_make(parent, own, name, chance) for name in names[: AANTAL - len(own)]]
        bump_version()
    get_search_backend().add_bulk(ProductPage, made)


def _make(parent: Any, own: list[Any], name: str, chance: random.Random) -> Any:
    """One product that borrows its texts from two others."""
    from eloket.producten.models import ProductPage

    text, words = chance.choice(own), chance.choice(own)
    page = ProductPage(
        title=name.capitalize(),
        slug=name.replace(" ", "-"),
        locale=parent.locale,
        samenvatting=text.samenvatting,
        synoniemen="\n".join([name.split()[0], *words.synoniemen.splitlines()[:3]]),
        vragen=words.vragen,
        **{
            field: getattr(text, field) for field in ("wat", "voor_wie", "bewijs", "hoe", "kosten", "termijn")
        },
    )
    return parent.add_child(instance=page)
