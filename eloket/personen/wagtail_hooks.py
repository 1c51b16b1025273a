"""Where the beheerder reads who was looked up, by whom and why."""

from django.urls import URLPattern, URLResolver, include, path
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from eloket.lib.lograpport import LogMenuItem, log_urls
from eloket.personen.lograpport import Raadplegingen


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    urls = log_urls("raadplegingen", Raadplegingen)
    return [path("reports/personen/", include((urls, "personenlog")))]


@hooks.register("register_reports_menu_item")
def register_menu_item() -> MenuItem:
    return LogMenuItem(Raadplegingen, name="personen-raadplegingen", order=690)
