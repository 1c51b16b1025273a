"""What somebody needs to log in, in their own words."""

from django.utils.translation import gettext as _

from eloket.accounts.niveau import Niveau


def who_for(middel: str) -> str:
    """For whom this way of logging in is."""
    if middel == "eidas":
        return _("Met een inlogmiddel uit een ander land van de EU")
    return _("Voor uzelf") if middel == "digid" else _("Voor uw bedrijf of organisatie")


def describe(middel: str, niveau: Niveau) -> str:
    """One line: what you need for this level."""
    if middel == "eidas":
        return _("U hebt het inlogmiddel van uw eigen land nodig. Een BSN hoeft u niet te hebben.")
    return _describe_digid(niveau) if middel == "digid" else _describe_eherkenning(niveau)


def _describe_digid(niveau: Niveau) -> str:
    if niveau >= Niveau.HOOG:
        return _("U hebt de DigiD-app nodig, en een identiteitskaart of rijbewijs waarmee u kunt inloggen.")
    if niveau >= Niveau.SUBSTANTIEEL:
        return _("U hebt de DigiD-app met een ID-check nodig.")
    if niveau >= Niveau.MIDDEN:
        return _("U hebt de DigiD-app nodig, of uw gebruikersnaam met een sms-code.")
    return _("U hebt uw gebruikersnaam en wachtwoord van DigiD nodig, of de DigiD-app.")


def _describe_eherkenning(niveau: Niveau) -> str:
    if niveau >= Niveau.HOOG:
        return _("U hebt eHerkenning nodig met niveau EH4.")
    if niveau >= Niveau.SUBSTANTIEEL:
        return _("U hebt eHerkenning nodig met niveau EH3 of hoger.")
    return _("U hebt eHerkenning nodig met niveau EH2+ of hoger.")
