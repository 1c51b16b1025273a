"""Why a date of a zaak is that date."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language

from eloket.lib.tekst import Tekst, in_language
from eloket.zaken.backends.base import Zaak
from eloket.zaken.termijnen import (
    InvalidDuur,
    Regel,
    Stap,
    Termijn,
    Zaaktermijnen,
    compute_zaaktermijnen,
    explain,
)


@dataclass(frozen=True, slots=True)
class Uitlegstap:
    """One step in words. `artikel` may be empty; `reden` is what an employee wrote, in Dutch."""

    woorden: str
    artikel: str
    reden: Tekst


@dataclass(frozen=True, slots=True)
class Uitleg:
    """A date and how it came about. `staat_stil`: the date moves on as long as the clock stands still."""

    einddatum: date
    stappen: tuple[Uitlegstap, ...]
    staat_stil: bool


@dataclass(frozen=True, slots=True)
class Zaakuitleg:
    """The dates of a zaak explained, in the language of the moment; None for a date that it does not have."""

    uiterlijk: Uitleg | None
    gepland: Uitleg | None


GEEN_UITLEG = Zaakuitleg(uiterlijk=None, gepland=None)


def explain_zaak(zaak: Zaak, *, vandaag: date) -> Zaakuitleg:
    """The steps to both dates. A date of the register that the rules do not lead to says so, and holds."""
    termijnen = _compute(zaak, vandaag)
    return Zaakuitleg(
        uiterlijk=_explain(termijnen.uiterlijk, zaak.uiterlijke_einddatum_afdoening),
        gepland=_explain(termijnen.gepland, zaak.einddatum_gepland),
    )


def _compute(zaak: Zaak, vandaag: date) -> Zaaktermijnen:
    try:
        return compute_zaaktermijnen(
            zaak.startdatum,
            servicenorm=zaak.zaaktype.servicenorm,
            doorlooptijd=zaak.zaaktype.doorlooptijd,
            vandaag=vandaag,
            bron=zaak.zaaktype.termijnbron,
            atw=zaak.zaaktype.atw_van_toepassing,
            grondslag=zaak.zaaktype.grondslag,
            opschortingen=zaak.opschortingen,
            verlengingen=zaak.verlengingen,
            hersteltermijn=zaak.hersteltermijn,
        )
    except InvalidDuur:  # another register may know terms that we cannot count with
        return Zaaktermijnen(gepland=None, uiterlijk=None)


def _explain(termijn: Termijn | None, kept: date | None) -> Uitleg | None:
    """`kept` is the date that the register has. While the clock stands still it lags behind, rightly."""
    if kept is None:
        return None
    steps = list(termijn.stappen) if termijn else []
    staat_stil = termijn is not None and termijn.staat_stil
    if termijn and (staat_stil or termijn.einddatum == kept):
        einddatum = termijn.einddatum
    else:
        steps.append(Stap(Regel.REGISTER, termijn.einddatum if termijn else kept, kept))
        einddatum = kept
    return Uitleg(einddatum, tuple(_to_words(stap) for stap in steps), staat_stil)


def _to_words(stap: Stap) -> Uitlegstap:
    return Uitlegstap(explain(stap), stap.artikel, in_language(stap.feit, "", get_language() or "nl"))
