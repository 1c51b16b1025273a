"""Addresses of the catalogue beside its pages: in every language, and of the site as a whole."""

from django.urls import path

from eloket.producten import views
from eloket.producten.digitaal import scherm as digitaal
from eloket.producten.uitgangen import feeds
from eloket.producten.waarderingen import scherm as waarderingen

urlpatterns = [
    path("zoeken/", views.zoeken, name="zoeken"),
    path("digitaal-bereiken/", digitaal.digitaal_bereiken, name="digitaal-bereiken"),
    path("waardering/", waarderingen.geef, name="waardering"),
    path("waardering/bedankt/", waarderingen.bedankt, name="waardering-bedankt"),
]

site_urlpatterns = [
    path("sitemap.xml", feeds.sitemap, name="sitemap"),
    path("samenwerkende-catalogi.xml", feeds.samenwerkende_catalogi, name="samenwerkende-catalogi"),
]
