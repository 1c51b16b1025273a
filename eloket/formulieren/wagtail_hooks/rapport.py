"""The report of what the nightly check found."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from eloket.formulieren.models import Registercontrole

POLICY = ModelPermissionPolicy(Registercontrole)


class GebrekenColumn(Column):
    """Sentences below each other."""

    cell_template_name = "formulieren/beheer/gebreken.html"


class FormulierColumn(TitleColumn):
    """The form, with the way to its editor for whoever may change it: a beheerder may not."""

    def get_link_url(self, instance: Registercontrole, parent_context: dict[str, Any]) -> str | None:
        if not parent_context["request"].user.has_perm("formulieren.change_formulier"):
            return None
        return reverse("wagtailsnippets_formulieren_formulier:edit", args=[instance.formulier_id])


class Zaakregister(ReportView):
    """Live forms that name what the zaakregister does not have."""

    page_title = _("Formulieren en zaakregister")
    header_icon = "form"
    permission_policy = POLICY
    any_permission_required = ["view"]
    no_results_message = _("Alle formulieren op de site passen bij het zaakregister.")
    columns = [
        FormulierColumn("titel", label=_("Formulier"), accessor="formulier"),
        GebrekenColumn("gebreken", label=_("Dit kent het zaakregister niet")),
        DateColumn("gecontroleerd_at", label=_("Gecontroleerd")),
    ]
    list_export = ["formulier", "gebreken", "gecontroleerd_at"]
    export_headings = {"formulier": _("Formulier"), "gebreken": _("Wat"), "gecontroleerd_at": _("Dag")}

    def get_queryset(self) -> Any:
        rows = Registercontrole.objects.with_gebreken().select_related("formulier")
        return rows.order_by("formulier__titel_nl", "pk")

    def get_filename(self) -> str:
        return "formulieren-zaakregister"


class RapportMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(POLICY.user_has_permission(request.user, "view"))


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    urls = [path("zaakregister/", Zaakregister.as_view(), name="zaakregister")]
    return [path("reports/formulieren/", include((urls, "formulierrapport")))]


@hooks.register("register_reports_menu_item")
def register_menu_item() -> MenuItem:
    url = reverse("formulierrapport:zaakregister")
    return RapportMenuItem(
        Zaakregister.page_title, url, name="formulieren-zaakregister", icon_name="form", order=150
    )
