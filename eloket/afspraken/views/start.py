"""How to make an afspraak with this gemeente."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from eloket.website.services import Link, public_page


@require_safe
@public_page()
def start(request: HttpRequest) -> HttpResponse:
    """By telephone or at the counter, with number, address and opening hours; the same for everybody."""
    crumbs = [Link(_("Home"), reverse("wagtail_serve", args=[""])), Link(_("Een afspraak maken"), "")]
    return render(request, "afspraken/start.html", {"crumbs": crumbs})
