"""Addresses of the catalogue beside its pages: in every language, and of the site as a whole."""

from django.urls import path

from eloket.producten import views
from eloket.producten.digitaal import scherm as digitaal
from eloket.producten.uitgangen import feeds
from eloket.producten.waarderingen import scherm as waarderingen
from eloket.producten.zonder_treffer import scherm as zonder_treffer

urlpatterns = [
    path("zoeken/", views.zoeken, name="zoeken"),
    path("zoeken/suggesties/", views.suggesties, name="zoeken-suggesties"),
    path("zoeken/niets-gevonden/", zonder_treffer.meld, name="zoeken-niets"),
    path("digitaal-bereiken/", digitaal.digitaal_bereiken, name="digitaal-bereiken"),
    path("waardering/", waarderingen.geef, name="waardering"),
    path("waardering/bedankt/", waarderingen.bedankt, name="waardering-bedankt"),
]

site_urlpatterns = [
    path("sitemap.xml", feeds.sitemap, name="sitemap"),
    path("samenwerkende-catalogi.xml", feeds.samenwerkende_catalogi, name="samenwerkende-catalogi"),
]
