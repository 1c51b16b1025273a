"""How far a product has come: what the counter offers for it decides, and nobody fills it in."""

from collections.abc import Iterable
from enum import StrEnum

from eloket.uitgifte.services import list_uitgifteformulieren


class Volwassenheid(StrEnum):
    """informatiebalie, aanvraagloket, uitgifteloket."""

    INFORMATIE = "informatie"
    AANVRAAG = "aanvraag"
    UITGIFTE = "uitgifte"


def derive_volwassenheid(*, formulieren: Iterable[str], digitaal: bool, elders: bool) -> Volwassenheid:
    """UITGIFTE: one of these forms (slugs) leads to what we hand over ourselves. AANVRAAG: it is asked here.

    `digitaal`: it can be asked by another digital way, such as an e-mail. `elders`: another organisation
    arranges it, so that here one only reads how.
    """
    forms = set(formulieren)
    if elders or not (forms or digitaal):
        return Volwassenheid.INFORMATIE
    return Volwassenheid.UITGIFTE if forms & list_uitgifteformulieren() else Volwassenheid.AANVRAAG
