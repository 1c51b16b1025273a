from django.urls import path

from eloket.demo import views

urlpatterns = [
    path("", views.demo, name="demo"),
    path("post/<slug:id>/", views.mail, name="demo-mail"),
]
