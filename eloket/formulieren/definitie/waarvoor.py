"""What a form is for: an aanvraag of its own, or something about a zaak that is there already."""

from enum import StrEnum


class Waarvoor(StrEnum):
    """The values stand in stored definitions and in the zaakregister (`Relatie.soort`): never change one."""

    AANVRAAG = ""
    INTREKKEN = "intrekken"
    WIJZIGING = "wijziging"
    VRAAG = "vraag"
    ZIENSWIJZE = "zienswijze"
    INGEBREKESTELLING = "ingebrekestelling"
    BEZWAAR = "bezwaar"
    KLACHT = "klacht"


#: Mean nothing once the zaak is closed.
ALLEEN_OPEN = frozenset(
    {Waarvoor.INTREKKEN, Waarvoor.WIJZIGING, Waarvoor.ZIENSWIJZE, Waarvoor.INGEBREKESTELLING}
)
#: Must always be possible, also when we cannot look up the zaak.
ALTIJD = frozenset({Waarvoor.KLACHT, Waarvoor.VRAAG, Waarvoor.BEZWAAR})
