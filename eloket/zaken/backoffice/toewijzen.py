"""Giving one zaak to somebody: to oneself, to a colleague, to a team, to nobody."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from eloket.lib import klok
from eloket.zaken.backoffice.toegang import (
    Toegang,
    behandelaar_required,
    get_name,
    get_toegang,
    get_user,
    refuse,
)
from eloket.zaken.forms import ToewijzenForm
from eloket.zaken.services import (
    BehandelaarChanged,
    NieuweToewijzing,
    ZaakRejected,
    assign_zaak,
    list_collegas,
    list_teams_of,
    names_of,
)


@require_POST
@behandelaar_required
def toewijzen(request: HttpRequest, identificatie: str) -> HttpResponse:
    """Who was first has it; the second is told. A behandelaar gives away what is theirs or nobody's."""
    toegang = get_toegang(request)
    if not may_assign(toegang):
        return refuse(request)
    form = make_form(toegang, login=get_user(request).get_username(), data=request.POST)
    if form.is_valid():
        _assign(request, identificatie, form.cleaned_data)
    else:
        messages.error(request, " ".join(str(each) for errors in form.errors.values() for each in errors))
    return redirect("zaken:zaak", identificatie=identificatie)


def may_assign(toegang: Toegang) -> bool:
    """The coördinator always; a behandelaar when it takes the zaak from no colleague."""
    free = toegang.heeft_hem or not toegang.verdeling.behandelaar
    return toegang.verdeling.is_open and (toegang.verdeelt or (toegang.behandelt and free))


def make_form(toegang: Toegang, *, login: str, data: Any = None) -> ToewijzenForm:
    """For this zaak: colleagues with a rol for it, oneself first, and its teams."""
    verdeling = toegang.verdeling
    found = list_collegas(verdeling.zaaktype, verdeling.vertrouwelijkheidaanduiding)
    collegas = sorted(found, key=lambda collega: collega.login != login)
    return ToewijzenForm(
        data,
        collegas=collegas,
        zelf=login,
        teams=list_teams_of(verdeling.zaaktype),
        initial={
            "huidig": verdeling.behandelaar,
            "naar": verdeling.behandelaar or login,
            "team": verdeling.team,
        },
    )


def assign_context(toegang: Toegang, *, login: str) -> dict[str, Any]:
    """What the part of the page about who has the zaak shows."""
    verdeling = toegang.verdeling
    form: forms.Form | None = make_form(toegang, login=login) if may_assign(toegang) else None
    return {
        "toewijzen": form,
        "wie": names_of([verdeling.behandelaar]).get(verdeling.behandelaar, ""),
        "team": verdeling.team,
        "van_mij": toegang.heeft_hem,
        "zelf": login,
    }


def _assign(request: HttpRequest, identificatie: str, wanted: dict[str, Any]) -> None:
    nieuw = NieuweToewijzing(
        behandelaar=wanted["naar"],
        team=wanted["team"],
        huidig=wanted["huidig"],
        reden=wanted["reden"],
        door=get_name(request),
    )
    try:
        assign_zaak(identificatie, nieuw, now=klok.now())
    except BehandelaarChanged:
        messages.warning(
            request, _("Een collega was u voor: de zaak is intussen van iemand anders. Kijk eerst van wie.")
        )
    except ZaakRejected as error:
        messages.error(request, _("Dit kan niet: %s.") % "; ".join(error.reasons))
    else:
        messages.success(request, _said(nieuw.behandelaar, get_user(request).get_username()))


def _said(naar: str, login: str) -> str:
    if naar == login:
        return _("De zaak staat nu op uw naam.")
    if not naar:
        return _("De zaak heeft nu geen behandelaar. U vindt hem bij “Niemand”.")
    return _("De zaak is nu van %s.") % names_of([naar])[naar]
