"""Where a form ends early: why, the way back, and for another product the way there."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import get_language

from eloket.formulieren.route import EINDE
from eloket.formulieren.views.wizard import ConceptWizard
from eloket.lib import klok
from eloket.website.services import get_paginaboom


class EindeView(ConceptWizard):
    """Nothing is sent here. The answers stay in the draft, so that one of them can be changed."""

    http_method_names = ["get", "head"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        einde = self.route.besluit.einde
        if einde is None or self.route.verder != EINDE:
            return redirect(self.get_step_url(self.route.verder))
        regel = einde.regel
        context = {
            **self.omgeving(),
            "formulier_titel": str(self.concept.versie.definitie.titel),
            "titel": str(regel.titel),
            "tekst": str(regel.tekst),
            "product": find_product(regel.product),
            "vorige_url": self.get_step_url(self.route.laatste),
        }
        return TemplateResponse(request, "formulieren/einde.html", context)


def find_product(slug: str) -> Any:
    """A link to the page of another product; None without one, or when it is not on the site now."""
    if not slug:
        return None
    return get_paginaboom().find_link(slug, language=get_language() or "nl", now=klok.now())
