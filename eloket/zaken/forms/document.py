"""Adding a document to a zaak."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from eloket.bestanden.services import Grenzen
from eloket.zaken.forms.handeling import Deel, HandelingForm, Voorbeeld


class DocumentForm(HandelingForm):
    id = forms.UUIDField(widget=forms.HiddenInput)
    bestand = forms.FileField(label=gettext_lazy("Bestand"))
    titel = forms.CharField(
        label=gettext_lazy("Naam van het document"),
        required=False,
        max_length=100,
        help_text=gettext_lazy("Laat leeg om de naam van het bestand te houden."),
    )
    informatieobjecttype = forms.ChoiceField(label=gettext_lazy("Soort document"), required=False)
    tonen = forms.BooleanField(
        label=gettext_lazy("Tonen aan de inwoner"),
        required=False,
        help_text=gettext_lazy("Staat dit uit, dan zien alleen collega's het."),
    )

    verborgen = ("stand", "id")

    def first_values(self) -> dict[str, Any]:
        return {"id": uuid4()}

    def prepare(self) -> None:
        grenzen = Grenzen()
        hint = _("%(soorten)s, ten hoogste %(mb)s MB.") % {"soorten": grenzen.namen, "mb": grenzen.mb}
        self.fields["bestand"].help_text = hint[:1].upper() + hint[1:]
        self.fields["bestand"].widget.attrs["accept"] = grenzen.accept
        soorten = [(name, self._name(name)) for name in self.dossier.informatieobjecttypen]
        self.set_choices("informatieobjecttype", [("", _("Niet genoemd")), *soorten])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("tonen") and data.get("informatieobjecttype") in self.dossier.intern:
            told = _("Dit soort document is intern: de inwoner ziet het nooit. Kies een andere soort.")
            self.add_error("tonen", told)
        return data

    def preview(self) -> Voorbeeld:
        """A box that is off says so first: that is what most people want to know."""
        seen = bool(self["tonen"].value())
        told = _("De inwoner kan dit document bekijken.") if seen else _("De inwoner ziet dit document niet.")
        return Voorbeeld(
            told if not seen else _("Documenten"),
            (
                (
                    Deel(told),
                    Deel(self.text("titel"), _("Naam"), "titel"),
                    Deel(self.text("informatieobjecttype"), _("Soort document"), "informatieobjecttype"),
                )
                if seen
                else ()
            ),
            _("In Mijn zaken, bij deze zaak, als u “Tonen aan de inwoner” aanzet."),
        )

    def _name(self, soort: str) -> str:
        return _("%s (intern)") % soort if soort in self.dossier.intern else soort
