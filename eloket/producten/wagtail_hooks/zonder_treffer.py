"""What people sought in vain, as a report."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from eloket.producten.zonder_treffer import rapport


class ZonderTrefferMenuItem(MenuItem):
    """Only for whoever may give a product another word."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(rapport.PERMISSION)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    view = rapport.VragenRapport
    results = view.as_view(results_only=True)
    return [
        path("zonder-resultaat/", view.as_view(), name="zonder_treffer"),
        path("zonder-resultaat/resultaten/", results, name="zonder_treffer-resultaten"),
        path("zonder-resultaat/<int:pk>/synoniem/", rapport.synoniem, name="zonder_treffer-synoniem"),
        path("zonder-resultaat/<int:pk>/weg/", rapport.weg, name="zonder_treffer-weg"),
    ]


@hooks.register("register_reports_menu_item")
def register_zonder_treffer() -> MenuItem:
    return ZonderTrefferMenuItem(
        _("Gezocht zonder resultaat"), reverse("zonder_treffer"), icon_name="search", order=660
    )
