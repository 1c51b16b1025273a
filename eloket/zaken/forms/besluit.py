"""Deciding, and making it known."""

from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from eloket.website.services import get_instellingen
from eloket.zaken.forms.handeling import Deel, HandelingForm, Voorbeeld, date_input, text_area
from eloket.zaken.services import BESLUIT_LENGTE, Besluit, Besluittype
from eloket.zaken.termijnen import compute_reactiedatum, parse_duur, spell_duur
from eloket.zaken.variabelen import Tekstsoort

MAAK = "maak"
BEZWAAR = gettext_lazy(
    "Bent u het niet eens met dit besluit? Dan kunt u bezwaar maken. Doe dat binnen %(termijn)s na de dag"
    " waarop wij dit besluit hebben verzonden. Stuur uw bezwaar naar het college van burgemeester en"
    " wethouders van %(gemeente)s%(adres)s, of doe het digitaal in Mijn zaken. Zet in uw bezwaar: uw naam en"
    " adres, de datum, om welk besluit het gaat (nummer %(nummer)s) en waarom u het er niet mee eens bent."
    " Onderteken het. Kunt u niet wachten op ons antwoord? Vraag dan de rechtbank om een voorlopige"
    " voorziening."
)


class BesluitForm(HandelingForm):
    id = forms.CharField(widget=forms.HiddenInput, max_length=BESLUIT_LENGTE)
    brief_id = forms.UUIDField(widget=forms.HiddenInput)
    besluittype = forms.ChoiceField(label=gettext_lazy("Welk besluit neemt u?"))
    toelichting = forms.CharField(
        label=gettext_lazy("Wat besluit u, en waarom?"),
        max_length=10_000,
        widget=text_area(10),
        help_text=gettext_lazy("Noem de regels waarop u het besluit baseert. Zet er geen BSN in."),
    )
    bezwaar = forms.CharField(
        label=gettext_lazy("Zo kan de inwoner bezwaar maken"),
        required=False,
        max_length=3000,
        widget=text_area(6),
        help_text=gettext_lazy(
            "Verplicht als bezwaar mogelijk is (Awb 3:45). Komt onder het besluit te staan."
        ),
    )
    datum = forms.DateField(label=gettext_lazy("Datum van het besluit"), widget=date_input())
    ingangsdatum = forms.DateField(label=gettext_lazy("Geldt vanaf"), widget=date_input())
    vervaldatum = forms.DateField(
        label=gettext_lazy("Geldt tot en met"),
        required=False,
        widget=date_input(),
        help_text=gettext_lazy("Laat leeg als het besluit geen einde heeft."),
    )
    brief = forms.ChoiceField(
        label=gettext_lazy("De brief"),
        required=False,
        help_text=gettext_lazy("De inwoner ziet de brief pas als u het besluit bekendmaakt."),
    )
    soort_brief = forms.ChoiceField(
        label=gettext_lazy("Soort document van de brief"),
        required=False,
        help_text=gettext_lazy("Alleen nodig als het e-loket de brief maakt."),
    )

    verborgen = ("stand", "id", "brief_id")
    tekstsoort = Tekstsoort.BESLUIT
    tekstveld = "toelichting"

    def first_values(self) -> dict[str, Any]:
        soorten = self.dossier.besluittypen
        return {
            "id": f"{self.zaak.identificatie}-B{len(self.dossier.besluiten) + 1}",
            "brief_id": uuid4(),
            "datum": self.vandaag,
            "ingangsdatum": self.vandaag,
            "besluittype": soorten[0].omschrijving.nl if soorten else "",
            "bezwaar": self._clause(soorten[0]) if soorten else "",
            "brief": MAAK,
            "soort_brief": next((n for n in self._outward() if "besluit" in n.lower()), ""),
        }

    def prepare(self) -> None:
        self.set_choices(
            "besluittype",
            [(each.omschrijving.nl, each.omschrijving.nl) for each in self.dossier.besluittypen],
        )
        known = [(each.id, each.titel) for each in self.dossier.documenten]
        self.set_choices(
            "brief",
            [(MAAK, _("Maak een brief (PDF) van deze tekst")), ("", _("Geen brief")), *known],
        )
        self.set_choices("soort_brief", [("", _("Niet genoemd")), *((n, n) for n in self._outward())])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        soort = self.find_soort(data.get("besluittype", ""))
        if soort is not None:
            self._check_bezwaar(soort, data.get("bezwaar", ""))
        ends, begins = data.get("vervaldatum"), data.get("ingangsdatum")
        if ends and begins and ends < begins:
            self.add_error("vervaldatum", _("Kies een dag na de dag waarop het besluit begint te gelden."))
        if (decided := data.get("datum")) and decided > self.vandaag:
            self.add_error("datum", _("Kies vandaag of een dag ervoor."))
        return data

    def find_soort(self, omschrijving: str) -> Besluittype | None:
        return next((s for s in self.dossier.besluittypen if s.omschrijving.nl == omschrijving), None)

    def values(self) -> dict[str, str]:
        return {
            "besluit": self.text("besluittype"),
            "datum besluit": self.day("datum"),
            "geldt vanaf": self.day("ingangsdatum"),
            "geldt tot en met": self.day("vervaldatum"),
        }

    @property
    def whole_text(self) -> str:
        """What the resident reads of the besluit: the reasons, and how to object. Once it is clean."""
        parts = (self.cleaned_data["toelichting"], self.cleaned_data["bezwaar"])
        return "\n\n".join(part.strip() for part in parts if part.strip())

    def preview(self) -> Voorbeeld:
        return Voorbeeld(
            self.text("besluittype"),
            (
                Deel(self.text("toelichting"), veld="toelichting"),
                Deel(self.text("bezwaar"), veld="bezwaar"),
                Deel(self.day("datum"), _("Besloten op"), "datum"),
                Deel(self.day("ingangsdatum"), _("Geldt vanaf"), "ingangsdatum"),
                Deel(self.day("vervaldatum"), _("Geldt tot en met"), "vervaldatum"),
            ),
            _("In de brief en in Mijn zaken, vanaf de dag waarop u het besluit bekendmaakt."),
        )

    def _outward(self) -> list[str]:
        return [name for name in self.dossier.informatieobjecttypen if name not in self.dossier.intern]

    def _clause(self, soort: Besluittype) -> str:
        if not soort.reactietermijn:
            return ""
        site = get_instellingen()
        return BEZWAAR % {
            "termijn": spell_duur(parse_duur(soort.reactietermijn)),
            "gemeente": site.naam,
            "adres": f", {', '.join(site.adres.split(chr(10)))}".replace("\r", "") if site.adres else "",
            "nummer": self.zaak.identificatie,
        }

    def _check_bezwaar(self, soort: Besluittype, words: str) -> None:
        if not soort.reactietermijn:
            if words.strip():
                self.add_error("bezwaar", _("Tegen dit besluit kan geen bezwaar. Maak dit vak leeg."))
            return
        termijn = spell_duur(parse_duur(soort.reactietermijn))
        if termijn not in words:
            told = _("Schrijf hoe bezwaar kan, en dat het binnen %s moet. Dat is de termijn bij dit besluit.")
            self.add_error("bezwaar", told % termijn)


class BekendmakenForm(HandelingForm):
    besluit = forms.ChoiceField(label=gettext_lazy("Welk besluit maakt u bekend?"))
    verzenddatum = forms.DateField(
        label=gettext_lazy("Verzenddatum"),
        widget=date_input(),
        help_text=gettext_lazy(
            "De dag waarop de brief de deur uitgaat, of die in Mijn zaken staat. Vanaf de dag erna loopt de"
            " termijn voor bezwaar."
        ),
    )

    def first_values(self) -> dict[str, Any]:
        first = next(iter(self.open_besluiten), None)
        return {"verzenddatum": self.vandaag, "besluit": first.identificatie if first else ""}

    def prepare(self) -> None:
        self.set_choices(
            "besluit",
            [
                (each.identificatie, f"{each.omschrijving.nl} ({date_format(each.datum, 'j F Y')})")
                for each in self.open_besluiten
            ],
        )

    @property
    def open_besluiten(self) -> list[Besluit]:
        return [each for each in self.dossier.besluiten if each.verzenddatum is None]

    def clean_verzenddatum(self) -> date:
        day: date = self.cleaned_data["verzenddatum"]
        if day > self.vandaag:
            raise forms.ValidationError(_("Kies vandaag of een dag ervoor."))
        return day

    def preview(self) -> Voorbeeld | None:
        besluit = next((b for b in self.open_besluiten if b.identificatie == self.text("besluit")), None)
        if besluit is None:
            return None
        return Voorbeeld(
            besluit.omschrijving.nl,
            (
                Deel(besluit.toelichting),
                Deel(self.day("verzenddatum"), _("Bekendgemaakt op"), "verzenddatum"),
                Deel(self._last_day(besluit), _("Bezwaar maken kan tot en met")),
                Deel(self._brief(besluit), _("Brief")),
            ),
            _("In Mijn zaken, bij deze zaak. De inwoner krijgt ook een bericht."),
        )

    def _last_day(self, besluit: Besluit) -> str:
        """For the day that stands in the field; as long as that is no day, for today."""
        soort = next((s for s in self.dossier.besluittypen if s.omschrijving == besluit.omschrijving), None)
        if soort is None or not soort.reactietermijn:
            return _("niet mogelijk")
        try:
            sent = date.fromisoformat(str(self["verzenddatum"].value()))
        except ValueError:
            sent = self.vandaag
        return date_format(compute_reactiedatum(soort.reactietermijn, sent).einddatum, "l j F Y")

    def _brief(self, besluit: Besluit) -> str:
        return next((d.titel for d in self.dossier.documenten if d.id == besluit.document), _("geen"))
