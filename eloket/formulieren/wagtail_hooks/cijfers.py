"""What becomes of each form, as a report."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from eloket.formulieren.cijferrapport import PERMISSION, CijferRapport


class CijfersMenuItem(MenuItem):
    """Only for whoever may read the figures."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(PERMISSION)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    results = CijferRapport.as_view(results_only=True)
    return [
        path("formuliercijfers/", CijferRapport.as_view(), name="formuliercijfers"),
        path("formuliercijfers/resultaten/", results, name="formuliercijfers-resultaten"),
    ]


@hooks.register("register_reports_menu_item")
def register_cijfers() -> MenuItem:
    url = reverse("formuliercijfers")
    return CijfersMenuItem(_("Formulieren in cijfers"), url, icon_name="form", order=660)
