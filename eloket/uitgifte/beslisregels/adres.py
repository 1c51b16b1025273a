"""Rules about the address: where it lies, who lives there, and how much was handed over there already."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from eloket.uitgifte.beslisregels.basis import (
    Beslisregel,
    Feit,
    Feiten,
    Instelling,
    Uitslag,
    Zin,
    in_two_languages,
)


def read_zones(text: str) -> frozenset[str]:
    """ "A, b" as zones: {"A", "B"}; empty text is no limit."""
    return frozenset(part.strip().upper() for part in text.replace(";", ",").split(",") if part.strip())


class AdresInZone(Beslisregel):
    """The address lies in a zone for which this is handed over, and in the one that was asked for."""

    naam = "adres_in_zone"
    label = _("Het adres ligt in een zone")
    nodig = frozenset({Feit.ZONE})
    instellingen = (
        Instelling(
            "zones",
            _("Welke zones?"),
            _("De codes, met een komma ertussen. Leeg: elke zone."),
            verplicht=False,
        ),
    )

    def describe(self, instellingen: Mapping[str, Any]) -> Zin:
        zones = sorted(read_zones(str(instellingen.get("zones") or "")))
        if not zones:
            return in_two_languages(_("Uw adres ligt in een zone voor vergunninghouders."))
        if len(zones) == 1:
            return in_two_languages(_("Uw adres ligt in zone %(zone)s."), zone=zones[0])
        return in_two_languages(_("Uw adres ligt in een van deze zones: %(zones)s."), zones=", ".join(zones))

    def judge(self, feiten: Feiten, instellingen: Mapping[str, Any]) -> tuple[Uitslag, Zin]:
        zones = read_zones(str(instellingen.get("zones") or ""))
        if feiten.zone is None:
            return Uitslag.ONBEKEND, in_two_languages(
                _("Wij weten niet zeker in welke zone uw adres ligt. Een medewerker zoekt dat uit.")
            )
        if not feiten.zone or (zones and feiten.zone not in zones):
            return Uitslag.TWIJFEL, in_two_languages(
                _("Wij vinden uw adres niet in een zone. Een medewerker kijkt of dat klopt.")
            )
        if feiten.gevraagde_zone and feiten.gevraagde_zone != feiten.zone:
            return Uitslag.TWIJFEL, in_two_languages(
                _(
                    "U koos zone %(gevraagd)s. Volgens onze gegevens ligt uw adres in zone %(zone)s. Een "
                    "medewerker kijkt wat klopt."
                ),
                gevraagd=feiten.gevraagde_zone,
                zone=feiten.zone,
            )
        return Uitslag.GOED, in_two_languages(_("Uw adres ligt in zone %(zone)s."), zone=feiten.zone)


class AantalPerAdres(Beslisregel):
    """Not more of this soort hold at this address than the gemeente allows."""

    naam = "aantal_per_adres"
    label = _("Er zijn er niet te veel op dit adres")
    nodig = frozenset({Feit.AANTAL})
    instellingen = (
        Instelling(
            "maximum",
            _("Hoeveel mogen er zijn op een adres?"),
            _("Wat er nu wordt gevraagd, telt mee."),
            is_getal=True,
        ),
    )

    def describe(self, instellingen: Mapping[str, Any]) -> Zin:
        words = _("Met deze erbij zijn er op uw adres niet meer dan %(maximum)s.")
        return in_two_languages(words, maximum=int(instellingen["maximum"]))

    def judge(self, feiten: Feiten, instellingen: Mapping[str, Any]) -> tuple[Uitslag, Zin]:
        maximum = int(instellingen["maximum"])
        if feiten.aantal is None:
            return Uitslag.ONBEKEND, in_two_languages(
                _("Wij weten niet hoeveel er al zijn op uw adres. Een medewerker zoekt dat uit.")
            )
        values = {"aantal": feiten.aantal + 1, "maximum": maximum}
        if feiten.aantal >= maximum:
            return Uitslag.TWIJFEL, in_two_languages(
                _(
                    "Dit is nummer %(aantal)s op uw adres. Wij geven er meteen hoogstens %(maximum)s. Een "
                    "medewerker kijkt wat er kan."
                ),
                **values,
            )
        return Uitslag.GOED, in_two_languages(
            _("Dit is nummer %(aantal)s op uw adres. Er mogen er %(maximum)s zijn."), **values
        )


class WoontOpAdres(Beslisregel):
    """Who asks is registered at the address: in the BRP, or for a business in the Handelsregister."""

    naam = "woont_op_adres"
    label = _("De aanvrager staat op dit adres ingeschreven")
    nodig = frozenset({Feit.WOONADRES})

    def describe(self, instellingen: Mapping[str, Any]) -> Zin:
        return in_two_languages(_("U staat op dit adres ingeschreven."))

    def judge(self, feiten: Feiten, instellingen: Mapping[str, Any]) -> tuple[Uitslag, Zin]:
        if feiten.woont_er is None:
            return Uitslag.ONBEKEND, in_two_languages(
                _("Wij konden niet zien op welk adres u staat ingeschreven. Een medewerker kijkt dat na.")
            )
        if not feiten.woont_er:
            return Uitslag.TWIJFEL, in_two_languages(
                _("U vulde een ander adres in dan waar u staat ingeschreven. Een medewerker kijkt wat klopt.")
            )
        return Uitslag.GOED, in_two_languages(_("U staat op dit adres ingeschreven."))
