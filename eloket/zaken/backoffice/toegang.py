"""Who may come in, as what, and as whom colleagues know them.

Every address of the back office goes through `behandelaar_required`. With a zaak in it (`identificatie`) a
look asks for the rol raadpleger of its zaaktype and a POST for behandelaar, unless the view asks for more.
Who has no rol there gets 404: not even that the zaak exists.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.models import AbstractUser
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from eloket.accounts.services import get_medewerker
from eloket.zaken.backoffice.inkijk import note_look
from eloket.zaken.regels import ZAAKROLLEN, Zaakrol, levels_up_to
from eloket.zaken.services import (
    Document,
    DocumentNotFound,
    Dossier,
    Rechten,
    RegisterError,
    Verdeling,
    ZaakNotFound,
    get_rechten,
    get_verdeling,
)

P = ParamSpec("P")
PERMISSION = "zaken.behandel_zaak"
_LEZEN = ("GET", "HEAD", "OPTIONS")


@dataclass(frozen=True, slots=True)
class Toegang:
    """What this employee is to this zaak. `maximum`: the most closed document that they may see."""

    rol: Zaakrol
    maximum: str
    verdeling: Verdeling
    heeft_hem: bool  # the zaak is theirs

    @property
    def behandelt(self) -> bool:
        return self.may(Zaakrol.BEHANDELAAR)

    @property
    def verdeelt(self) -> bool:
        return self.may(Zaakrol.COORDINATOR)

    def may(self, rol: Zaakrol) -> bool:
        return ZAAKROLLEN.index(self.rol) >= ZAAKROLLEN.index(rol)


def behandelaar_required(
    view: Callable[Concatenate[HttpRequest, P], HttpResponseBase],
    *,
    rol: Zaakrol | None = None,
    noted: bool = True,
) -> Callable[..., HttpResponseBase]:
    """403 for an employee without the right; and one plain page when the register gives no answer.

    `rol`: what a view of one zaak asks for, when that is not raadpleger to look and behandelaar to do.
    `noted`: whether it shows something of the zaak, so that it stands in the log of who looked.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        # Not PermissionDenied: the Wagtail admin turns that into a redirect to its home page.
        user = get_medewerker(request)
        if user is None:
            return refuse(request)
        rechten = get_own_rechten(request)
        if not rechten.ziet_zaken:
            return refuse(request)
        try:
            if "identificatie" in kwargs:
                toegang = enter(user, rechten, str(kwargs["identificatie"]))
                if not toegang.may(rol or _asked(request)):
                    return refuse(request)
                _remember(request, toegang)
                handles = toegang.behandelt or toegang.heeft_hem
                if noted and (asked := note_look(request, user, toegang.verdeling, handles=handles)):
                    return asked
            return view(request, *args, **kwargs)
        except (ZaakNotFound, DocumentNotFound):
            raise Http404 from None
        except RegisterError:
            return render(request, "zaken/storing.html", status=503)

    return guarded


def enter(user: AbstractUser, rechten: Rechten, identificatie: str) -> Toegang:
    """What they are to this zaak. Errors: `ZaakNotFound`, also when it is not for them."""
    verdeling = get_verdeling(identificatie)
    rol = rechten.rol_in(verdeling.zaaktype, verdeling.vertrouwelijkheidaanduiding)
    if rol is None:
        raise ZaakNotFound(identificatie)
    maximum = rechten.bereik().maximum(verdeling.zaaktype)
    return Toegang(rol, maximum, verdeling, verdeling.behandelaar == user.get_username())


def get_own_rechten(request: HttpRequest) -> Rechten:
    """What this employee may do, read once in a request. Errors: `Http404` for anybody else."""
    found = getattr(request, "zaakrechten", None)
    if not isinstance(found, Rechten):
        found = get_rechten(get_user(request))
        setattr(request, "zaakrechten", found)  # noqa: B010  a request has no such attribute of its own
    return found


def sees_zaken(request: HttpRequest) -> bool:
    """Whether the back office is for this employee at all."""
    return get_own_rechten(request).ziet_zaken


def get_toegang(request: HttpRequest) -> Toegang:
    """What this employee is to the zaak of this address. Errors: `Http404` where there is none."""
    toegang = getattr(request, "zaaktoegang", None)
    if not isinstance(toegang, Toegang):
        raise Http404
    return toegang


def list_zichtbaar(documenten: Iterable[Document], toegang: Toegang) -> tuple[Document, ...]:
    """Those that are not too confidential for this employee."""
    levels = levels_up_to(toegang.maximum)
    return tuple(each for each in documenten if each.vertrouwelijkheidaanduiding in levels)


def narrow(dossier: Dossier, toegang: Toegang) -> Dossier:
    """The dossier without the documents that are too confidential for this employee."""
    return replace(dossier, documenten=list_zichtbaar(dossier.documenten, toegang))


def get_user(request: HttpRequest) -> AbstractUser:
    """The employee behind `behandelaar_required`. Errors: `Http404` for anybody else."""
    user = get_medewerker(request)
    if user is None:
        raise Http404
    return user


def get_name(request: HttpRequest) -> str:
    """As colleagues know them; the history is never shown to a resident."""
    user = get_medewerker(request)
    return (user.get_full_name() or user.get_username())[:150] if user else ""


def refuse(request: HttpRequest) -> HttpResponse:
    return render(request, "zaken/geen_toegang.html", status=403)


def _asked(request: HttpRequest) -> Zaakrol:
    return Zaakrol.RAADPLEGER if request.method in _LEZEN else Zaakrol.BEHANDELAAR


def _remember(request: HttpRequest, toegang: Toegang) -> None:
    setattr(request, "zaaktoegang", toegang)  # noqa: B010  a request has no such attribute of its own
