"""The rule about an answer: only with one of these does the counter decide by itself."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from eloket.uitgifte.beslisregels.basis import (
    Beslisregel,
    Feiten,
    Instelling,
    Uitslag,
    Zin,
    in_two_languages,
)


class AntwoordIs(Beslisregel):
    """What the answer means for people, a redacteur says: "De vergunning is voor een bewoner"."""

    naam = "antwoord_is"
    label = _("Een vraag is zo beantwoord")
    instellingen = (
        Instelling(
            "vraag", _("Welke vraag?"), _("De sleutel van de vraag in het formulier, zoals voor-wie.")
        ),
        Instelling(
            "antwoorden",
            _("Welke antwoorden zijn goed?"),
            _("Zoals het formulier ze bewaart, met een komma ertussen. Bijvoorbeeld: bewoner."),
        ),
        Instelling(
            "uitleg_nl",
            _("Wat betekent dat?"),
            _("Een hele zin voor de aanvrager, zoals: De vergunning is voor een bewoner."),
        ),
        Instelling("uitleg_en", _("Wat betekent dat? (Engels)"), _("Dezelfde zin."), verplicht=False),
    )

    def describe(self, instellingen: Mapping[str, Any]) -> Zin:
        dutch = str(instellingen["uitleg_nl"])
        return Zin(dutch, str(instellingen.get("uitleg_en") or dutch))

    def judge(self, feiten: Feiten, instellingen: Mapping[str, Any]) -> tuple[Uitslag, Zin]:
        good = {part.strip() for part in str(instellingen["antwoorden"]).split(",") if part.strip()}
        given = feiten.antwoorden.get(str(instellingen["vraag"]))
        if given is not None and str(given.waarde) in good:
            return Uitslag.GOED, self.describe(instellingen)
        words = in_two_languages(_("Uw antwoord vraagt om een medewerker die meekijkt. De regel is:"))
        rule = self.describe(instellingen)
        found = Uitslag.ONBEKEND if given is None else Uitslag.TWIJFEL
        return found, Zin(f"{words.nl} {rule.nl}", f"{words.en} {rule.en}")
