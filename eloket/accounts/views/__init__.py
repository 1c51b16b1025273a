"""Screens of login and logout."""

from eloket.accounts.views.inloggen import inloggen
from eloket.accounts.views.medewerker import medewerker, nood
from eloket.accounts.views.terug import terug
from eloket.accounts.views.uitloggen import blijf, uitgelogd, uitloggen

__all__ = ["blijf", "inloggen", "medewerker", "nood", "terug", "uitgelogd", "uitloggen"]
