"""What visitors say of a page, as a report."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from eloket.producten.waarderingen import rapport


class WaarderingenMenuItem(MenuItem):
    """Only for whoever may read what visitors say."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(rapport.PERMISSION)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    view = rapport.WaarderingenRapport
    return [
        path("waarderingen/", view.as_view(), name="waarderingen"),
        path("waarderingen/resultaten/", view.as_view(results_only=True), name="waarderingen-resultaten"),
    ]


@hooks.register("register_reports_menu_item")
def register_waarderingen() -> MenuItem:
    return WaarderingenMenuItem(_("Waarderingen"), reverse("waarderingen"), icon_name="pick", order=650)
