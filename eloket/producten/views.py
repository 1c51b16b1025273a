"""The search page, and what its box suggests."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from eloket.lib import klok
from eloket.producten.models import ThemaPage
from eloket.producten.models.lijst import group_links
from eloket.producten.models.product import Doelgroep
from eloket.producten.models.zichtbaar import Lezer
from eloket.producten.zoeken import (
    Document,
    Keuze,
    Soort,
    Uitslag,
    Verfijning,
    search,
    search_elsewhere,
    suggest,
)
from eloket.producten.zoekwoorden import MAX_TEKENS
from eloket.website.services import Link, public_page

PER_PAGINA = 10
KORTSTE_VRAAG = 2


@dataclass(frozen=True)
class Groep:
    """One way to get fewer hits, with a link for each choice; the link of a choice made takes it away."""

    titel: str
    keuzes: tuple[Link, ...]


@dataclass(frozen=True)
class Elders:
    """What another language has. `taal`: its code."""

    taal: str
    treffers: tuple[Document, ...]


@dataclass(frozen=True)
class Zoekopdracht:
    """What the address asks for."""

    vraag: str
    ingekort: bool
    verfijning: Verfijning
    letterlijk: bool

    @classmethod
    def read(cls, query: QueryDict) -> "Zoekopdracht":
        asked = " ".join(query.get("q", "").replace("\0", "").split())
        chosen, literal = (
            Verfijning.read({name: query.get(name, "") for name in query}),
            query.get("letterlijk") == "1",
        )
        return cls(asked[:MAX_TEKENS], len(asked) > MAX_TEKENS, chosen, literal)

    def address(self) -> str:
        """The query string that asks for this again."""
        query = QueryDict(mutable=True)
        chosen = self.verfijning
        values = {
            "q": self.vraag,
            "doelgroep": chosen.doelgroep,
            "thema": chosen.thema,
            "online": "1" if chosen.online else "",
            "letterlijk": "1" if self.letterlijk else "",
        }
        query.update({name: value for name, value in values.items() if value})
        return f"?{query.urlencode()}"

    def toggled(self, keuze: Keuze) -> str:
        """The address with this choice made, or taken away."""
        value = "" if keuze.gekozen else keuze.waarde
        changes = {"online": bool(value)} if keuze.naam == "online" else {keuze.naam: value}
        return replace(self, verfijning=replace(self.verfijning, **changes)).address()


@require_safe
# What somebody typed is not kept: people search for names and numbers too, and there is no end to questions.
@public_page()
def zoeken(request: HttpRequest) -> HttpResponse:
    """What fits `?q=`; without a hit, the other ways on."""
    asked, taal = Zoekopdracht.read(request.GET), get_language() or "nl"
    found = search(
        asked.vraag,
        taal=taal,
        lezer=Lezer.IEDEREEN,
        now=klok.now(),
        verfijning=asked.verfijning,
        letterlijk=asked.letterlijk,
    )
    pagina = Paginator(found.treffers, PER_PAGINA).get_page(request.GET.get("pagina"))
    context = {
        "vraag": asked.vraag,
        "ingekort": asked.ingekort,
        "gezocht": found.gezocht,
        "letterlijk_url": replace(asked, letterlijk=True).address(),
        "aantal": len(found.treffers),
        "alle": found.alle,
        "treffers": pagina.object_list,
        "pagina": pagina,
        "basis": f"{asked.address()}&pagina=",
        "groepen": _groups(asked, found, taal) if found.alle > 1 or asked.verfijning else [],
        "gekozen": bool(asked.verfijning),
        "alles_url": replace(asked, verfijning=Verfijning()).address(),
        "elders": None if found.alle else _elsewhere(asked.vraag, taal),
        "themas": [] if found.alle else _themas(request, taal),
        "crumbs": _crumbs(request),
    }
    return render(request, "producten/zoeken.html", context)


def _elsewhere(vraag: str, taal: str) -> Elders | None:
    """What the first other language has where this one has nothing."""
    for code, _name in settings.LANGUAGES:
        if code != taal:
            found = search_elsewhere(vraag, taal=code, lezer=Lezer.IEDEREEN, now=klok.now())
            if found:
                return Elders(code, tuple(found))
    return None


@require_safe
def suggesties(request: HttpRequest) -> JsonResponse:
    """What somebody who typed `?q=` so far may mean, for the box on every page. Kept a minute."""
    typed, found = Zoekopdracht.read(request.GET).vraag, []
    if len(typed) >= KORTSTE_VRAAG:
        found = suggest(typed, taal=get_language() or "nl", lezer=Lezer.IEDEREEN, now=klok.now())
    rows = [{"titel": document.titel, "url": document.url, "soort": _kind(document)} for document in found]
    return JsonResponse({"suggesties": rows}, headers={"Cache-Control": "public, max-age=60"})


def _kind(document: Document) -> str:
    """What it is, for what is no product."""
    return "" if document.soort == Soort.PRODUCT else str(document.soort.label)


def _groups(asked: Zoekopdracht, found: Uitslag, taal: str) -> list[Groep]:
    """The choices that make a difference, by what they are about."""
    names = {
        "doelgroep": dict(Doelgroep.choices),
        "thema": dict(ThemaPage.objects.filter(locale__language_code=taal).values_list("slug", "title")),
        "online": {"1": _("Nu online te regelen")},
    }
    titles = {"doelgroep": _("Voor wie"), "thema": _("Thema"), "online": _("Hoe")}
    groups = [Groep(titles[name], _choices(asked, found.keuzes, name, names[name])) for name in titles]
    return [group for group in groups if group.keuzes]


def _choices(
    asked: Zoekopdracht, keuzes: Iterable[Keuze], naam: str, labels: dict[str, str]
) -> tuple[Link, ...]:
    return tuple(
        Link(
            f"{labels[keuze.waarde]} ({keuze.aantal})",
            asked.toggled(keuze),
            huidig="true" if keuze.gekozen else "",
        )
        for keuze in keuzes
        if keuze.naam == naam and keuze.waarde in labels and (keuze.aantal or keuze.gekozen)
    )


def _themas(request: HttpRequest, taal: str) -> list[Link]:
    pages = ThemaPage.objects.filter(locale__language_code=taal)
    return [Link(link.title, link.url) for link in group_links(pages, request, relation="themas")]


def _crumbs(request: HttpRequest) -> list[Link]:
    return [Link(_("Home"), reverse("wagtail_serve", args=[""])), Link(_("Zoeken"), request.path)]
