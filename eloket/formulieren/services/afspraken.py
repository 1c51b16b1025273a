"""The afspraken that people chose in a form, made when it is sent."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from eloket.afspraken.services import (
    Aanvraaggegevens,
    NietBereikbaar,
    TeVeelAfspraken,
    TijdBezet,
    get_planner,
)
from eloket.formulieren.definitie import Definitie


class TijdVerlopen(Exception):
    """A time that was held is gone, or the agenda does not answer. `sleutel`: of which question.

    `te_veel`: it is not the time, they have as many of these afspraken as one may.
    """

    def __init__(self, sleutel: str, *, te_veel: bool = False) -> None:
        super().__init__(sleutel)
        self.sleutel = sleutel
        self.te_veel = te_veel


def confirm_afspraken(
    definitie: Definitie,
    antwoorden: Mapping[str, Any],
    *,
    aanvraag: UUID,
    gegevens: Aanvraaggegevens,
    now: datetime,
) -> dict[str, Any]:
    """The answers, with the reference of each afspraak in the place of what held its time.

    Inside the transaction that sends: either both are there, or neither is. Errors: `TijdVerlopen`.
    """
    asked = (veld.sleutel for veld in definitie.velden if veld.soort == "afspraak")
    held = {sleutel: answer for sleutel in asked if "houvast" in (answer := antwoorden.get(sleutel) or {})}
    made = {
        sleutel: {
            **{name: answer[name] for name in ("begin", "plek") if name in answer},
            "referentie": _confirm(
                sleutel, answer["houvast"], bron=uuid5(aanvraag, sleutel), gegevens=gegevens, now=now
            ),
        }
        for sleutel, answer in held.items()
    }
    return {**antwoorden, **made}


def _confirm(sleutel: str, houvast: str, *, bron: UUID, gegevens: Aanvraaggegevens, now: datetime) -> str:
    planner = get_planner()
    try:
        if planner is not None:
            return planner.confirm(houvast, bron=bron, gegevens=gegevens, now=now)
    except TeVeelAfspraken as error:
        raise TijdVerlopen(sleutel, te_veel=True) from error
    except (TijdBezet, NietBereikbaar) as error:
        raise TijdVerlopen(sleutel) from error
    raise TijdVerlopen(sleutel)
