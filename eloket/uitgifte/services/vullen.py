"""The claims of a new product, from what was answered and what was found."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.utils.timezone import get_default_timezone

from eloket.uitgifte.beslisregels import Antwoord
from eloket.uitgifte.claims import CLAIMTYPEN, Vorm
from eloket.uitgifte.models import Productsoort
from eloket.uitgifte.regels.bron import Bron
from eloket.uitgifte.services.verzoeken import read_antwoorden
from eloket.uitgifte.soortregel import Vulling


@dataclass(frozen=True, slots=True)
class Bekend:
    """All that can fill a claim. `zone`: where the address lies, "" when nobody knows."""

    antwoorden: Mapping[str, Antwoord]
    naam: str
    op: str
    zone: str = ""

    @classmethod
    def of(cls, gegevens: Mapping[str, Any], *, zone: str = "") -> "Bekend":
        return cls(read_antwoorden(gegevens), gegevens["naam"], gegevens["op"], zone)


def fill_claims(soort: Productsoort, bekend: Bekend) -> dict[str, object]:
    """As far as they are known; whoever hands it over checks them."""
    vormen = {veld.naam: veld.vorm for veld in CLAIMTYPEN[soort.claimtype].velden}
    return {
        each.claim: _fill(each, bekend, vormen[each.claim]) for each in soort.bronnen if each.claim in vormen
    }


def _fill(vulling: Vulling, bekend: Bekend, vorm: Vorm) -> object:
    given = [bekend.antwoorden.get(vraag) for vraag in vulling.vragen]
    match vulling.bron:
        case Bron.VRAAG:
            return _answer(given[0] if given else None, vorm)
        case Bron.DAG_EN_TIJD:
            return _moment(given)
        case Bron.ZONE:
            return bekend.zone
        case Bron.NAAM:
            return bekend.naam
        case Bron.DAG:
            return bekend.op
        case Bron.TEKST:
            return vulling.tekst


def _answer(given: Antwoord | None, vorm: Vorm) -> object:
    """Words where a claim is words; else the value, such as a kenteken or a day."""
    if given is None:
        return ""
    return given.tekst if vorm == Vorm.TEKST else given.waarde


def _moment(given: list[Antwoord | None]) -> str:
    """ "2027-02-01" and "14:30" as a moment in the gemeente; "" when one of them is missing."""
    if len(given) != 2 or not all(given):
        return ""
    day, clock = (str(each.waarde) for each in given if each)
    moment = datetime.combine(date.fromisoformat(day), time.fromisoformat(clock), get_default_timezone())
    return moment.isoformat(timespec="minutes")


def find_begin(soort: Productsoort, gegevens: Mapping[str, Any], *, now: datetime) -> datetime:
    """From when it holds: the day that was asked, in the gemeente; now when that is not later."""
    given = read_antwoorden(gegevens).get(soort.ingangsvraag)
    if given is None or not given.waarde:
        return now
    day = date.fromisoformat(str(given.waarde))
    return max(now, datetime.combine(day, time.min, get_default_timezone()))


def find_end(soort: Productsoort, claims: Mapping[str, object]) -> datetime | None:
    """The moment that the claims tell, such as the end of an event; None: as the soort says."""
    told = str(claims.get(CLAIMTYPEN[soort.claimtype].einde) or "")
    return datetime.fromisoformat(told) if told else None
