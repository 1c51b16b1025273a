from django.urls import path

from eloket.demo import knoppen, views

urlpatterns = [
    path("", views.demo, name="demo"),
    path("verder/", knoppen.verder, name="demo-verder"),
    path("register/", knoppen.register, name="demo-register"),
    path("post/<slug:id>/", views.mail, name="demo-mail"),
]
