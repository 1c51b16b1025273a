"""The zaak, and perhaps the besluit, that somebody fills in a form about: kept with the draft, then sent.

Looked up and checked when the form is opened (`services/betreft.py`); it holds what was true then.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from eloket.formulieren.definitie import Tekst
from eloket.website.services import Rij, SiteInfo

Json = dict[str, Any]

# A letter to the gemeente, so in Dutch whatever the page speaks; whoever sends it may change it.
INGEBREKESTELLING = """\
Aan: gemeente {gemeente}{adres}

Op {datum} kreeg u mijn aanvraag: {naam}. Het zaaknummer is {zaak}.

U moest uiterlijk op {uiterlijk} beslissen. Ik heb nog geen besluit van u gekregen.

Daarom stel ik u in gebreke. Neem binnen twee weken een besluit. Doet u dat niet, \
dan vraag ik u om de dwangsom van artikel 4:17 van de Algemene wet bestuursrecht."""


@dataclass(frozen=True, slots=True)
class Betreft:
    """`datum`: when the zaak began; `uiterlijk`: the last day of its legal term.

    `besluit`: its identificatie, "" for none; `besluit_datum`: the day of bekendmaking. `laatste_dag`: up to
    when this can be sent in time, for a bezwaar or a zienswijze. `is_open`: the zaak, when it was looked up.
    """

    zaak: str
    naam: Tekst = field(repr=False)
    datum: date
    uiterlijk: date | None = None
    besluit: str = ""
    besluit_naam: Tekst = field(default_factory=Tekst)
    besluit_datum: date | None = None
    laatste_dag: date | None = None
    is_open: bool = True


def to_dict(betreft: Betreft) -> Json:
    """Plain data, for the draft."""
    return {
        "zaak": betreft.zaak,
        "naam": [betreft.naam.nl, betreft.naam.en],
        "datum": betreft.datum.isoformat(),
        "uiterlijk": _iso(betreft.uiterlijk),
        "besluit": betreft.besluit,
        "besluit_naam": [betreft.besluit_naam.nl, betreft.besluit_naam.en],
        "besluit_datum": _iso(betreft.besluit_datum),
        "laatste_dag": _iso(betreft.laatste_dag),
        "is_open": betreft.is_open,
    }


def from_dict(data: Json | None) -> Betreft | None:
    if not data:
        return None
    return Betreft(
        zaak=data["zaak"],
        naam=Tekst(*data["naam"]),
        datum=date.fromisoformat(data["datum"]),
        uiterlijk=_day(data["uiterlijk"]),
        besluit=data["besluit"],
        besluit_naam=Tekst(*data["besluit_naam"]),
        besluit_datum=_day(data["besluit_datum"]),
        laatste_dag=_day(data["laatste_dag"]),
        is_open=data.get("is_open", True),
    )


def to_waarden(betreft: Betreft) -> dict[str, Any]:
    """Stored answers by name of BRONNEN, but for the letter; nothing for what is not known."""
    known = {
        "zaak.nummer": betreft.zaak,
        "zaak.naam": str(betreft.naam),
        "zaak.datum": _iso(betreft.datum),
        "zaak.uiterste_datum": _iso(betreft.uiterlijk),
        "besluit.kenmerk": betreft.besluit,
        "besluit.naam": str(betreft.besluit_naam),
        "besluit.datum": _iso(betreft.besluit_datum),
    }
    return {bron: value for bron, value in known.items() if value}


def write_ingebrekestelling(betreft: Betreft, gemeente: SiteInfo) -> str:
    """The letter that declares the gemeente late (Awb 4:17 lid 3), ready to send."""
    adres = _adres(gemeente)
    with override("nl"):
        return INGEBREKESTELLING.format(
            gemeente=gemeente.naam.removeprefix("Gemeente ").removeprefix("gemeente "),
            adres=f", {adres}" if adres else "",
            datum=date_format(betreft.datum, "j F Y"),
            naam=betreft.naam.nl,
            zaak=betreft.zaak,
            uiterlijk=date_format(betreft.uiterlijk, "j F Y") if betreft.uiterlijk else "",
        )


def list_betreft(betreft: Betreft | None) -> list[Rij]:
    """What it is about, for the summary, the receipt and the copy; in the active language."""
    if betreft is None:
        return []
    rows = [Rij(_("Zaak"), f"{betreft.naam} ({betreft.zaak})")]
    if betreft.besluit:
        rows.append(Rij(_("Besluit"), f"{betreft.besluit_naam} ({betreft.besluit})"))
    if betreft.besluit_datum:
        rows.append(Rij(_("Bekendgemaakt op"), date_format(betreft.besluit_datum, "j F Y")))
    if betreft.laatste_dag:
        rows.append(Rij(_("Laatste dag"), date_format(betreft.laatste_dag, "j F Y")))
    return rows


def _adres(gemeente: SiteInfo) -> str:
    """On one line: that of the first locatie, or what the settings say."""
    if not gemeente.locaties:
        return ", ".join(gemeente.adres.splitlines())
    first = gemeente.locaties[0]
    return f"{first.straat} {first.huisnummer}, {first.postcode} {first.plaats}"


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
