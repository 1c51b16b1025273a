"""What an editor reads above the screen: a refusal, a warning, a confirmation."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.admin import messages

from eloket.producten.redactie.ankers import edit_url, find_ankers
from eloket.producten.redactie.poort import Gat, PoortDicht, find_gaps

MAX_SHOWN = 8  # products named in one message


def refuse(request: HttpRequest, refused: Sequence[PoortDicht], *, back: str = "") -> HttpResponse:
    """Say why these products do not go on line, and lead to the first one, or back to where it was asked."""
    for one in refused[:MAX_SHOWN]:
        title = _("“%(titel)s” kan nog niet op de site. Dit ontbreekt:") % {"titel": one.page.title}
        messages.error(request, _with_list(title, one.page, one.gaten))
    if len(refused) > MAX_SHOWN:
        more = _("Er zijn nog %(aantal)d producten die niet klaar zijn. U vindt ze onder Rapporten.")
        messages.error(request, more % {"aantal": len(refused) - MAX_SHOWN})
    return redirect(back or edit_url(refused[0].page))


def warn(request: HttpRequest, page: Any) -> None:
    """Say what a product that is on line does not tell yet."""
    gaten = find_gaps(page)
    if page.live and gaten:
        title = _("“%(titel)s” staat op de site, maar dit ontbreekt nog:") % {"titel": page.title}
        messages.warning(request, _with_list(title, page, gaten))


def _with_list(title: str, page: Any, gaten: Sequence[Gat]) -> SafeString:
    ankers = find_ankers(page.get_edit_handler())
    url = edit_url(page)
    links = ((f"{url}#{ankers[gat.veld]}" if gat.veld in ankers else url, gat.zin) for gat in gaten)
    items = format_html_join("", '<li><a href="{}">{}</a></li>', links)
    return format_html("{}<ul>{}</ul>", title, items)
