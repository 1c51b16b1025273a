"""Whether one condition or one set answer fits the question that it is about."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from eloket.formulieren.definitie import Operator, Veld, Vergelijking, Voorwaarde
from eloket.formulieren.regels.plan import Soort
from eloket.formulieren.regels.vergelijken import PASSEND, lees_waarde
from eloket.formulieren.regels.woorden import OPERATOREN

ZONDER_WAARDE = {Operator.GEVULD, Operator.LEEG}
INVULBAAR = {Vergelijking.TEKST, Vergelijking.GETAL, Vergelijking.DATUM, Vergelijking.KEUZE}
# Any day will do to see whether a day can be read.
EEN_DAG = date(2026, 1, 1)


def check_voorwaarde(voorwaarde: Voorwaarde, veld: Veld, soort: Soort) -> Iterator[str]:
    """What is wrong with a comparison, in sentences."""
    vraag = veld.label.nl
    if voorwaarde.operator not in PASSEND[soort.vergelijking]:
        yield _("Zo kunt u de vraag “%(vraag)s” niet vergelijken. Kies iets anders dan “%(hoe)s”.") % {
            "vraag": vraag,
            "hoe": OPERATOREN[voorwaarde.operator],
        }
    elif voorwaarde.operator not in ZONDER_WAARDE:
        if not voorwaarde.waarden:
            yield _("Vul in met welk antwoord op “%(vraag)s” wij vergelijken.") % {"vraag": vraag}
        if len(voorwaarde.waarden) > 1 and voorwaarde.operator != Operator.EEN_VAN:
            yield _("Vergelijk “%(vraag)s” met één antwoord, of kies “is een van”.") % {"vraag": vraag}
        for waarde in voorwaarde.waarden:
            yield from check_waarde(waarde, veld, soort)


def check_waarde(waarde: str, veld: Veld, soort: Soort) -> Iterator[str]:
    """What is wrong with an answer as it stands in a rule."""
    words = {"waarde": waarde, "vraag": veld.label.nl}
    opties = soort.opties(veld)
    if opties and waarde not in {optie.waarde for optie in opties}:
        answers = ", ".join(optie.label.nl for optie in opties)
        yield _("“%(waarde)s” is geen antwoord op “%(vraag)s”. Kies uit: %(antwoorden)s.") % {
            **words,
            "antwoorden": answers,
        }
    elif lees_waarde(waarde, soort.vergelijking, EEN_DAG) is not None:
        return
    elif soort.vergelijking == Vergelijking.GETAL:
        yield _("“%(waarde)s” is geen getal. Schrijf het met cijfers, bijvoorbeeld 12.") % words
    else:
        yield _("“%(waarde)s” is geen datum. Schrijf bijvoorbeeld 1-2-2027 of vandaag+28.") % words


def check_ingevuld(waarde: str, veld: Veld, soort: Soort) -> Iterator[str]:
    """What is wrong with an answer that a rule gives."""
    if soort.vergelijking not in INVULBAAR:
        yield _("De vraag “%(vraag)s” kan alleen de invuller beantwoorden.") % {"vraag": veld.label.nl}
    elif not waarde.strip():
        yield _("Vul in welk antwoord de vraag “%(vraag)s” krijgt.") % {"vraag": veld.label.nl}
    else:
        yield from check_waarde(waarde, veld, soort)
