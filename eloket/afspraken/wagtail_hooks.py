"""Afspraken's places in the Wagtail admin."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from eloket.afspraken.beheer.bord import bord, start
from eloket.afspraken.beheer.buiten import buiten
from eloket.afspraken.beheer.cijfers import cijfers, cijfers_csv
from eloket.afspraken.beheer.dag import afspraak, meld_aan, zet_status
from eloket.afspraken.beheer.feestdagen import feestdagen
from eloket.afspraken.beheer.groep import AfsprakenGroep
from eloket.afspraken.beheer.weghalen import keep_used

register_snippet(AfsprakenGroep)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    urls = [
        path("", start, name="start"),
        path("buiten/", buiten, name="buiten"),
        path("cijfers/", cijfers, name="cijfers"),
        path("cijfers/afspraken.csv", cijfers_csv, name="cijfers-csv"),
        path("feestdagen/", feestdagen, name="feestdagen"),
        path("bord/<slug:code>/", bord, name="bord"),
        path("bord/<slug:code>/aanmelden/", meld_aan, name="aanmelden"),
        path("<uuid:id>/", afspraak, name="afspraak"),
        path("<uuid:id>/status/", zet_status, name="status"),
    ]
    return [
        path("afspraken/", include((urls, "afspraakbeheer"))),
        path("afspraken/", include("eloket.afspraken.beheer.stukken", namespace="afspraakstukken")),
    ]


@hooks.register("before_delete_snippet")
def ask_before_delete(request: HttpRequest, instances: Sequence[Any]) -> HttpResponse | None:
    """What is in use stays."""
    return keep_used(request, instances)
