"""The board: for who runs a counter today, and for who looks a week ahead."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from eloket.afspraken.beheer.rechten import MAG_BORD, MAG_DAG, MAG_WIE, recht_required
from eloket.afspraken.services.bord import Borddag, Bordregel, OnbekendeLocatie, list_drukte, read_bord
from eloket.afspraken.services.dag import Stap, list_stappen
from eloket.lib import klok

VERST = timedelta(days=3 * 366)


@require_safe
@recht_required(MAG_BORD)
def start(request: HttpRequest) -> HttpResponse:
    """Every place with how many come today."""
    context = {"vandaag": klok.today(), "plekken": list_drukte(klok.today())}
    return render(request, "afspraken/beheer/start.html", context)


@require_safe
@recht_required(MAG_BORD)
def bord(request: HttpRequest, code: str) -> HttpResponse:
    """One place: `dag` (ISO, else today), `toon=week` for the whole week of that day."""
    dag = _read_dag(request.GET.get("dag", ""))
    week = request.GET.get("toon") == "week"
    van = dag - timedelta(days=dag.weekday()) if week else dag
    tot = van + timedelta(days=6) if week else dag
    met_namen = request.user.has_perm(MAG_WIE)
    try:
        found = read_bord(code, van=van, tot_en_met=tot, met_namen=met_namen)
    except OnbekendeLocatie:
        raise Http404 from None
    context = {
        "bord": found,
        "dagen": _with_steps(found.dagen, may=request.user.has_perm(MAG_DAG)),
        "dag": dag,
        "vandaag": klok.today(),
        "week": week,
        "vorige": van - timedelta(days=7 if week else 1),
        "volgende": van + timedelta(days=7 if week else 1),
        "met_namen": met_namen,
        "mag_melden": request.user.has_perm(MAG_DAG),
        "leeg": not any(each.regels for each in found.dagen),
    }
    return render(request, "afspraken/beheer/bord.html", context)


def _with_steps(
    dagen: Iterable[Borddag], *, may: bool
) -> list[tuple[date, list[tuple[Bordregel, list[Stap]]]]]:
    """Each day with its rows, and what this employee can say of each."""
    now = klok.now()
    return [
        (dag.datum, [(regel, list_stappen(regel, now=now) if may else []) for regel in dag.regels])
        for dag in dagen
    ]


def _read_dag(text: str) -> date:
    """The day in the address; today for what is none, or too far away."""
    today = klok.today()
    try:
        dag = date.fromisoformat(text[:10])
    except ValueError:
        return today
    return dag if abs(dag - today) <= VERST else today
