"""Where an answer can come from before anybody types: the names that stand in stored definitions.

Those of a person and a business come from a register, those of a zaak and a besluit from what the form is
about (`betreft.py`). Here they are only chosen; who asks the source and fills it in is not the business of a
type of field. The RSIN is no source on purpose: that of an eenmanszaak is the BSN of its owner.
"""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from eloket.formulieren.definitie import Veld

BRIEF = "zaak.ingebrekestelling"
BRONNEN = {
    "persoon.naam": _("Persoon: hele naam"),
    "persoon.voornamen": _("Persoon: voornamen"),
    "persoon.voorvoegsel": _("Persoon: voorvoegsel van de achternaam"),
    "persoon.achternaam": _("Persoon: achternaam, met voorvoegsel"),
    "persoon.geslachtsnaam": _("Persoon: achternaam, zonder voorvoegsel"),
    "persoon.aanschrijfnaam": _("Persoon: naam zoals wij haar of hem aanschrijven"),
    "persoon.geboortedatum": _("Persoon: geboortedatum"),
    "persoon.bsn": _("Persoon: BSN"),
    "persoon.adres": _("Persoon: adres"),
    "persoon.postcode": _("Persoon: postcode"),
    "bedrijf.naam": _("Bedrijf: naam"),
    "bedrijf.kvk": _("Bedrijf: KvK-nummer"),
    "bedrijf.adres": _("Bedrijf: adres"),
    "bedrijf.postcode": _("Bedrijf: postcode"),
    "zaak.nummer": _("Zaak: nummer"),
    "zaak.naam": _("Zaak: waar hij over gaat"),
    "zaak.datum": _("Zaak: wanneer hij begon"),
    "zaak.uiterste_datum": _("Zaak: uiterste datum"),
    BRIEF: _("Zaak: brief waarmee iemand ons in gebreke stelt"),
    "besluit.kenmerk": _("Besluit: kenmerk"),
    "besluit.naam": _("Besluit: waar het over gaat"),
    "besluit.datum": _("Besluit: wanneer wij het bekendmaakten"),
}


def bron_block(bronnen: tuple[str, ...]) -> blocks.Block:
    """What the redacteur chooses from for a type that can take these sources."""
    return blocks.ChoiceBlock(
        label=_("Vooraf ingevuld met"),
        choices=[(bron, BRONNEN[bron]) for bron in bronnen],
        required=False,
        help_text=_("Alleen als de invuller is ingelogd. Leeg: de invuller vult het zelf in."),
    )


def wijzigen_block() -> blocks.Block:
    """Whether what came from a source may be changed."""
    return blocks.ChoiceBlock(
        label=_("Mag de invuller het veranderen?"),
        choices=[("nee", _("Nee: wij laten het zien en nemen het zo over"))],
        required=False,
        help_text=_("Leeg: ja. Kent de bron het antwoord niet, dan vult de invuller het altijd zelf in."),
    )


def bron_of(veld: Veld) -> str:
    """The name of the source that can answer this question; "" for none."""
    if veld.soort == "personen":
        return "persoon.gezin"
    return str(veld.instellingen.get("bron") or "")


def is_van_zaak(bron: str) -> bool:
    """Whether what the form is about tells it, and no register of people."""
    return bron.startswith(("zaak.", "besluit."))


def is_vast(veld: Veld) -> bool:
    """Whether the answer of the source stands, and nobody types it."""
    return veld.instellingen.get("bron_wijzigen") == "nee"
