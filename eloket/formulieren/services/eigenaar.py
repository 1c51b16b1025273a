"""Who may open a draft or a receipt: a logged-in person, or whoever holds this browser's session."""

import json
from dataclasses import dataclass

from eloket.accounts.services import Identiteit
from eloket.lib import partij
from eloket.lib.partij import Identificerend
from eloket.lib.versleuteling import keyed_hashes


@dataclass(frozen=True, slots=True)
class Eigenaar:
    """The keys that open this person's things (newest first), and what is known of the person."""

    sleutels: tuple[str, ...]
    niveau: int = 0
    identiteit: Identiteit | None = None

    @property
    def persoon(self) -> Identificerend | None:
        """Who this is when they act for themselves; None for nobody known, and for who acts for another."""
        if self.identiteit is None or self.identiteit.handelende is not None:
            return None
        return self.identiteit.belanghebbende

    @property
    def sleutel(self) -> str:
        """The key to write."""
        return self.sleutels[0]


def eigenaar_of_identiteit(identiteit: Identiteit) -> Eigenaar:
    """A logged-in person. Who acts for somebody else has keys of their own for each."""
    handelende = partij.to_dict(identiteit.handelende) if identiteit.handelende else None
    text = json.dumps(["persoon", partij.to_dict(identiteit.belanghebbende), handelende], sort_keys=True)
    return Eigenaar(tuple(keyed_hashes(text)), int(identiteit.niveau), identiteit)


def eigenaar_of_medewerker(pk: int) -> Eigenaar:
    """An employee at the desk, for what they fill in for others."""
    return Eigenaar(tuple(keyed_hashes(f"medewerker:{pk}")))


def eigenaar_of_sessie(geheim: str, *, niveau: int = 0) -> Eigenaar:
    """Somebody who did not log in: the secret lives in the session of this browser and nowhere else.

    `niveau` is what the form asks, below any login; sending asks for the proof.
    """
    return Eigenaar(tuple(keyed_hashes(f"sessie:{geheim}")), niveau)
