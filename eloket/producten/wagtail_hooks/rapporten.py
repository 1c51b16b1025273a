"""The reports of the catalogue in the admin, each with an export to CSV and XLSX."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, ClassVar

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import page_permission_policy

from eloket.lib import klok
from eloket.producten.redactie import rapportregels
from eloket.producten.redactie.rapportregels import Regel

Lezer = Callable[..., Iterator[Regel]]


class MeldingenColumn(Column):
    """Sentences below each other."""

    cell_template_name = "producten/redactie/meldingen.html"


TITEL = TitleColumn("titel", label=_("Product"), get_url=lambda regel: regel.bewerken)
STAND = Column("stand", label=_("Stand"))
PLEK = Column("plek", label=_("Waar"))


class Rapport(ReportView):
    """One report over the products that this editor may change."""

    naam: ClassVar[str]
    lezer: ClassVar[Lezer]
    kolommen: ClassVar[Sequence[Column]]
    leeg: ClassVar[Any] = _("Er is niets te doen. Alle producten zijn in orde.")
    export_headings = {
        "titel": _("Product"),
        "taal": _("Taal"),
        "stand": _("Stand"),
        "plek": _("Waar"),
        "meldingen": _("Wat"),
        "aantal": _("Aantal"),
        "datum": _("Dag"),
        "bewerken": _("Bewerken"),
    }
    permission_policy = page_permission_policy
    any_permission_required = ["change", "publish"]
    header_icon = "doc-full-inverse"

    @property
    def columns(self) -> list[Column]:
        return [TITEL, *self.kolommen, STAND]

    @property
    def no_results_message(self) -> str:
        return str(self.leeg)

    def get_queryset(self) -> list[Regel]:
        allowed = page_permission_policy.instances_user_has_permission_for(self.request.user, "change")
        pages = rapportregels.select_pages(allowed)
        return list(type(self).lezer(pages, now=klok.now()))

    def get_filename(self) -> str:
        return f"producten-{self.naam}"


class Onvolledig(Rapport):
    naam = "onvolledig"
    page_title = _("Onvolledige producten")
    lezer = staticmethod(rapportregels.list_onvolledig)
    kolommen = (MeldingenColumn("meldingen", label=_("Dit ontbreekt")),)
    list_export = ["titel", "taal", "stand", "aantal", "meldingen", "bewerken"]


class Leesbaarheid(Rapport):
    naam = "leesbaarheid"
    page_title = _("Leesbaarheid")
    lezer = staticmethod(rapportregels.list_leesbaarheid)
    kolommen = (PLEK, MeldingenColumn("meldingen", label=_("Wat eenvoudiger kan")))
    list_export = ["titel", "stand", "plek", "aantal", "meldingen", "bewerken"]


class DodeLinks(Rapport):
    naam = "dode-links"
    page_title = _("Dode links")
    lezer = staticmethod(rapportregels.list_dode_links)
    kolommen = (PLEK, MeldingenColumn("meldingen", label=_("Link")))
    list_export = ["titel", "taal", "stand", "plek", "meldingen", "bewerken"]


class VervallenNamen(Rapport):
    naam = "vervallen-namen"
    page_title = _("Vervallen productnamen")
    lezer = staticmethod(rapportregels.list_vervallen)
    kolommen = (MeldingenColumn("meldingen", label=_("Niet meer in de landelijke lijst")),)
    list_export = ["titel", "taal", "stand", "meldingen", "bewerken"]


class Controledatum(Rapport):
    naam = "controledatum"
    page_title = _("Over de controledatum")
    lezer = staticmethod(rapportregels.list_herzien)
    kolommen = (
        DateColumn("datum", label=_("Nakijken op")),
        MeldingenColumn("meldingen", label=_("Redacteur")),
    )
    list_export = ["titel", "taal", "stand", "datum", "meldingen", "bewerken"]


class OntbrekendEngels(Rapport):
    naam = "engels"
    page_title = _("Ontbrekend Engels")
    lezer = staticmethod(rapportregels.list_engels)
    kolommen = (
        Column("plek", label=_("SDG")),
        DateColumn("datum", label=_("Klaar op")),
        MeldingenColumn("meldingen", label=_("Wat te doen")),
    )
    list_export = ["titel", "stand", "plek", "datum", "meldingen", "bewerken"]


class Niveaus(Rapport):
    """Every product, also one of which nothing is to be done: how far the gemeente has come."""

    naam = "niveau"
    page_title = _("Niveau van producten")
    lezer = staticmethod(rapportregels.list_niveaus)
    leeg = _("Er zijn nog geen producten.")
    kolommen = (
        Column("plek", label=_("Niveau")),
        MeldingenColumn("meldingen", label=_("Voor het volgende niveau")),
    )
    list_export = ["titel", "taal", "stand", "plek", "meldingen", "bewerken"]


RAPPORTEN: tuple[type[Rapport], ...] = (
    Onvolledig,
    Leesbaarheid,
    DodeLinks,
    VervallenNamen,
    Controledatum,
    OntbrekendEngels,
)
OVERZICHTEN: tuple[type[Rapport], ...] = (Niveaus,)


class RapportMenuItem(MenuItem):
    """For whoever may change pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(page_permission_policy.user_has_any_permission(request.user, ["change", "publish"]))


@hooks.register("register_admin_urls")
def register_report_urls() -> list[URLPattern | URLResolver]:
    urls = [path(f"{each.naam}/", each.as_view(), name=each.naam) for each in (*RAPPORTEN, *OVERZICHTEN)]
    return [path("reports/producten/", include((urls, "redactie")))]


def _register(order: int, rapport: type[Rapport]) -> None:
    """One line in the menu "Rapporten", above Wagtail's own."""

    def item() -> MenuItem:
        url = reverse(f"redactie:{rapport.naam}")
        return RapportMenuItem(
            rapport.page_title,
            url,
            name=f"producten-{rapport.naam}",
            icon_name="doc-full-inverse",
            order=order,
        )

    hooks.register("register_reports_menu_item", item)


for number, each in enumerate((*RAPPORTEN, *OVERZICHTEN)):
    _register(100 + number, each)
