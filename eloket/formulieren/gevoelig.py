"""What may leave by mail: the answers to a form without sensitive data, and never a BSN."""

from collections.abc import Iterable

from eloket.formulieren.definitie import Definitie, Veld
from eloket.formulieren.velden import holds_bsn


def find_bsn_vragen(velden: Iterable[Veld]) -> list[str]:
    """The questions that ask for a BSN, or are filled in with one: their Dutch words."""
    return [veld.label.nl for veld in velden if gives_bsn(veld)]


def gives_bsn(veld: Veld) -> bool:
    """Whether an answer to this question is, holds or may come from a BSN."""
    return holds_bsn(veld) or any(
        each.instellingen.get("bron") == "persoon.bsn" for each in (veld, *veld.velden)
    )


def may_travel(definitie: Definitie) -> bool:
    """Whether the copy may go along with a mail; asked again at each sending."""
    return definitie.ongevoelig and not find_bsn_vragen(definitie.velden)
