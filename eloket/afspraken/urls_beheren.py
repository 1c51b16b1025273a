"""Addresses of what happens after a booking. The key of the link stands in the address."""

from django.urls import path

from eloket.afspraken.views.beheren import agendabestand, annuleren, beheren
from eloket.afspraken.views.opzoeken import opzoeken
from eloket.afspraken.views.verzetten import verzetten

urlpatterns = [
    path("beheren/<str:token>/", beheren, name="beheren"),
    path("beheren/<str:token>/afspraak.ics", agendabestand, name="agendabestand"),
    path("beheren/<str:token>/annuleren/", annuleren, name="annuleren"),
    path("beheren/<str:token>/verzetten/", verzetten, name="verzetten"),
    path("opzoeken/", opzoeken, name="opzoeken"),
]
