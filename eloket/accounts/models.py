from django.contrib.auth.models import AbstractUser
from django.db import models


class Soort(models.TextChoices):
    BURGER = "burger", "inwoner of ondernemer"
    MEDEWERKER = "medewerker", "medewerker"


class User(AbstractUser):
    """A login. A citizen's row says nothing about the person: that lives encrypted in their session."""

    soort = models.CharField(max_length=12, choices=Soort, default=Soort.MEDEWERKER)
