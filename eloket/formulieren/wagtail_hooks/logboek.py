"""What was noted of forms, and what was delivered: two reports for the beheerder."""

from django.urls import URLPattern, URLResolver, include, path
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from eloket.formulieren.lograpporten import Leveringen, Logboek
from eloket.lib.lograpport import LogMenuItem, log_urls


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    urls = [*log_urls("logboek", Logboek), *log_urls("leveringen", Leveringen)]
    return [path("reports/formulieren/", include((urls, "formulierlog")))]


@hooks.register("register_reports_menu_item")
def register_logboek() -> MenuItem:
    return LogMenuItem(Logboek, name="formulieren-logboek", order=670)


@hooks.register("register_reports_menu_item")
def register_leveringen() -> MenuItem:
    return LogMenuItem(Leveringen, name="formulieren-leveringen", order=680)
