"""What can go wrong between eloket and a zaakregister."""


class RegisterError(Exception):
    """Whatever goes wrong between eloket and the zaakregister."""


class RegisterUnavailable(RegisterError):
    """Temporary: down, too slow, or overloaded. The same call may succeed later."""


class RegisterMisconfigured(RegisterError):
    """Trying again will not help: an address, a secret or a right is wrong."""


class ZaakRejected(RegisterError):
    """The register refuses this, and says why."""

    def __init__(self, *reasons: str) -> None:
        super().__init__("; ".join(reasons))
        self.reasons = reasons


class StatusChanged(ZaakRejected):
    """Somebody else set a status since this screen was opened."""


class BehandelaarChanged(ZaakRejected):
    """Somebody else took or handed over the zaak since this screen was opened."""


class AlBeantwoord(ZaakRejected):
    """This question was answered already, with something else."""


class ZaakNotFound(RegisterError):
    """There is no such zaak, or it is not this person's: nobody can tell which."""


class DocumentNotFound(RegisterError):
    """There is no such document with this zaak."""
