"""What the checks found, in the words of the redacteur: for the edit screen and for the reports."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from eloket.producten.redactie.engels import EngelsTaak
from eloket.producten.redactie.hulp import Hulp
from eloket.producten.redactie.leesbaarheid import Bevinding, Niveau, Oordeel, Soort
from eloket.producten.redactie.poort import Gat
from eloket.producten.volwassenheid import Volwassenheid

ZIN_LANG = 160  # characters of a sentence that are shown


@dataclass(frozen=True, slots=True)
class Punt:
    """One thing to do. `anker`: the id of its field on the screen, or ""; `details`: what to look at."""

    tekst: str
    anker: str = ""
    details: Sequence[str] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class Groep:
    """Points of one kind. `toon`: "warning" when something is to be done, "info" when it is a hint."""

    titel: str
    toon: str
    punten: Sequence[Punt]


def write_gaten(gaten: Sequence[Gat], ankers: Mapping[str, str], *, live: bool) -> Groep:
    """What is missing; before the first publication it stands in the way, after that it is a warning."""
    title = _("Dit ontbreekt op de site") if live else _("Dit ontbreekt nog voor het op de site kan")
    return Groep(title, "warning", [Punt(gat.zin, ankers.get(gat.veld, "")) for gat in gaten])


def write_hulp(hulp: Hulp, ankers: Mapping[str, str]) -> list[Groep]:
    """Everything beside the gaps, only what there is."""
    groups = [
        Groep(_("Dode links"), "warning", list(_links(hulp, ankers))),
        Groep(_("Namen die niet meer in de landelijke lijst staan"), "warning", list(_names(hulp, ankers))),
        Groep(_("Controledatum"), "warning", list(_review(hulp, ankers))),
        Groep(_("Engels"), "warning" if hulp.engels_te_laat else "info", list(_english(hulp))),
        Groep(_("Leesbaarheid"), "info", list(_readability(hulp, ankers))),
    ]
    return [group for group in groups if group.punten]


def _links(hulp: Hulp, ankers: Mapping[str, str]) -> Iterator[Punt]:
    for dead in hulp.dode_links:
        name = dead.link.tekst or dead.link.doel
        yield Punt(f"{dead.link.label}: “{name}”. {dead.uitleg}", ankers.get(dead.link.veld, ""))


def _names(hulp: Hulp, ankers: Mapping[str, str]) -> Iterator[Punt]:
    for upn in hulp.vervallen:
        text = _("“%(naam)s” is vervallen. Kies een andere naam; de oude kan weg als de nieuwe er staat.")
        yield Punt(text % {"naam": upn.naam}, ankers.get("upns", ""))


def _review(hulp: Hulp, ankers: Mapping[str, str]) -> Iterator[Punt]:
    if hulp.herzien_op is not None:
        text = _("Kijk dit product opnieuw na; dat zou op %(dag)s gebeuren. Kies daarna een nieuwe dag.")
        yield Punt(text % {"dag": date_format(hulp.herzien_op)}, ankers.get("herzien_op", ""))


def _english(hulp: Hulp) -> Iterator[Punt]:
    if hulp.engels is not None:
        yield Punt(say_engels(hulp.engels, late=hulp.engels_te_laat))


def say_engels(taak: EngelsTaak, *, late: bool) -> str:
    """What to do about the English text, and before which day."""
    what = (
        _("Vertaal ook de rest van dit product: in het Engels ontbreken antwoorden.")
        if taak.velden
        else _("Maak een Engelse pagina van dit product. Europese regels vragen daarom (SDG).")
    )
    if taak.voor is None:
        return what + " " + _("Doe dat binnen 30 dagen nadat het op de site staat.")
    when = _("Dat moest klaar zijn op %(dag)s.") if late else _("Doe dat uiterlijk op %(dag)s.")
    return what + " " + when % {"dag": date_format(taak.voor)}


def _readability(hulp: Hulp, ankers: Mapping[str, str]) -> Iterator[Punt]:
    for blok in hulp.blokken:
        if not blok.is_plain:
            details = [say_bevinding(found) for found in blok.oordeel.bevindingen]
            text = f"{blok.tekst.label} ({say_niveau(blok.oordeel)})"
            yield Punt(text, ankers.get(blok.tekst.veld, ""), details)


def say_niveau(oordeel: Oordeel) -> str:
    """The estimate in words."""
    match oordeel.niveau:
        case Niveau.B1:
            return _("goed te lezen, B1")
        case Niveau.B2:
            return _("wat moeilijk, B2")
        case Niveau.C1:
            return _("moeilijk, C1")
        case Niveau.ONBEKEND:
            return _("kort")


def say_bevinding(found: Bevinding) -> str:
    """One finding with its sentence."""
    values = {
        "zin": Truncator(found.zin).chars(ZIN_LANG),
        "woord": found.woord,
        "beter": found.beter,
        "aantal": found.woorden,
    }
    match found.soort:
        case Soort.LANG:
            return _("Lange zin (%(aantal)d woorden), maak er twee van: “%(zin)s”") % values
        case Soort.JARGON:
            return _("Moeilijk woord “%(woord)s”, schrijf liever: %(beter)s. In: “%(zin)s”") % values
        case Soort.LIJDEND:
            return _("Schrijf wie het doet: “%(zin)s”") % values


def say_volwassenheid(niveau: Volwassenheid) -> str:
    """How far a product has come, in words."""
    return {
        Volwassenheid.INFORMATIE: _("iemand leest hier hoe het gaat"),
        Volwassenheid.AANVRAAG: _("iemand vraagt het hier online aan"),
        Volwassenheid.UITGIFTE: _("iemand krijgt het hier ook online"),
    }[niveau]
