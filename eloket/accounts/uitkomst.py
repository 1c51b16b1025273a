"""How a login can end when it does not succeed. Each becomes a page in plain words."""

from dataclasses import dataclass, field

from eloket.accounts.niveau import Niveau


@dataclass(frozen=True)
class Poging:
    """What was asked when the login began: it travels along in the state, so that nothing is lost."""

    middel: str
    next: str = ""
    niveau: Niveau = Niveau.GEEN
    taal: str = "nl"
    nonce: str = field(default="", repr=False)


class LoginFailed(Exception):
    """This login ends here; `poging` is None when we cannot tell which login it was."""

    def __init__(self, poging: Poging | None, reason: str = "") -> None:
        super().__init__(reason)
        self.poging = poging
        self.reason = reason


class LoginCancelled(LoginFailed):
    """They pressed cancel at the provider."""


class LoginInvalid(LoginFailed):
    """State, nonce, signature or claims are not what they must be."""


class LevelTooLow(LoginFailed):
    """Logged in, but less surely than was asked."""


class NoRol(LoginFailed):
    """An employee whom the gemeente gave no role in this loket."""


class ProviderUnavailable(LoginFailed):
    """The provider does not answer, or answers with an error of its own."""
