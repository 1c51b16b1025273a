"""The theme's style sheet, security.txt and the error pages."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from wagtail.models import Site

from eloket.lib import klok
from eloket.lib.contact import as_contact
from eloket.website.huisstijl import build_stylesheet
from eloket.website.models import Instellingen
from eloket.website.thema import css_hash

YEAR = 31536000


@require_safe
def thema_css(request: HttpRequest, kenmerk: str) -> HttpResponse:
    """The gemeente's theme. Its name is its hash, so it keeps for ever; an older name gets today's."""
    own = Instellingen.objects.filter(site=Site.find_for_request(request)).first() or Instellingen()
    css = build_stylesheet(own)
    response = HttpResponse(css, content_type="text/css; charset=utf-8")
    fresh = css_hash(css) == kenmerk
    response["Cache-Control"] = f"public, max-age={YEAR}, immutable" if fresh else "no-cache"
    return response


@require_safe
@cache_control(public=True, max_age=3600)
def security_txt(request: HttpRequest) -> HttpResponse:
    """Where to report a leak (RFC 9116). What the installation says goes before what a redacteur says."""
    own = Instellingen.objects.filter(site=Site.find_for_request(request)).first() or Instellingen()
    contact = settings.ELOKET_SECURITY_CONTACT or as_contact(own.veiligheid_contact) or as_contact(own.email)
    expires = (klok.now() + timedelta(days=180)).replace(hour=0, minute=0, second=0, microsecond=0)
    fields = {
        "Contact": contact or settings.ELOKET_BASIS_URL,
        "Expires": expires.isoformat(),
        "Preferred-Languages": ", ".join(code for code, _name in settings.LANGUAGES),
        "Canonical": f"{settings.ELOKET_BASIS_URL}/.well-known/security.txt",
        "Policy": own.veiligheid_beleid,
        "Acknowledgments": own.veiligheid_dank,
    }
    lines = [f"{name}: {value}\n" for name, value in fields.items() if value]
    return HttpResponse("".join(lines), content_type="text/plain; charset=utf-8")


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came back without its token: mostly a page that stood open too long. Nothing was done."""
    return render(request, "website/csrf_failure.html", {}, status=403)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "400.html", {}, status=400)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "403.html", {}, status=403)


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "404.html", {}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Something broke, perhaps the database: a page that needs neither context nor database."""
    return render(None, "500.html", {}, status=500)
