"""Is this document really ours? Open to everybody, without login."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from eloket.uitgifte.forms import CodeForm
from eloket.uitgifte.views.scherm import show
from eloket.website.services import public_page


@require_safe
@public_page(query=("code",))
def start(request: HttpRequest) -> HttpResponse:
    """Ask for the code; a GET form, so that it needs neither a cookie nor a token."""
    # Signs that cannot be shown would only break the page that says that the code is wrong.
    typed = "".join(sign for sign in request.GET.get("code", "") if sign.isprintable())
    form = CodeForm({"code": typed} if "code" in request.GET else None)
    if form.is_bound and form.is_valid():
        return redirect("uitgifte:controleer", code=form.cleaned_data["code"])
    return show(request, "uitgifte/start.html", {"form": form})
