"""One measured value and the limit it is held against."""

from dataclasses import asdict, dataclass
from typing import Literal


@dataclass(frozen=True)
class Meting:
    """What was measured, on which database; without a limit it is told and never fails."""

    name: str
    value: float
    unit: str
    database: str
    limit: float | None = None
    bound: Literal["at most", "at least"] = "at most"

    @property
    def holds(self) -> bool:
        if self.limit is None:
            return True
        return self.value <= self.limit if self.bound == "at most" else self.value >= self.limit

    def as_row(self, machine: str) -> dict[str, object]:
        return {**asdict(self), "holds": self.holds, "machine": machine}

    def as_line(self) -> str:
        limit = "" if self.limit is None else f"{'≤' if self.bound == 'at most' else '≥'} {self.limit:g}"
        verdict = "" if self.limit is None else ("ok" if self.holds else "MISSED")
        return f"{self.name:<52}{self.database:<12}{self.value:>10.2f} {self.unit:<8}{limit:>8}  {verdict}"
