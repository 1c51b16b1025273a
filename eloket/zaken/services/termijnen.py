"""Why a date of a zaak is that date."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language

from eloket.lib.tekst import Tekst, in_language
from eloket.zaken.backends.base import Besluit, Uitstel, Verzoek, Zaak
from eloket.zaken.termijnen import (
    InvalidDuur,
    Regel,
    Stap,
    Termijn,
    Zaaktermijnen,
    compute_bezwaartermijn,
    compute_zaaktermijnen,
    explain,
    extend_for_storing,
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


@dataclass(frozen=True, slots=True)
class Datums:
    """The dates of a zaak as they are today. `staat_stil`: they move on as long as the clock stands still."""

    gepland: date | None
    uiterlijk: date | None
    staat_stil: bool


HERSTEL_ARTIKEL = "Awb 4:5"
GEEN_UITLEG = Zaakuitleg(uiterlijk=None, gepland=None)


def explain_zaak(zaak: Zaak, *, vandaag: date) -> Zaakuitleg:
    """The steps to both dates. A date of the register that the rules do not lead to says so, and holds."""
    termijnen = _compute(zaak, vandaag)
    return Zaakuitleg(
        uiterlijk=_explain(termijnen.uiterlijk, zaak.uiterlijke_einddatum_afdoening, zaak),
        gepland=_explain(termijnen.gepland, zaak.einddatum_gepland, zaak),
    )


def explain_bezwaar(besluit: Besluit) -> Uitleg | None:
    """Up to which day somebody can object, and why; None when they cannot, or not yet."""
    kept = besluit.uiterlijke_reactiedatum
    if besluit.verzenddatum is None or kept is None:
        return None
    termijn = _extend(compute_bezwaartermijn(besluit.verzenddatum), besluit.uitstel)
    return Uitleg(kept, _to_steps(termijn, kept), staat_stil=False)


def last_day_for_bezwaar(bekendgemaakt_op: date) -> date:
    """Up to which day somebody can object to a besluit that was made known on that day. Awb art. 6:7."""
    return compute_bezwaartermijn(bekendgemaakt_op).einddatum


def explain_hersteltermijn(verzoek: Verzoek) -> Uitleg | None:
    """Up to which day somebody can answer, when an outage moved that day; None when none did."""
    if not verzoek.uitstel:
        return None
    was = verzoek.uitstel[0].van
    asked = Stap(Regel.HERSTELTERMIJN, verzoek.gevraagd_op, was, HERSTEL_ARTIKEL)
    termijn = _extend(Termijn(verzoek.gevraagd_op, was, (asked,)), verzoek.uitstel)
    return Uitleg(verzoek.hersteltermijn, _to_steps(termijn, verzoek.hersteltermijn), staat_stil=False)


def get_datums(zaak: Zaak, *, vandaag: date) -> Datums:
    """The dates to show today: those of the register, or counted up to today while the clock stands still."""
    if not zaak.is_opgeschort:
        return Datums(zaak.einddatum_gepland, zaak.uiterlijke_einddatum_afdoening, staat_stil=False)
    uitleg = explain_zaak(zaak, vandaag=vandaag)
    known = [each for each in (uitleg.gepland, uitleg.uiterlijk) if each]
    return Datums(
        gepland=uitleg.gepland.einddatum if uitleg.gepland else None,
        uiterlijk=uitleg.uiterlijk.einddatum if uitleg.uiterlijk else None,
        staat_stil=any(each.staat_stil for each in known),
    )


def _extend(termijn: Termijn, uitstel: Iterable[Uitstel]) -> Termijn:
    for each in uitstel:
        termijn = extend_for_storing(termijn, eerste=each.eerste, laatste=each.laatste)
    return termijn


def _compute(zaak: Zaak, vandaag: date) -> Zaaktermijnen:
    try:
        return compute_zaaktermijnen(
            zaak.startdatum,
            servicenorm=zaak.zaaktype.servicenorm,
            doorlooptijd=zaak.zaaktype.doorlooptijd,
            vandaag=vandaag,
            vanaf=zaak.termijn_vanaf,
            bron=zaak.zaaktype.termijnbron,
            atw=zaak.zaaktype.atw_van_toepassing,
            grondslag=zaak.zaaktype.grondslag,
            opschortingen=zaak.opschortingen,
            verlengingen=zaak.verlengingen,
            hersteltermijn=zaak.hersteltermijn,
        )
    except InvalidDuur:  # another register may know terms that we cannot count with
        return Zaaktermijnen(gepland=None, uiterlijk=None)


def _explain(termijn: Termijn | None, kept: date | None, zaak: Zaak) -> Uitleg | None:
    """`kept` is the date that the register has. While a zaak is opgeschort it lags behind, rightly."""
    if kept is None:
        return None
    lags = termijn is not None and zaak.is_opgeschort and bool(zaak.opschortingen)
    einddatum = termijn.einddatum if termijn and lags else kept
    return Uitleg(einddatum, _to_steps(termijn, einddatum), _stands_still(termijn, zaak))


def _stands_still(termijn: Termijn | None, zaak: Zaak) -> bool:
    """A register that keeps no days says only that the clock stands still."""
    if termijn is None or not zaak.opschortingen:
        return zaak.is_opgeschort
    return termijn.staat_stil


def _to_steps(termijn: Termijn | None, einddatum: date) -> tuple[Uitlegstap, ...]:
    """The steps to the date that is shown: a date that they do not lead to is a last step of its own."""
    steps = termijn.stappen if termijn else ()
    found = termijn.einddatum if termijn else einddatum
    if termijn is None or found != einddatum:
        steps = (*steps, Stap(Regel.REGISTER, found, einddatum))
    return tuple(_to_words(stap) for stap in steps)


def _to_words(stap: Stap) -> Uitlegstap:
    return Uitlegstap(explain(stap), stap.artikel, in_language(stap.feit, "", get_language() or "nl"))
