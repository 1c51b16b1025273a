"""What stands on a product beside its own words: forms, amounts, afspraken, shared texts, links.

The page, the feeds and the desk all show these, and read them here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.timezone import get_default_timezone
from django.utils.translation import override

from eloket.afspraken.services import Afspraakaanbod, list_afspraaksoorten
from eloket.betalingen.services import Tariefregel, list_tarieven
from eloket.formulieren.services import Aanbod, list_aanbod
from eloket.lib.tekst import in_language
from eloket.producten.models.verwijzingen import Naam, Verwijzingen, read_verwijzingen
from eloket.website.services import Link, get_paginaboom

ProductPage = Any  # the model itself imports this file


@dataclass(frozen=True)
class Onderdelen:
    """The parts of one product in its own language. `teksten`: plek to the shared texts below it, as the
    database holds them.
    """

    upns: Sequence[Naam] = ()
    formulieren: Sequence[Aanbod] = ()
    tarieven: Sequence[Tariefregel] = ()
    afspraken: Sequence[Afspraakaanbod] = ()
    teksten: Mapping[str, Sequence[str]] = field(default_factory=dict)
    verwant: Sequence[Link] = ()
    themas: Sequence[Link] = ()


def read_onderdelen(pages: Sequence[ProductPage], *, taal: str, now: datetime) -> list[Onderdelen]:
    """The parts of each of these products, which are all in this language (a code of LANGUAGES).

    Four queries at most, however many products there are.
    """
    refs = read_verwijzingen(pages)
    today = now.astimezone(get_default_timezone()).date()
    with override(taal):
        forms = _by_id(_ids(each.formulieren for each in refs), list_aanbod)
        prices = _by_id(_ids(each.tarieven for each in refs), lambda ids: list_tarieven(ids, op=today))
        visits = _by_id(_ids(each.afspraaksoorten for each in refs), list_afspraaksoorten)
        keys = {key for each in refs for key in (*each.verwant, *each.themas)}
        links = get_paginaboom().links(keys, locale_id=pages[0].locale_id, now=now) if keys else {}
        return [
            Onderdelen(
                upns=each.upns,
                formulieren=_pick(each.formulieren, forms),
                tarieven=_pick(each.tarieven, prices),
                afspraken=_pick(each.afspraaksoorten, visits),
                teksten=_teksten(each, taal=taal),
                verwant=_pick(each.verwant, links),
                themas=sorted(_pick(each.themas, links), key=lambda link: link.title),
            )
            for each in refs
        ]


def _ids(lists: Iterable[Sequence[int]]) -> list[int]:
    return list(dict.fromkeys(pk for each in lists for pk in each))


def _by_id(ids: list[int], ask: Any) -> dict[int, Any]:
    """What a room says of these ids; it leaves out what it does not offer."""
    return {each.id: each for each in ask(ids)} if ids else {}


def _pick(keys: Sequence[Any], found: Mapping[Any, Any]) -> list[Any]:
    return [found[key] for key in keys if key in found]


def _teksten(refs: Verwijzingen, *, taal: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for part in refs.teksten:
        found.setdefault(part.plek, []).append(in_language(part.tekst, part.tekst_en, taal))
    return found
