"""A product at a glance: cost, term and ways to get it, each in a few words."""

from collections.abc import Iterable, Sequence

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from eloket.betalingen.services import Tariefregel
from eloket.lib.geld import euro
from eloket.website.services import Rij


def kosten_kort(soort: str, namelijk: str, tarieven: Sequence[Tariefregel]) -> str:
    """The cost in a few words, "" for no answer. The first row is what most people pay."""
    match soort:
        case "gratis":
            return _("Gratis")
        case "elders":
            return _("Een andere organisatie bepaalt wat het kost")
        case "verschilt":
            return _("Verschilt: %(namelijk)s") % {"namelijk": namelijk} if namelijk else _("Verschilt")
        case "tarief" if tarieven:
            first = bedrag(tarieven[0])
            return first if len(tarieven) == 1 else _("Meestal %(bedrag)s") % {"bedrag": first}
        case _other:
            return ""


def bedrag(regel: Tariefregel) -> str:
    """What a row costs, in words; an amount that is not known is not "gratis"."""
    if regel.bedrag is None:
        return _("nog niet bekend")
    return euro(regel.bedrag) if regel.bedrag else _("gratis")


def bedrag_straks(regel: Tariefregel) -> str:
    """The next amount with its day, or the day on which the row ends; "" when nothing is known."""
    if regel.straks is None or regel.straks_vanaf is None:
        dag = date_format(regel.tot, "DATE_FORMAT") if regel.tot else ""
        return _("vervalt op %(dag)s") % {"dag": dag} if dag else ""
    return _("%(bedrag)s vanaf %(dag)s") % {
        "bedrag": euro(regel.straks),
        "dag": date_format(regel.straks_vanaf, "DATE_FORMAT"),
    }


def tarieventabel(tarieven: Sequence[Tariefregel]) -> list[list[str]]:
    """The rows of the table of amounts: what for, amount, and the next amount where any is known."""
    coming = [bedrag_straks(regel) for regel in tarieven]
    return [
        [regel.naam, bedrag(regel), *([straks] if any(coming) else [])]
        for regel, straks in zip(tarieven, coming, strict=True)
    ]


def termijn_kort(aantal: int | None, eenheid: str) -> str:
    """The term in a few words, "" when the redacteur gave none."""
    match eenheid:
        case "direct":
            return _("U krijgt het direct")
        case "geen":
            return _("Er is geen vaste termijn")
        case "werkdagen":
            text = ngettext("Binnen %(n)d werkdag", "Binnen %(n)d werkdagen", aantal or 0)
        case "dagen":
            text = ngettext("Binnen %(n)d dag", "Binnen %(n)d dagen", aantal or 0)
        case "weken":
            text = ngettext("Binnen %(n)d week", "Binnen %(n)d weken", aantal or 0)
        case "maanden":
            text = ngettext("Binnen %(n)d maand", "Binnen %(n)d maanden", aantal or 0)
        case _other:
            return ""
    return text % {"n": aantal or 0}


def adres_href(kanaal: str, adres: str) -> str:
    """The own address of a channel as a link, "" where a browser has nothing to follow.

    `kanaal`: a value of Kanaal.
    """
    if adres.startswith(("https://", "http://")):
        return adres
    if "@" in adres and " " not in adres:
        return f"mailto:{adres}"
    if kanaal == "telefoon" and adres:
        return "tel:" + "".join(sign for sign in adres if sign.isdigit() or sign == "+")
    return ""


def glance(*, kosten: str, termijn: str, kanalen: Sequence[str]) -> list[Rij]:
    """The rows of the box at the top; what is not filled in is left out."""
    rows = [
        Rij(_("Kosten"), kosten),
        Rij(_("Hoe lang duurt het?"), termijn),
        Rij(_("Hoe regelt u het?"), join_words(kanalen)),
    ]
    return [row for row in rows if row.value]


def join_words(words: Iterable[str]) -> str:
    """ "Online, telefonisch of aan de balie"."""
    *first, last = [word if nr == 0 else word[:1].lower() + word[1:] for nr, word in enumerate(words)] or [""]
    return _("%(eerste)s of %(laatste)s") % {"eerste": ", ".join(first), "laatste": last} if first else last
