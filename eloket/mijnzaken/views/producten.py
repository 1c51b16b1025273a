"""What the gemeente handed over: the list, one product, and its document.

For whoever holds something of the gemeente and wants to know what it is worth now, or needs it on paper.
"""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from eloket.accounts.services import Identiteit, Niveau, burger_required
from eloket.berichten.services import note_gelezen
from eloket.bestanden.services import serve_bestand
from eloket.lib import klok
from eloket.mijnzaken.services import NotMine, get_mijn_product, list_mijn_producten
from eloket.mijnzaken.views.wie import list_crumb, require_identiteit, screen_context
from eloket.uitgifte.services import EigenProduct
from eloket.website.services import Link

PAGE_SIZE = 20
#: By what stands in the address after something was done: tone, what was done, and what that means.
KLAAR = {
    "verlengd": (
        "ok",
        gettext_lazy("Uw document is verlengd"),
        gettext_lazy("Dit is uw nieuwe document. De code van het oude document is niet meer geldig."),
    ),
    "gewijzigd": (
        "ok",
        gettext_lazy("Het kenteken is gewijzigd"),
        gettext_lazy("Dit is uw nieuwe document. De code van het oude document is niet meer geldig."),
    ),
    "beeindigd": ("ok", gettext_lazy("U hebt dit document beëindigd"), ""),
    "niet": (
        "info",
        gettext_lazy("Dit kan nu niet"),
        gettext_lazy("Er is niets veranderd. Hieronder leest u hoe het met dit document staat."),
    ),
}


@require_safe
@burger_required(niveau=Niveau.MIDDEN)
def producten(request: HttpRequest) -> HttpResponse:
    """All of them: what holds first, then what is over."""
    identiteit = require_identiteit(request)
    found = list_mijn_producten(voor=identiteit.belanghebbende, door=identiteit.handelende, now=klok.now())
    pagina = Paginator(found.alle, PAGE_SIZE).get_page(request.GET.get("pagina"))
    context = {
        **screen_context(request, identiteit, list_crumb(), Link(_("Mijn producten"), "")),
        "nu": [each for each in pagina if not each.voorbij],
        "voorbij": [each for each in pagina if each.voorbij],
        "pagina": pagina,
    }
    return render(request, "mijnzaken/producten/lijst.html", context)


@require_safe
@burger_required(niveau=Niveau.MIDDEN)
def product(request: HttpRequest, code: str) -> HttpResponse:
    """One product; somebody else's is 404, like one that does not exist."""
    identiteit = require_identiteit(request)
    eigen = require_product(code, identiteit)
    if identiteit.handelende is None:
        note_gelezen(zaak=eigen.info.tooncode, voor=identiteit.belanghebbende, now=klok.now())
    context = {
        **screen_context(request, identiteit, list_crumb(), products_crumb(), Link(eigen.info.naam, "")),
        "eigen": eigen,
        "klaar": KLAAR.get(request.GET.get("klaar", "")),
        "vandaag": klok.today(),
    }
    return render(request, "mijnzaken/producten/product.html", context)


@require_safe
@burger_required(niveau=Niveau.MIDDEN)
def productdocument(request: HttpRequest, code: str) -> HttpResponseBase:
    """The sealed PDF, to save; 404 while it is made."""
    eigen = require_product(code, require_identiteit(request))
    if not eigen.info.bestand:
        raise Http404("Dit document wordt nog gemaakt.")
    return serve_bestand(eigen.info.bestand)


def require_product(code: str, identiteit: Identiteit) -> EigenProduct:
    """The product. Errors: `Http404`, for somebody else's too."""
    try:
        return get_mijn_product(
            code, voor=identiteit.belanghebbende, door=identiteit.handelende, now=klok.now()
        )
    except NotMine:
        raise Http404("Dit product is er niet, of is niet van u.") from None


def products_crumb() -> Link:
    return Link(_("Mijn producten"), reverse("mijnzaken:producten"))
