"""Bewaren or vernietigen, and when: what the resultaattype says once a zaak is closed."""

from dataclasses import dataclass
from datetime import date

from eloket.zaken import models
from eloket.zaken.backends.base import Archiefuitkomst, ZaakRejected
from eloket.zaken.regels import Afleidingswijze
from eloket.zaken.termijnen import compute_einddatum


@dataclass(frozen=True, slots=True)
class Archief:
    """`start` is the brondatum; None when only a person can tell it, and then there is no `actie` either."""

    nominatie: str
    start: date | None
    actie: date | None


def derive_archief(zaak: models.Zaak, soort: models.Resultaattype, einddatum: date) -> Archief:
    """What a zaak gets that ends on `einddatum` with this resultaattype.

    Errors: `ZaakRejected` when the date that the rule asks for is not there.
    """
    if not soort.archiefnominatie:
        return Archief("", None, None)
    start = _brondatum(zaak, soort, einddatum)
    actie = compute_einddatum(start, soort.archiefactietermijn) if start else None
    return Archief(soort.archiefnominatie, start, actie)


def list_uitkomsten(zaak: models.Zaak, *, op: date) -> tuple[Archiefuitkomst, ...]:
    """What each resultaattype of its zaaktype would mean, in order of name."""
    return tuple(_to_uitkomst(zaak, soort, op) for soort in zaak.zaaktype.resultaattypen.all())


def _to_uitkomst(zaak: models.Zaak, soort: models.Resultaattype, op: date) -> Archiefuitkomst:
    try:
        archief = derive_archief(zaak, soort, op)
    except ZaakRejected as error:
        return Archiefuitkomst(soort.omschrijving, soort.archiefnominatie, bezwaar="; ".join(error.reasons))
    return Archiefuitkomst(soort.omschrijving, archief.nominatie, archief.actie)


def _brondatum(zaak: models.Zaak, soort: models.Resultaattype, einddatum: date) -> date | None:
    match soort.afleidingswijze:
        case Afleidingswijze.AFGEHANDELD:
            return einddatum
        case Afleidingswijze.TERMIJN:
            return compute_einddatum(einddatum, soort.procestermijn)
        case Afleidingswijze.EIGENSCHAP:
            return _date_of_eigenschap(zaak, soort.datumkenmerk)
        case Afleidingswijze.INGANGSDATUM_BESLUIT:
            return _last_besluit(zaak, "ingangsdatum", "ingaat")
        case Afleidingswijze.VERVALDATUM_BESLUIT:
            return _last_besluit(zaak, "vervaldatum", "vervalt")
    return None


def _date_of_eigenschap(zaak: models.Zaak, naam: str) -> date:
    feit = zaak.eigenschappen.filter(naam=naam).first()
    try:
        return date.fromisoformat(feit.waarde[:10] if feit else "")
    except ValueError:
        raise ZaakRejected(
            f"dit resultaat telt de bewaartermijn vanaf de eigenschap {naam!r}, en die heeft geen datum"
        ) from None


def _last_besluit(zaak: models.Zaak, field: str, verb: str) -> date:
    dates = list(zaak.besluiten.values_list(field, flat=True))
    if not dates or None in dates:
        raise ZaakRejected(
            f"dit resultaat telt de bewaartermijn vanaf de dag waarop het besluit {verb}: leg die eerst vast"
        )
    return max(dates)
