"""The forms that can lead to a product, for who sets up what the counter hands over."""

from eloket.formulieren.models import Formulier, FormulierVersie
from eloket.formulieren.velden.basis import get_veldtype
from eloket.uitgifte.services import Formulierkeuze


def list_keuzes() -> list[Formulierkeuze]:
    """Every form on the site with which one applies for something, and its questions, by title."""
    slugs = Formulier.objects.filter(live=True, waarvoor="").values_list("slug", flat=True)
    versies = filter(None, map(FormulierVersie.objects.current, slugs))
    return [_to_keuze(versie) for versie in versies]


def _to_keuze(versie: FormulierVersie) -> Formulierkeuze:
    definitie = versie.definitie
    asked = {veld.sleutel: str(veld.label) for veld in definitie.velden if get_veldtype(veld.soort).is_vraag}
    return Formulierkeuze(definitie.slug, str(definitie.titel), asked)
