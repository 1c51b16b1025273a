"""Renew a product, put another kenteken on it, give it up: a page that says what happens, and one button.

For a holder who wants it arranged now; what the counter may not decide goes on with the form, to an employee.
"""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from eloket.accounts.services import Identiteit, Niveau, burger_required
from eloket.lib import klok
from eloket.mijnzaken.productformulieren import KentekenForm
from eloket.mijnzaken.services.producten import list_zaken_van
from eloket.mijnzaken.views.producten import products_crumb, require_product
from eloket.mijnzaken.views.wie import list_crumb, require_identiteit, screen_context
from eloket.uitgifte.services import (
    EigenProduct,
    MedewerkerNodig,
    NietMogelijk,
    ProductChanged,
    ProductInfo,
    ProductNotFound,
    SameKenteken,
    Zelf,
    change_own_kenteken,
    end_own,
    renew_own,
    show_new_term,
)
from eloket.website.services import Link

#: By what is done, named as in `Mogelijk`; "medewerker": what is left to a person.
SCHERMEN = {
    "verlengen": "mijnzaken/producten/verlengen.html",
    "kenteken": "mijnzaken/producten/kenteken.html",
    "beeindigen": "mijnzaken/producten/beeindigen.html",
    "medewerker": "mijnzaken/producten/medewerker.html",
}


@require_http_methods(["GET", "HEAD", "POST"])
@burger_required(niveau=Niveau.MIDDEN)
def verlengen(request: HttpRequest, code: str) -> HttpResponse:
    """One confirmation; sent twice it is one product."""
    identiteit = require_identiteit(request)
    wie, now = make_zelf(identiteit), klok.now()
    eigen = require_product(code, identiteit)
    if request.method == "POST":
        return _act(request, eigen, lambda: renew_own(code, wie=wie, now=now), "verlengd")
    rows = [*eigen.gegevens, *show_new_term(code, wie=wie, now=now)]
    return _show(request, eigen, "verlengen", _("Verlengen"), rijen=rows)


@require_http_methods(["GET", "HEAD", "POST"])
@burger_required(niveau=Niveau.MIDDEN)
def kenteken(request: HttpRequest, code: str) -> HttpResponse:
    """Another kenteken; what was wrong with it stands at the box."""
    identiteit = require_identiteit(request)
    wie, now = make_zelf(identiteit), klok.now()
    eigen = require_product(code, identiteit)
    form = KentekenForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _show_kenteken(request, eigen, form)
    typed = form.cleaned_data["kenteken"]
    try:
        return _act(request, eigen, lambda: change_own_kenteken(code, typed, wie=wie, now=now), "gewijzigd")
    except SameKenteken:
        form.add_same()
    except ValueError:
        form.add_invalid()
    return _show_kenteken(request, eigen, form)


@require_http_methods(["GET", "HEAD", "POST"])
@burger_required(niveau=Niveau.MIDDEN)
def beeindigen(request: HttpRequest, code: str) -> HttpResponse:
    """Give it up, for good."""
    identiteit = require_identiteit(request)
    wie, now = make_zelf(identiteit), klok.now()
    eigen = require_product(code, identiteit)
    if request.method == "POST":
        return _act(request, eigen, lambda: end_own(code, wie=wie, now=now), "beeindigd")
    return _show(request, eigen, "beeindigen", _("Beëindigen"), rijen=eigen.rijen)


def make_zelf(identiteit: Identiteit) -> Zelf:
    """Who acts, and how far."""
    voor = identiteit.belanghebbende
    return Zelf(voor, list_zaken_van(voor, identiteit.handelende))


def _act(
    request: HttpRequest, eigen: EigenProduct, act: Callable[[], ProductInfo], klaar: str
) -> HttpResponse:
    """Do it, and on to the product that is there now; or say why not, with nothing changed."""
    try:
        product = act()
    except ProductNotFound:
        raise Http404("Dit product is er niet, of is niet van u.") from None
    except MedewerkerNodig as error:
        return _show(request, eigen, "medewerker", _("Een medewerker kijkt mee"), redenen=error.redenen)
    except SameKenteken:
        raise
    except (NietMogelijk, ProductChanged):
        return _back(eigen.info, "niet")
    return _back(product, klaar)


def _back(product: ProductInfo, klaar: str) -> HttpResponseRedirect:
    return redirect(f"{reverse('mijnzaken:product', args=[product.code])}?klaar={klaar}")


def _show_kenteken(request: HttpRequest, eigen: EigenProduct, form: KentekenForm) -> HttpResponse:
    status = 422 if form.is_bound else 200
    return _show(request, eigen, "kenteken", _("Kenteken wijzigen"), form=form, status=status)


def _show(
    request: HttpRequest,
    eigen: EigenProduct,
    scherm: str,
    titel: str,
    *,
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """One of the pages; for what cannot be done now, the product itself says how it stands."""
    if scherm != "medewerker" and not getattr(eigen.mag, scherm):
        return _back(eigen.info, "niet")
    here = Link(eigen.info.naam, reverse("mijnzaken:product", args=[eigen.info.code]))
    crumbs = (list_crumb(), products_crumb(), here, Link(titel, ""))
    frame = screen_context(request, require_identiteit(request), *crumbs)
    return render(
        request,
        SCHERMEN[scherm],
        {**frame, "eigen": eigen, "titel": titel, **context},
        status=status,
    )
