"""Lists: known parameters only, pages, and links that go on."""

from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import urlencode

from eloket.demo.zgwregister.register import Register
from eloket.demo.zgwregister.vraag import Fout, Json, Vraag, refuse

PAGINA = 100
MAXIMUM = 500


def refuse_unknown(vraag: Vraag, known: Iterable[str]) -> None:
    """A GET refuses what it does not know; a body, alas, does not. Errors: `Fout` 400."""
    if unknown := sorted(set(vraag.query) - set(known)):
        reason = f"Onbekende query parameters: {', '.join(unknown)}"
        raise refuse("nonFieldErrors", "unknown-parameters", reason)


def page_of(register: Register, vraag: Vraag, rows: Sequence[Any]) -> Json:
    """One page as count, next, previous and results. Beyond the end: `Fout` 404."""
    size = _page_size(register, vraag)
    page = _number(vraag.query.get("page", "1"))
    start = (page - 1) * size
    if page < 1 or (start >= len(rows) and page > 1):
        raise Fout(404, "not_found", "Ongeldige pagina.")
    return {
        "count": len(rows),
        "next": _link(register, vraag, page + 1) if start + size < len(rows) else None,
        "previous": _link(register, vraag, page - 1) if page > 1 else None,
        "results": list(rows[start : start + size]),
    }


def page_parameters(register: Register) -> tuple[str, ...]:
    """`pageSize` is no part of the standard."""
    return ("page", "pageSize") if register.ruim else ("page",)


def _page_size(register: Register, vraag: Vraag) -> int:
    if not register.ruim or "pageSize" not in vraag.query:
        return PAGINA
    return min(MAXIMUM, max(1, _number(vraag.query["pageSize"])))


def _number(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise Fout(404, "not_found", "Ongeldige pagina.") from None


def _link(register: Register, vraag: Vraag, page: int) -> str:
    return f"{register.base}{vraag.path}?{urlencode({**vraag.query, 'page': page})}"
