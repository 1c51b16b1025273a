"""Is this document really ours? Open to everybody, without login."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from eloket.uitgifte.forms import CodeForm
from eloket.website.services import Link, public_page


@require_safe
@public_page(query=("code",))
def start(request: HttpRequest) -> HttpResponse:
    """Ask for the code; a GET form, so that it needs neither a cookie nor a token."""
    # Signs that cannot be shown would only break the page that says that the code is wrong.
    typed = "".join(sign for sign in request.GET.get("code", "") if sign.isprintable())
    form = CodeForm({"code": typed} if "code" in request.GET else None)
    if form.is_bound and form.is_valid():
        return redirect("uitgifte:controleer", code=form.cleaned_data["code"])
    return _show(request, form, status=200)


@require_safe
@public_page()
def controleer(request: HttpRequest, code: str) -> HttpResponse:
    """The answer for one code. This gemeente issues no document with a code yet, so no code is known."""
    return _show(request, CodeForm(), status=404, code=code[:64])


def _show(request: HttpRequest, form: CodeForm, *, status: int, code: str = "") -> HttpResponse:
    crumbs = [Link(_("Home"), reverse("wagtail_serve", args=[""])), Link(_("Document controleren"), "")]
    context = {"form": form, "code": code, "crumbs": crumbs}
    template = "uitgifte/onbekend.html" if code else "uitgifte/start.html"
    return render(request, template, context, status=status)
