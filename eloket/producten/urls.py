"""Addresses of the catalogue beside its pages: in every language, and of the site as a whole."""

from django.urls import path

from eloket.producten import feeds, views

urlpatterns = [path("zoeken/", views.zoeken, name="zoeken")]

site_urlpatterns = [
    path("sitemap.xml", feeds.sitemap, name="sitemap"),
    path("samenwerkende-catalogi.xml", feeds.samenwerkende_catalogi, name="samenwerkende-catalogi"),
]
