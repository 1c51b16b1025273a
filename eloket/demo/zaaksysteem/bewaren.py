"""The state of the register on disk, so that a demo goes on where it stopped.

Encrypted as what eloket itself keeps: it holds who people are and what they filled in.
"""

import json
import sys
from pathlib import Path
from typing import Any

from eloket.demo.zgwregister.register import Register, id_of
from eloket.demo.zgwregister.rollen import index_rol
from eloket.demo.zgwregister.vraag import Antwoord, Json, Vraag
from eloket.lib.versleuteling import NotDecryptable, decrypt, encrypt

#: Stands for the register's own address, which may be another one the next time.
ADRES = "register:/"
LEZEN = ("GET", "HEAD")


class Bewaring:
    """Keeps a register in a folder: one file with all that it knows, and one for each of its files."""

    def __init__(self, folder: Path, register: Register) -> None:
        self._stand, self._bestanden = folder / "stand", folder / "bestanden"
        self._register = register
        self._bestanden.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
        self._written: set[str] = set()

    def load(self) -> bool:
        """False when nothing was kept. What somebody damaged is put aside: a demo has to start."""
        try:
            text = decrypt(self._stand.read_bytes()).decode()
            self._fill(json.loads(text.replace(f"{ADRES}/", f"{self._register.base}/")))
        except FileNotFoundError:
            return False
        except (NotDecryptable, ValueError, KeyError, TypeError, OSError):
            self._put_aside()
            return False
        return True

    def see(self, vraag: Vraag, antwoord: Antwoord) -> None:
        """As a witness of the server: whoever is told that something was done finds it back after a crash."""
        if vraag.method not in LEZEN and antwoord.status < 400 and not vraag.path.endswith("/_zoek"):
            self.save()

    def save(self) -> None:
        """Whole or not at all, whatever happens meanwhile."""
        register = self._register
        with register.slot:
            self._write_files()
            kept = {
                "dingen": register.dingen,
                "nummers": register.nummers,
                "berichten": register.berichten,
            }
            text = json.dumps(kept).replace(f"{register.base}/", f"{ADRES}/")
            _replace(self._stand, encrypt(text.encode()))

    def _fill(self, kept: Json) -> None:
        register = self._register
        found: dict[str, Any] = kept["dingen"]
        files = {url: self._read_file(url) for soort in found.values() for url in _with_bytes(soort)}
        for soort, rows in found.items():
            register.dingen[soort].update(rows)
        for rol in register.list("rollen"):
            index_rol(register, register.get("zaken", id_of({"url": rol["zaak"]})), rol)
        register.bestanden.update({url: data for url, data in files.items() if data is not None})
        register.nummers.update(kept["nummers"])
        register.berichten.extend(kept["berichten"])
        self._written = set(register.bestanden)

    def _write_files(self) -> None:
        here = self._register.bestanden
        for url in here.keys() - self._written:
            _replace(self._file(url), encrypt(here[url]))
        for url in self._written - here.keys():
            self._file(url).unlink(missing_ok=True)
        self._written = set(here)

    def _read_file(self, url: str) -> bytes | None:
        path = self._file(url)
        return decrypt(path.read_bytes()) if path.exists() else None

    def _file(self, url: str) -> Path:
        return self._bestanden / id_of({"url": url})

    def _put_aside(self) -> None:
        aside = self._stand.with_suffix(".kapot")
        self._stand.replace(aside)
        sys.stderr.write(f"eloket: het zaaksysteem van de demo begint opnieuw; wat er was staat in {aside}\n")


def _with_bytes(rows: dict[str, Json]) -> list[str]:
    """Documents and the parts of one that is still coming in."""
    names = ("bestandsomvang", "voltooid")
    return [row["url"] for row in rows.values() if "url" in row and any(name in row for name in names)]


def _replace(path: Path, data: bytes) -> None:
    new = path.with_suffix(".nieuw")
    new.write_bytes(data)
    new.replace(path)
