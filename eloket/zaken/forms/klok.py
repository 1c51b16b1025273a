"""The clock: stopping it, letting it go on, and taking more time."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from eloket.zaken.forms.handeling import Deel, HandelingForm, Voorbeeld, date_input, text_area
from eloket.zaken.services import REDEN_LENGTE
from eloket.zaken.termijnen import InvalidDuur, parse_duur
from eloket.zaken.variabelen import Tekstsoort

MORGEN = timedelta(days=1)
REDEN_HULP = gettext_lazy("De inwoner leest dit bij “Waarom deze datum?”. Schrijf kort en gewoon.")

EENHEDEN = {"W": gettext_lazy("weken"), "D": gettext_lazy("dagen"), "M": gettext_lazy("maanden")}


class OpschortForm(HandelingForm):
    reden = forms.CharField(
        label=gettext_lazy("Waarom staat de klok stil?"),
        max_length=REDEN_LENGTE,
        widget=text_area(3),
        help_text=REDEN_HULP,
    )
    van = forms.DateField(
        label=gettext_lazy("Eerste dag waarop de klok stilstaat"),
        widget=date_input(),
        help_text=gettext_lazy("Op zijn laatst morgen."),
    )

    tekstsoort = Tekstsoort.OPSCHORTING
    tekstveld = "reden"

    def first_values(self) -> dict[str, Any]:
        return {"van": self.vandaag + MORGEN}

    def values(self) -> dict[str, str]:
        return {"eerste dag": self.day("van")}

    def preview(self) -> Voorbeeld:
        return Voorbeeld(
            _("De klok staat stil"),
            (
                Deel(self.day("van"), _("Vanaf"), "van"),
                Deel(self.text("reden"), _("Waarom"), "reden"),
                Deel(_("Zolang dat duurt, wordt de datum elke dag een dag later.")),
            ),
            _("In Mijn zaken, bij de datum en bij “Waarom deze datum?”."),
        )


class HervatForm(HandelingForm):
    tot = forms.DateField(
        label=gettext_lazy("Eerste dag die weer meetelt"),
        widget=date_input(),
        help_text=gettext_lazy(
            "Op zijn laatst morgen. Vroeg u om een aanvulling, dan telt de dag van het antwoord weer mee."
        ),
    )

    def first_values(self) -> dict[str, Any]:
        stil = [each.van for each in self.zaak.opschortingen if each.tot is None]
        return {"tot": max([self.vandaag, *stil])}

    def preview(self) -> Voorbeeld:
        return Voorbeeld(
            _("Wij gaan verder met uw zaak"),
            (Deel(self.day("tot"), _("De klok loopt weer vanaf"), "tot"),),
            _("In Mijn zaken, bij “Waarom deze datum?”."),
        )


class VerlengForm(HandelingForm):
    aantal = forms.IntegerField(label=gettext_lazy("Hoeveel langer?"), min_value=1, max_value=365)
    eenheid = forms.ChoiceField(
        label=gettext_lazy("Dagen, weken of maanden?"),
        choices=list(EENHEDEN.items()),
    )
    reden = forms.CharField(
        label=gettext_lazy("Waarom hebt u meer tijd nodig?"),
        max_length=REDEN_LENGTE,
        widget=text_area(3),
        help_text=REDEN_HULP,
    )

    tekstsoort = Tekstsoort.VERLENGING
    tekstveld = "reden"

    def values(self) -> dict[str, str]:
        return {"hoeveel langer": self.longer}

    def first_values(self) -> dict[str, Any]:
        """As long as the zaaktype allows."""
        try:
            longest = parse_duur(self.zaak.zaaktype.verlengingstermijn)
        except InvalidDuur:
            return {}
        if longest.maanden:
            return {"aantal": longest.maanden, "eenheid": "M"}
        weken, rest = divmod(longest.dagen, 7)
        return {"aantal": longest.dagen, "eenheid": "D"} if rest else {"aantal": weken, "eenheid": "W"}

    @property
    def longer(self) -> str:
        return f"{self.text('aantal')} {EENHEDEN.get(self.text('eenheid'), '')}".strip()

    @property
    def duur(self) -> str:
        return f"P{self.cleaned_data['aantal']}{self.cleaned_data['eenheid']}"

    def preview(self) -> Voorbeeld:
        return Voorbeeld(
            _("Wij hebben meer tijd nodig"),
            (
                Deel(self.longer, _("Zoveel langer")),
                Deel(self.text("reden"), _("Waarom"), "reden"),
            ),
            _("In Mijn zaken, bij de datum en bij “Waarom deze datum?”."),
        )
