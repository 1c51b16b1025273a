"""Reading settings from the environment; a wrong value stops the start with one clear line.

Every reader also accepts `<NAME>_FILE`: the path of a file that holds the value (container secrets).
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

YES = {"1", "true", "yes", "ja", "on"}
NO = {"0", "false", "no", "nee", "off", ""}


class Omgeving:
    """Typed readers over one mapping of variables.

    Errors: each reader raises `ImproperlyConfigured` that names the variable and says what to write.
    """

    def __init__(self, variables: Mapping[str, str] | None = None) -> None:
        self._variables = os.environ if variables is None else variables
        self.asked: set[str] = set()  # every name that some setting was read from

    def text(self, name: str, default: str = "") -> str:
        """The value as it stands, or the contents of the file that `<name>_FILE` points at."""
        self.asked.add(name)
        path = self._variables.get(f"{name}_FILE")
        if path:
            return self._read_file(name, Path(path))
        return self._variables.get(name, default).strip()

    def flag(self, name: str, default: bool) -> bool:
        value = self.text(name, "1" if default else "0").lower()
        if value in YES:
            return True
        if value in NO:
            return False
        raise ImproperlyConfigured(f"{name}={value!r} is geen ja of nee: schrijf 1 of 0.")

    def number(self, name: str, default: int, *, minimum: int, maximum: int) -> int:
        value = self.text(name, str(default))
        try:
            number = int(value)
        except ValueError:
            raise ImproperlyConfigured(f"{name}={value!r} is geen heel getal.") from None
        if not minimum <= number <= maximum:
            raise ImproperlyConfigured(f"{name}={number} moet tussen {minimum} en {maximum} liggen.")
        return number

    def words(self, name: str, default: str = "") -> list[str]:
        """A list, written with commas."""
        return [word.strip() for word in self.text(name, default).split(",") if word.strip()]

    def choice(self, name: str, default: str, options: list[str]) -> str:
        value = self.text(name, default)
        if value not in options:
            raise ImproperlyConfigured(f"{name}={value!r} bestaat niet: kies uit {', '.join(options)}.")
        return value

    def url(self, name: str, default: str = "", *, example: str, schemes: Sequence[str]) -> str:
        """An address with one of these schemes and a host, or nothing."""
        value = self.text(name, default).rstrip("/")
        try:
            parts = urlsplit(value)
            good = parts.scheme in schemes and bool(parts.hostname) and parts.port != 0
        except ValueError:  # a port that is no number, half an IPv6 address
            good = False
        if value and not good:
            raise ImproperlyConfigured(f"{name} is geen adres: schrijf {example}.")
        return value

    def find_unknown(self, prefix: str, *, elsewhere: Iterable[str] = ()) -> dict[str, str]:
        """Names with this prefix that nothing reads, each with the known name most like it, or "".

        Ask last, when all is read. `elsewhere`: names that are read past this object.
        """
        known = self.asked.union(elsewhere)
        return {
            name: next(iter(get_close_matches(name.removesuffix("_FILE"), known, n=1, cutoff=0.8)), "")
            for name in sorted(self._variables)
            if name.startswith(prefix) and not {name, name.removesuffix("_FILE")} & known
        }

    @staticmethod
    def _read_file(name: str, path: Path) -> str:
        try:
            return path.read_text(encoding="utf-8").strip()
        except OSError as error:
            raise ImproperlyConfigured(f"{name}_FILE: {path} is niet te lezen ({error.strerror}).") from None
        except UnicodeDecodeError:
            raise ImproperlyConfigured(f"{name}_FILE: {path} bevat geen gewone tekst (UTF-8).") from None
