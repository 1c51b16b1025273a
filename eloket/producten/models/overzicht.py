"""A product at a glance: cost, term and ways to get it, each in a few words."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from eloket.website.services import Rij


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
