"""How far the opening of a zaak came."""

from collections.abc import Mapping


class Voortgang:
    """The steps that were done, each with what came of it. This one forgets when the process ends.

    A step that is not in it may have been done all the same: the answer may have got lost.
    """

    def __init__(self, gedaan: Mapping[str, str] | None = None) -> None:
        self._gedaan = dict(gedaan or {})

    def __contains__(self, stap: str) -> bool:
        return stap in self._gedaan

    def note(self, stap: str, uitkomst: str) -> None:
        """Write it down, before the next step begins. `uitkomst`: an address in the register, or ""."""
        self._gedaan[stap] = uitkomst

    def forget(self) -> None:
        """The register no longer has what was noted."""
        self._gedaan.clear()
