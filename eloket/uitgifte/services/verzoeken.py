"""What is asked of the counter: kept with the sending of an aanvraag, until it is decided."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction

from eloket.lib.partij import Partij, identifies, to_dict
from eloket.lib.tekst import Tekst
from eloket.outbox.services import enqueue
from eloket.uitgifte.beslisregels import Antwoord, Zin
from eloket.uitgifte.models import Beslissing, Levering, Productsoort

HANDLER = "uitgifte.decide"


@dataclass(frozen=True, slots=True)
class Productverzoek:
    """An aanvraag that may lead to a product. `formulier`: the slug of its form.

    `op`: the day on which the gemeente got it. `niveau`: of the login. `is_zeker`: somebody vouched
    for who the aanvrager is. `mens_gevraagd`: they want an employee to decide (AVG art. 22).
    """

    aanvraag: str
    formulier: str
    antwoorden: Mapping[str, Antwoord] = field(repr=False)
    aanvrager: Partij | None
    op: date
    naam: str = field(default="", repr=False)
    email: str = field(default="", repr=False)
    niveau: int = 0
    taal: str = "nl"
    is_zeker: bool = True
    mens_gevraagd: bool = False


@dataclass(frozen=True, slots=True)
class Beslisuitleg:
    """How the counter decides about a form by itself: what it looks at, each with its article."""

    naam: Tekst
    regels: tuple[tuple[Zin, str], ...]


def explain_beslissen(formulier: str) -> Beslisuitleg | None:
    """What somebody must know before they send it; None when only people decide about this. One query."""
    soort = find_soort(formulier)
    if soort is None or soort.levering != Levering.DIRECT:
        return None
    rules = tuple((each.regel.describe(each.instellingen), each.artikel) for each in soort.regels)
    return Beslisuitleg(soort.titel, rules)


def open_verzoek(verzoek: Productverzoek, *, now: datetime) -> bool:
    """Keep what is asked, in the transaction that sends the aanvraag; False when its form leads to nothing.

    Of the answers only those that the soort asks for.
    """
    soort = find_soort(verzoek.formulier)
    if soort is None:
        return False
    wie = verzoek.aanvrager
    Beslissing.objects.get_or_create(
        aanvraag=verzoek.aanvraag,
        defaults={
            "soort": soort,
            "mens_gevraagd": verzoek.mens_gevraagd,
            "houder": to_dict(wie) if wie is not None and identifies(wie) else None,
            "gegevens": _to_gegevens(verzoek, soort),
            "gemaakt": now,
        },
    )
    return True


def release_verzoek(aanvraag: str, *, zaak: str, now: datetime, not_before: datetime | None = None) -> None:
    """The zaak is in the register: what is asked can be decided. In the transaction that notes the zaak.

    The row of work finishes what a crash cuts off; `not_before` gives whoever sent it time to do it at once.
    """
    with transaction.atomic():
        found = Beslissing.objects.filter(aanvraag=aanvraag, zaak="")
        if found.update(zaak=zaak):
            enqueue(
                handler=HANDLER,
                ids={"aanvraag": aanvraag},
                key=f"{HANDLER}:{aanvraag}",
                now=now,
                not_before=not_before,
            )


def find_soort(formulier: str) -> Productsoort | None:
    """The soort to which this form leads; of two the first by name."""
    return Productsoort.objects.filter(formulier=formulier, actief=True).first() if formulier else None


def read_antwoorden(gegevens: Mapping[str, Any]) -> dict[str, Antwoord]:
    return {name: Antwoord(*pair) for name, pair in gegevens["antwoorden"].items()}


def _to_gegevens(verzoek: Productverzoek, soort: Productsoort) -> dict[str, Any]:
    given, asked = verzoek.antwoorden, soort.vragen
    return {
        "antwoorden": {name: [given[name].waarde, given[name].tekst] for name in asked if name in given},
        "naam": verzoek.naam,
        "taal": verzoek.taal,
        "op": verzoek.op.isoformat(),
        "niveau": verzoek.niveau,
        "email": verzoek.email,
        "is_zeker": verzoek.is_zeker,
    }
