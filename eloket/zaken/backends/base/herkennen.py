"""Which zaken a register has, for who has two registers."""

from abc import ABC, abstractmethod
from collections.abc import Collection


class Herkennend(ABC):
    """Ability: tells at once, without a call to another system, which zaken it has."""

    @abstractmethod
    def list_known(self, identificaties: Collection[str]) -> frozenset[str]:
        """Those of these numbers under which it has a zaak, whoever's it is. No screen shows this."""
