"""The buttons of /demo/: out of order, or slow. They stand as small files, which every process sees."""

from pathlib import Path

from eloket.demo.zgwregister.storingen import Storingen

#: Seconds that each call takes when somebody chose "langzaam".
LANGZAAM = 2.0


class Schakelaars(Storingen):
    """Looks at each call whether the files are there."""

    def __init__(self, *, uit: Path, langzaam: Path) -> None:
        super().__init__()
        self.files = uit, langzaam

    def find(self, call: str) -> str:
        uit, langzaam = self.files
        self.traag = LANGZAAM if langzaam.exists() else 0.0
        return "html" if uit.exists() else super().find(call)
