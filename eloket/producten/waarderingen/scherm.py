"""Where the form of a product page goes to. No cookie and no token: the page it stands on is kept whole."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from eloket.lib import klok
from eloket.lib.herkomst import client_address, is_from_own_page
from eloket.lib.limiet import take_turn
from eloket.producten.models import ProductPage
from eloket.producten.models.waardering import Oordeel, product_key
from eloket.producten.models.zichtbaar import Lezer
from eloket.producten.waarderingen.bewaren import save_waardering
from eloket.producten.waarderingen.formulier import LOKAAS, WaarderingForm
from eloket.producten.waarderingen.tekst import readable
from eloket.website.services import Link

MAXIMUM = 20
WINDOW = 3600


# The origin of the request is looked at instead of a token, for a token needs a cookie.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def geef(request: HttpRequest) -> HttpResponse:
    """Keep one answer and say thanks. Whoever comes here without a form is sent to the products."""
    if request.method != "POST":
        return redirect("wagtail_serve", "producten/")
    if not is_from_own_page(request):
        return _refuse(
            request,
            _("Wij hebben uw mening niet ontvangen"),
            _("Uw browser zei niet dat u van onze website kwam. Ga naar de pagina en geef daar uw mening."),
            status=403,
        )
    page = _find_page(request.POST.get("product", ""))
    if page is None:
        return _refuse(
            request,
            _("Deze pagina is er niet meer"),
            _("U kunt er dus ook niets meer over zeggen. Zoek het product opnieuw, of bel ons."),
            status=404,
        )
    return _answer(request, page)


@require_safe
@never_cache
def bedankt(request: HttpRequest) -> HttpResponse:
    """Thanks, and the way back to the product."""
    page = _find_page(request.GET.get("product", ""))
    context = {"terug": _link(page, request), "crumbs": _crumbs(page, request)}
    return render(request, "producten/waardering_bedankt.html", context)


def _answer(request: HttpRequest, page: ProductPage) -> HttpResponse:
    thanks = f"{reverse('waardering-bedankt')}?{urlencode({'product': page.translation_key})}"
    if request.POST.get(LOKAAS):  # people do not see that box; what fills it in hears nothing
        return _see_other(thanks)
    form = WaarderingForm({name: readable(str(value)) for name, value in request.POST.items()})
    if not form.is_valid():
        return _show_form(request, page, form, status=200)
    now = klok.now()
    if not take_turn("waardering", client_address(request), maximum=MAXIMUM, seconds=WINDOW, now=now):
        form.add_error(None, _("U gaf net al vaak uw mening. Wacht een uur en stuur deze dan op."))
        return _show_form(request, page, form, status=429)
    save_waardering(
        page,
        oordeel=Oordeel(form.cleaned_data["oordeel"]),
        reden=form.cleaned_data["reden"],
        toelichting=form.cleaned_data["toelichting"],
        now=now,
    )
    return _see_other(thanks)


def _show_form(request: HttpRequest, page: ProductPage, form: WaarderingForm, *, status: int) -> HttpResponse:
    about = {"product": page.title, "sleutel": page.translation_key}
    context = {"form": form, **about, "crumbs": _crumbs(page, request)}
    response = render(request, "producten/waardering.html", context, status=status)
    if status == 429:
        response["Retry-After"] = str(WINDOW)
    return response


def _refuse(request: HttpRequest, title: str, text: str, *, status: int) -> HttpResponse:
    context = {"titel": title, "tekst": text, "crumbs": _crumbs(None, request)}
    return render(request, "producten/waardering_geweigerd.html", context, status=status)


def _see_other(url: str) -> HttpResponse:
    """Go and fetch that page, so that loading it again sends nothing twice."""
    response = HttpResponseRedirect(url)
    response.status_code = 303
    return response


def _find_page(key: str) -> ProductPage | None:
    """The product in the language of this address, as everybody may see it."""
    known = product_key(key)
    if known is None:
        return None
    visible = ProductPage.objects.visible_to(Lezer.IEDEREEN, now=klok.now()).select_related("locale")
    return visible.filter(translation_key=known, locale__language_code=get_language()).first()


def _link(page: ProductPage | None, request: HttpRequest) -> Link:
    if page is None:
        return Link(_("alle producten"), reverse("wagtail_serve", args=["producten/"]))
    return Link(page.title, page.get_url(request) or "")


def _crumbs(page: ProductPage | None, request: HttpRequest) -> list[Link]:
    home = Link(_("Home"), reverse("wagtail_serve", args=[""]))
    return [home, *([_link(page, request)] if page else []), Link(_("Uw mening"), "")]
