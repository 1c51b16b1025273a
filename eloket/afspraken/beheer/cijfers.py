"""The figures on a page and as a sheet: for who plans the desks, and for the council's questions."""

import csv
from datetime import timedelta

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from eloket.afspraken.beheer.rechten import MAG_CIJFERS, recht_required
from eloket.afspraken.models import Afspraaklocatie
from eloket.afspraken.services.cijfers import Cijfer, read_cijfers
from eloket.lib import klok
from eloket.lib.rekenblad import plain_cell

WEKEN = 8
LANGST = timedelta(days=2 * 366)
KOPPEN = (
    gettext_lazy("Week"),
    gettext_lazy("Locatie"),
    gettext_lazy("Soort"),
    gettext_lazy("Kanaal"),
    gettext_lazy("Geboekt"),
    gettext_lazy("Niet verschenen"),
    gettext_lazy("Geannuleerd"),
    gettext_lazy("Waarvan laat"),
    gettext_lazy("Dagen tot bezoek"),
    gettext_lazy("Dagen tot eerste plek"),
)


class PeriodeForm(forms.Form):
    """From one day to another, and one place or all."""

    van = forms.DateField(label=gettext_lazy("Van"), widget=forms.DateInput(attrs={"type": "date"}))
    tot = forms.DateField(label=gettext_lazy("Tot en met"), widget=forms.DateInput(attrs={"type": "date"}))
    locatie = forms.ModelChoiceField(
        Afspraaklocatie.objects.all(),
        label=gettext_lazy("Locatie"),
        required=False,
        to_field_name="code",
        empty_label=gettext_lazy("Alle locaties"),
    )

    def clean(self) -> dict[str, object]:
        data = super().clean() or {}
        van, tot = data.get("van"), data.get("tot")
        if van and tot and tot < van:
            self.add_error("tot", _("De laatste dag komt voor de eerste. Vul een latere dag in."))
        elif van and tot and tot - van > LANGST:
            self.add_error("tot", _("Kies hooguit twee jaar."))
        return data


@require_safe
@recht_required(MAG_CIJFERS)
def cijfers(request: HttpRequest) -> HttpResponse:
    """The last weeks, or the period that was asked for."""
    form, rows = _read(request)
    context = {
        "form": form,
        "koppen": KOPPEN,
        "rijen": [_cells(row) for row in rows],
        "query": request.GET.urlencode(),
    }
    return render(request, "afspraken/beheer/cijfers.html", context, status=422 if form.errors else 200)


@require_safe
@recht_required(MAG_CIJFERS)
def cijfers_csv(request: HttpRequest) -> HttpResponse:
    """The same rows for a spreadsheet, with a decimal point."""
    _form, rows = _read(request)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="afspraken.csv"'
    writer = csv.writer(response)
    writer.writerow([str(kop) for kop in KOPPEN])
    writer.writerows([plain_cell(cell) for cell in _cells(row)] for row in rows)
    return response


def _read(request: HttpRequest) -> tuple[PeriodeForm, list[Cijfer]]:
    form = PeriodeForm({**_last_weeks(), **request.GET.dict()})
    if not form.is_valid():
        return form, []
    asked = form.cleaned_data
    code = asked["locatie"].code if asked["locatie"] else ""
    return form, read_cijfers(asked["van"], asked["tot"], locatie=code)


def _last_weeks() -> dict[str, str]:
    """Whole weeks, up to and including this one."""
    today = klok.today()
    monday = today - timedelta(days=today.weekday())
    van, tot = monday - timedelta(weeks=WEKEN - 1), monday + timedelta(days=6)
    return {"van": van.isoformat(), "tot": tot.isoformat()}


def _cells(row: Cijfer) -> list[str]:
    values = (
        row.week,
        row.locatie,
        row.soort,
        row.kanaal,
        row.geboekt,
        row.niet_verschenen,
        row.geannuleerd,
        row.laat,
        row.doorlooptijd,
        row.eerste,
    )
    return ["" if value is None else str(value) for value in values]
