"""Which forms can be started, for the pages that offer them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from eloket.formulieren.definitie import Tekst
from eloket.formulieren.models import Formulier


@dataclass(frozen=True, slots=True)
class Aanbod:
    """A form that a page can offer. `niveau` is the number of the betrouwbaarheidsniveau that it asks."""

    id: int
    slug: str
    titel: str
    url: str
    niveau: int
    online: bool


def list_aanbod(formulier_ids: Sequence[int]) -> list[Aanbod]:
    """The published forms among these ids, in the order asked, in the active language. One query at most."""
    if not formulier_ids:
        return []
    found = Formulier.objects.filter(pk__in=formulier_ids, live=True).in_bulk()
    return [_to_aanbod(found[pk]) for pk in formulier_ids if pk in found]


def _to_aanbod(formulier: Formulier) -> Aanbod:
    return Aanbod(
        id=formulier.pk,
        slug=formulier.slug,
        titel=str(Tekst(formulier.titel_nl, formulier.titel_en)),
        url=reverse("formulieren:start", kwargs={"slug": formulier.slug}),
        niveau=formulier.niveau,
        online=True,
    )
