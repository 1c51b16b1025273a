"""Which forms can be started, for the pages that offer them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from eloket.accounts.services import asks_login
from eloket.formulieren.definitie import Tekst, Waarvoor
from eloket.formulieren.models import Formulier
from eloket.website.services import per_versie


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
    found = _read_published()
    return [_to_aanbod(found[pk]) for pk in formulier_ids if pk in found]


def list_gepubliceerd() -> dict[int, Aanbod]:
    """Every published form by its id, by title, in the active language. One query at most."""
    found = sorted(_read_published().values(), key=lambda each: (each.titel_nl, each.pk))
    return {formulier.pk: _to_aanbod(formulier) for formulier in found}


def find_voor() -> dict[Waarvoor, Aanbod]:
    """The published form for each thing that one can do with a zaak, where there is one. One query at most.

    Of two forms the one that asks for a login: who comes from a zaak has logged in.
    """
    forms = sorted(_read_published().values(), key=lambda each: (asks_login(each.niveau), -each.pk))
    return {Waarvoor(each.waarvoor): _to_aanbod(each) for each in forms if each.waarvoor}


def get_tarief_id(formulier_id: int) -> int | None:
    """The row of the tarieventabel that this published form costs. One query at most."""
    found = _read_published().get(formulier_id)
    return found.tarief_id if found else None


@per_versie
def _read_published() -> dict[int, Formulier]:
    """Every form that can be started, by id, without its steps."""
    fields = ("slug", "titel_nl", "titel_en", "niveau", "tarief_id", "waarvoor")
    return {each.pk: each for each in Formulier.objects.filter(live=True).only(*fields)}


def _to_aanbod(formulier: Formulier) -> Aanbod:
    return Aanbod(
        id=formulier.pk,
        slug=formulier.slug,
        titel=str(Tekst(formulier.titel_nl, formulier.titel_en)),
        url=reverse("formulieren:start", kwargs={"slug": formulier.slug}),
        niveau=formulier.niveau,
        online=True,
    )
