"""Reading what a mail server says of a mail that it took and could not deliver (RFC 3464).

Anybody can send us such a message, so nothing in it is believed but the mark of a mail of ours: a random id
that only its receiver and the servers on the way have seen.
"""

import mailbox
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_binary_file, policy
from email.message import Message
from pathlib import Path
from uuid import UUID

MAX_BYTES = 20 * 1024 * 1024
_MARK = re.compile(r"<([0-9a-fA-F-]{36})@[^<>\s]{1,250}>")


@dataclass(frozen=True, slots=True)
class Melding:
    """One mail of ours that did not arrive. `definitief`: it never will."""

    bericht: UUID
    definitief: bool
    code: str  # such as 5.1.1


class TooLarge(ValueError):
    """The file is larger than `MAX_BYTES`."""


def read_meldingen(path: Path) -> Iterator[Melding]:
    """Every report in this file: one message, or an mbox of them. What is something else is skipped.

    Errors: `OSError`; `TooLarge`.
    """
    if path.stat().st_size > MAX_BYTES:
        raise TooLarge(f"het bestand is groter dan {MAX_BYTES // 1024 // 1024} MB")
    for message in _read(path):
        melding = to_melding(message)
        if melding is not None:
            yield melding


def to_melding(message: Message) -> Melding | None:
    """What this report says; None when it is no report, or about a mail that is not ours."""
    if message.get_content_type() != "multipart/report":
        return None
    bericht, failure = _find_mark(message), _find_failure(message)
    if bericht is None or failure is None:
        return None
    action, code = failure
    return Melding(bericht, definitief=action == "failed" and not code.startswith("4"), code=code)


def _read(path: Path) -> Iterator[Message]:
    with path.open("rb") as file:
        is_mbox = file.read(5) == b"From "
        file.seek(0)
        if not is_mbox:
            yield message_from_binary_file(file, policy=policy.compat32)
            return
    box = mailbox.mbox(path, create=False)
    try:
        yield from box
    finally:
        box.close()


def _find_mark(message: Message) -> UUID | None:
    """Our Message-ID in the returned mail or its headers."""
    for part in message.walk():
        kind = part.get_content_type()
        if kind == "message/rfc822":
            mark = " ".join(str(inner.get("Message-ID", "")) for inner in _blocks(part))
        elif kind == "text/rfc822-headers":
            mark = _text(part)
        else:
            continue
        found = _MARK.search(mark)
        if found:
            return _to_uuid(found[1])
    return None


def _find_failure(message: Message) -> tuple[str, str] | None:
    """Action and Status of the first receiver that failed or waits."""
    for part in message.walk():
        if part.get_content_type() != "message/delivery-status":
            continue
        for block in _blocks(part):
            action = str(block.get("Action", "")).strip().lower()
            if action in ("failed", "delayed"):
                return action, str(block.get("Status", "")).strip()[:10]
    return None


def _blocks(part: Message) -> list[Message]:
    """The messages in this part; a part that is damaged has none."""
    payload = part.get_payload()
    return [each for each in payload if isinstance(each, Message)] if isinstance(payload, list) else []


def _text(part: Message) -> str:
    payload = part.get_payload(decode=True)
    return payload.decode("ascii", "replace") if isinstance(payload, bytes) else ""


def _to_uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
