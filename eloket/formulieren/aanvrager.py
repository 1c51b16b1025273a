"""Who asks, and for whom: the same rows on the summary, the receipt and the copy.

No number of a person stands here, whole or in part: a copy may travel by mail. The RSIN of an eenmanszaak is
a BSN, so no RSIN either.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from eloket.lib.hoedanigheid import Hoedanigheid
from eloket.lib.partij import Bsn, Contact, Eidas, Kvk, Partij, Rsin, Vereniging
from eloket.website.services import Rij

LOGINS = {"digid": "DigiD", "eherkenning": "eHerkenning", "eidas": "eIDAS"}


@dataclass(frozen=True, slots=True)
class Aanvrager:
    """`hoedanigheid` as in `lib.hoedanigheid`; names as far as a login or the Handelsregister told them."""

    belanghebbende: Partij | None
    handelende: Partij | None = None
    hoedanigheid: str = ""
    middel: str = ""
    naam: str = ""
    handelende_naam: str = ""
    zelf_verklaard: bool = False  # they say so themselves that they act for the belanghebbende

    @property
    def te_controleren(self) -> bool:
        """Whether an employee must look into who this says to be, or to act for."""
        return self.zelf_verklaard or isinstance(self.belanghebbende, Vereniging)

    @property
    def namen(self) -> Mapping[str, str]:
        """For the aanvraag: what is known of them."""
        names = {"belanghebbende": self.naam, "handelende": self.handelende_naam}
        return {wie: naam for wie, naam in names.items() if naam}


def list_rijen(aanvrager: Aanvrager) -> list[Rij]:
    """Label and words, in the active language; none when nobody is known."""
    wie = aanvrager.belanghebbende
    if wie is None:
        return []
    label = _("Voor wie") if aanvrager.handelende else _("Aanvrager")
    rows = [Rij(label, _name(wie, aanvrager.naam))]
    if isinstance(wie, Contact | Vereniging):
        proven = _("%s (gecontroleerd met een code)") % wie.email if wie.bevestigd else wie.email
        rows.append(Rij(_("E-mailadres van de aanvrager"), proven))
    if aanvrager.handelende:
        als = str(Hoedanigheid(aanvrager.hoedanigheid or "gemachtigde").label)
        rows.append(
            Rij(_("Ingevuld door"), f"{_name(aanvrager.handelende, aanvrager.handelende_naam)}, {als}")
        )
    if aanvrager.middel in LOGINS:
        rows.append(Rij(_("Ingelogd met"), LOGINS[aanvrager.middel]))
    return [row for row in rows if row.value]


def tell_controle(aanvrager: Aanvrager) -> str:
    """What somebody must know whose word we have not checked yet; "" for all others."""
    if aanvrager.zelf_verklaard:
        return _(
            "Wij controleren of u voor deze persoon mag aanvragen. Hebben wij een vraag? Dan nemen wij "
            "contact met u op."
        )
    if not aanvrager.te_controleren:
        return ""
    return _(
        "Wij controleren of dit KvK-nummer klopt en of u voor deze vereniging of stichting mag aanvragen. "
        "Hebben wij een vraag? Dan nemen wij contact met u op."
    )


def _name(wie: Partij, naam: str) -> str:
    """The name, with what tells namesakes apart; "" for who is known by an address only."""
    if isinstance(wie, Contact) or (naam and isinstance(wie, Bsn | Rsin)):
        return naam
    return ", ".join(part for part in (naam, _describe(wie)) if part)


def _describe(wie: Partij) -> str:
    if isinstance(wie, Kvk | Vereniging):
        return _("KvK-nummer %s") % (wie.nummer if isinstance(wie, Kvk) else wie.kvk)
    if isinstance(wie, Eidas):
        return _("inwoner van een ander EU-land, zonder BSN")
    return _("organisatie met een RSIN") if isinstance(wie, Rsin) else _("persoon met een BSN")
