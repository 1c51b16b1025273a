"""The one address of zaken that is not in the admin: for the register itself."""

from django.urls import path

from eloket.zaken import views

urlpatterns = [path("notificaties", views.melding, name="zaken_meldingen")]
