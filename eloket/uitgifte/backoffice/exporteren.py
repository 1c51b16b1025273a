"""A list to take along: for a spreadsheet, without names and addresses, and noted who took it."""

import csv
from collections.abc import Iterator
from datetime import datetime

from django.http import HttpRequest, StreamingHttpResponse
from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from eloket.lib import klok
from eloket.lib.rekenblad import plain_cell
from eloket.uitgifte.backoffice.toegang import MEENEMEN, get_login, recht_required
from eloket.uitgifte.backoffice.tonen import show_waarvoor
from eloket.uitgifte.forms import LijstForm
from eloket.uitgifte.services import (
    Productfilter,
    ProductInfo,
    Stand,
    count_producten,
    iterate_producten,
    note_lijst,
)

ALLES = 10_000_000


class Regel:
    """A file for the csv module that hands back each line."""

    def write(self, line: str) -> str:
        return line


@require_POST
@recht_required(MEENEMEN)
def exporteren(request: HttpRequest) -> StreamingHttpResponse:
    """All that the filter finds, sent while it is read. By POST: a GET writes no note."""
    now, soort = klok.now(), request.GET.get("soort", "")
    wat = LijstForm(request.GET).to_filter(soort)
    number = count_producten(wat, now=now, maximum=ALLES)
    note_lijst(soort, aantal=number, door=get_login(request), now=now)
    return StreamingHttpResponse(
        write_csv(wat, now=now),
        content_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{soort}-{now:%Y-%m-%d}.csv"',
            "X-Content-Type-Options": "nosniff",
        },
    )


def write_csv(wat: Productfilter, *, now: datetime) -> Iterator[str]:
    """Line by line; words are chosen now, because the language of the request is gone when it is sent."""
    stands = {stand: str(stand.label) for stand in Stand}
    heads = [
        _("Code"), _("Waarvoor"), _("Stand"), _("Sinds"), _("Geldig vanaf"), _("Geldig tot"), _("Zaak"),
    ]  # fmt: skip
    return _lines(wat, stands, heads, now=now)


def _lines(wat: Productfilter, stands: dict[Stand, str], heads: list[str], *, now: datetime) -> Iterator[str]:
    writer = csv.writer(Regel(), delimiter=";")
    yield "\ufeff" + writer.writerow(heads)
    for product in iterate_producten(wat, now=now):
        yield writer.writerow([plain_cell(cell) for cell in _cells(product, stands)])


def _cells(product: ProductInfo, stands: dict[Stand, str]) -> list[str]:
    return [
        product.tooncode,
        show_waarvoor(product),
        stands[product.stand],
        _moment(product.sinds),
        _moment(product.geldig_vanaf),
        _moment(product.geldig_tot) if product.geldig_tot else "",
        product.zaak,
    ]


def _moment(moment: datetime) -> str:
    """Local, to the minute, as spreadsheets read it."""
    return moment.astimezone(get_default_timezone()).strftime("%Y-%m-%d %H:%M")
