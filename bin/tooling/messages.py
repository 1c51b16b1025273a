"""Compiling translations (.po) to what gettext reads (.mo), so that running eloket needs no gettext."""

import ast
import struct
from collections.abc import Iterator
from pathlib import Path

from tooling.paths import LOCALE
from tooling.shell import fail

Entry = dict[str, str]
MAGIC = 0x950412DE
HEADER_WORDS = 7


def ensure() -> None:
    """Compile each .po that is newer than its .mo."""
    for po in LOCALE.glob("*/LC_MESSAGES/*.po"):
        mo = po.with_suffix(".mo")
        if not mo.exists() or mo.stat().st_mtime < po.stat().st_mtime:
            compile_file(po, mo)


def compile_file(po: Path, mo: Path) -> None:
    try:
        catalog = dict(_translations(po.read_text(encoding="utf-8")))
    except (SyntaxError, ValueError) as error:
        fail(f"{po} cannot be read: {error}")
    mo.write_bytes(_binary(catalog))


def _translations(text: str) -> Iterator[tuple[bytes, bytes]]:
    """Key and text of every entry that is translated and not fuzzy.

    The first entry, which names the encoding, counts always: gettext cannot read a file without it.
    """
    for entry in entries(text):
        parts = [entry[name] for name in sorted(entry) if name.startswith("msgstr")]
        if entry["msgid"] and ("fuzzy" in entry or not all(parts)):
            continue
        context = f"{entry['msgctxt']}\x04" if "msgctxt" in entry else ""
        plural = f"\0{entry['msgid_plural']}" if "msgid_plural" in entry else ""
        yield f"{context}{entry['msgid']}{plural}".encode(), "\0".join(parts).encode()


def entries(text: str) -> Iterator[Entry]:
    """The entries of a .po file as dicts from keyword to unquoted text."""
    entry: Entry = {}
    keyword = ""
    for number, raw in enumerate([*text.splitlines(), ""], start=1):
        line = raw.strip()
        starts_new = line.startswith(("#", "msgctxt", "msgid ")) or not line
        if starts_new and "msgstr" in " ".join(entry):
            yield entry
            entry = {}
        if line.startswith("#,") and "fuzzy" in line:
            entry["fuzzy"] = "yes"
        if not line or line.startswith("#"):
            continue
        if not line.startswith('"'):
            keyword, _, line = line.partition(" ")
        if not keyword.startswith("msg") or not line.startswith('"'):
            raise ValueError(f"line {number}: {raw!r}")
        entry[keyword] = entry.get(keyword, "") + str(ast.literal_eval(line))


def _binary(catalog: dict[bytes, bytes]) -> bytes:
    """The .mo format: a header, two tables of (length, offset), then the texts, each ended by a zero byte."""
    keys = sorted(catalog)
    texts = [*keys, *(catalog[key] for key in keys)]
    start = HEADER_WORDS * 4 + len(texts) * 8
    table, blob = [], b""
    for text in texts:
        table += [len(text), start + len(blob)]
        blob += text + b"\0"
    header = [MAGIC, 0, len(keys), HEADER_WORDS * 4, HEADER_WORDS * 4 + len(keys) * 8, 0, start]
    return struct.pack(f"<{len(header)}I", *header) + struct.pack(f"<{len(table)}I", *table) + blob
