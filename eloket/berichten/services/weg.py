"""By which way a message reaches somebody: what they chose, and what the law says when they did not."""

from dataclasses import dataclass, field

from eloket.berichten.models import Kanaal, Reden, Voorkeur
from eloket.berichten.services.toestemmingen import has_toestemming
from eloket.berichten.soorten import Aard, Soort
from eloket.lib.partij import Identificerend, Partij, identifies, zoeksleutels


@dataclass(frozen=True, slots=True)
class Weg:
    """`adres` is empty unless `kanaal` is e-mail. `brief`: why a letter must go too, "" for none."""

    kanaal: Kanaal
    adres: str = field(default="", repr=False)
    brief: str = ""
    kan_inloggen: bool = False


def choose_weg(soort: Soort, partij: Partij | None, email: str) -> Weg:
    """The way for this kind of message.

    An address that somebody filled in somewhere gets the news that there is news; that is no consent
    (ECLI:NL:PHR:2025:277), so a formal message goes by letter as well until they gave it.
    """
    if not soort.in_mijn_zaken or not identifies(partij):
        return _without_login(soort, email)
    voorkeur = get_voorkeur(partij)
    if soort.direct and email:
        return Weg(Kanaal.EMAIL, email, kan_inloggen=True)
    if not Aard(soort.aard).formeel:
        adres = _choose_adres(voorkeur, email, wil=voorkeur is None or voorkeur.nieuws)
        return Weg(Kanaal.EMAIL if adres else Kanaal.MIJN_ZAKEN, adres, kan_inloggen=True)
    return _formal(voorkeur, email, mag=has_toestemming(partij, soort.aard))


def _formal(voorkeur: Voorkeur | None, email: str, *, mag: bool) -> Weg:
    """With consent to the address that they confirmed; else by letter, and it can be read in Mijn zaken."""
    adres = _choose_adres(voorkeur, email, wil=mag)
    kanaal = Kanaal.EMAIL if adres else Kanaal.MIJN_ZAKEN
    if not mag:
        return Weg(kanaal, adres, Reden.GEEN_TOESTEMMING, kan_inloggen=True)
    return Weg(kanaal, adres, "" if adres else Reden.GEEN_ADRES, kan_inloggen=True)


def get_voorkeur(persoon: Identificerend) -> Voorkeur | None:
    """What this person chose; None when they never chose anything."""
    rows = Voorkeur.objects.filter(persoon__in=zoeksleutels(persoon))
    return rows.order_by("-changed_at", "pk").first()


def _without_login(soort: Soort, email: str) -> Weg:
    brief = Reden.GEEN_TOESTEMMING if Aard(soort.aard).formeel else ""
    return Weg(Kanaal.EMAIL if email else Kanaal.BRIEF, email, brief or ("" if email else Reden.GEEN_ADRES))


def _choose_adres(voorkeur: Voorkeur | None, email: str, *, wil: bool) -> str:
    """Who chose nothing gets the news on the address of the aanvraag."""
    if voorkeur is None:
        return email
    if not wil or voorkeur.werkt_niet_sinds:
        return ""
    return voorkeur.adres or email
