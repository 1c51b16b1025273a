"""How long what a register said may be told again."""

from abc import ABC, abstractmethod


class Onthoudbaar(ABC):
    """Ability: what it told a person may be told them again for a while, without asking it anew."""

    @property
    @abstractmethod
    def onthoud_seconden(self) -> int:
        """So many seconds; 0 for not at all."""
