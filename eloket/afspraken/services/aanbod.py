"""What one can make an afspraak for."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language

from eloket.afspraken.models import Afspraaksoort
from eloket.lib.tekst import in_language
from eloket.website.services import per_versie


@dataclass(frozen=True, slots=True)
class Afspraakaanbod:
    """A kind of afspraak that a page can offer. `minuten` is how long one visit takes."""

    id: int
    code: str
    naam: str
    minuten: int
    meenemen: str
    url: str


def list_afspraaksoorten(soort_ids: Sequence[int], *, taal: str | None = None) -> list[Afspraakaanbod]:
    """These kinds, in the order asked. One query at most.

    `taal`: a code of LANGUAGES for the words, by default the active language. Unknown ids are left out.
    """
    if not soort_ids:
        return []
    language = taal or get_language() or settings.LANGUAGE_CODE
    found = _read_soorten()
    return [_to_aanbod(found[pk], taal=language) for pk in soort_ids if pk in found]


def find_afspraaksoort(code: str) -> Afspraakaanbod | None:
    """The kind with this code, in the active language; None when it is not here. One query at most."""
    found = next((soort for soort in _read_soorten().values() if soort.code == code), None)
    return _to_aanbod(found, taal=get_language() or settings.LANGUAGE_CODE) if found else None


def list_codes() -> list[tuple[str, str]]:
    """Each kind as its code and its Dutch name, by name."""
    return sorted(((soort.code, soort.naam) for soort in _read_soorten().values()), key=lambda pair: pair[1])


@per_versie
def _read_soorten() -> dict[int, Afspraaksoort]:
    return Afspraaksoort.objects.in_bulk()


def ensure_afspraaksoort(*, code: str, **values: object) -> None:
    """A kind with this code, where it is not there yet; `values` are its other fields."""
    Afspraaksoort.objects.get_or_create(code=code, defaults=values)


def _to_aanbod(soort: Afspraaksoort, *, taal: str) -> Afspraakaanbod:
    return Afspraakaanbod(
        id=soort.pk,
        code=soort.code,
        naam=in_language(soort.naam, soort.naam_en, taal),
        minuten=soort.minuten,
        meenemen=in_language(soort.meenemen, soort.meenemen_en, taal),
        url=f"{reverse('afspraken:start')}?soort={soort.code}",
    )
