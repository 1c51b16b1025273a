"""The search page."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from eloket.lib import klok
from eloket.producten.models import ThemaPage
from eloket.producten.models.lijst import group_links, page_links
from eloket.producten.models.zichtbaar import Lezer
from eloket.producten.zoeken import search_producten
from eloket.producten.zoekwoorden import MAX_TEKENS
from eloket.website.services import Link, public_page

PER_PAGINA = 10


@require_safe
# What somebody typed is not kept: people search for names and numbers too, and there is no end to questions.
@public_page()
def zoeken(request: HttpRequest) -> HttpResponse:
    """Products that fit `?q=`; without a hit, the other ways on."""
    asked = " ".join(request.GET.get("q", "").replace("\0", "").split())
    vraag, taal, now = asked[:MAX_TEKENS], get_language() or "nl", klok.now()
    found = search_producten(vraag, taal=taal, lezer=Lezer.IEDEREEN, now=now)
    pagina = Paginator(found, PER_PAGINA).get_page(request.GET.get("pagina"))
    context = {
        "vraag": vraag,
        "ingekort": len(asked) > MAX_TEKENS,
        "aantal": len(found),
        "treffers": page_links(pagina.object_list, request),
        "pagina": pagina,
        "basis": f"?{_query(vraag)}&pagina=",
        "themas": [] if found else _themas(request, taal),
        "crumbs": _crumbs(request),
    }
    return render(request, "producten/zoeken.html", context)


def _query(vraag: str) -> str:
    query = QueryDict(mutable=True)
    query["q"] = vraag
    return query.urlencode()


def _themas(request: HttpRequest, taal: str) -> list[Link]:
    pages = ThemaPage.objects.filter(locale__language_code=taal)
    return [Link(link.title, link.url) for link in group_links(pages, request, relation="themas")]


def _crumbs(request: HttpRequest) -> list[Link]:
    return [Link(_("Home"), reverse("wagtail_serve", args=[""])), Link(_("Zoeken"), request.path)]
