from typing import Any

from django.contrib.auth.models import AbstractUser
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models


class Soort(models.TextChoices):
    BURGER = "burger", "inwoner of ondernemer"
    MEDEWERKER = "medewerker", "medewerker"


class User(AbstractUser):
    """A login. A citizen's row says nothing about the person: that lives encrypted in their session."""

    soort = models.CharField(max_length=12, choices=Soort, default=Soort.MEDEWERKER)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Who is no longer active loses every open session with the same stroke."""
        super().save(*args, **kwargs)
        if not self.is_active:
            self.sessies.all().delete()


class Sessie(AbstractBaseSession):
    """One open session: its contents encrypted, for one kind of visitor only.

    `expire_date` is the moment at which it ends when nothing more happens.
    """

    soort = models.CharField(max_length=12, choices=Soort)
    user = models.ForeignKey(User, on_delete=models.CASCADE, null=True, related_name="sessies")

    class Meta(AbstractBaseSession.Meta):
        verbose_name = "sessie"
        verbose_name_plural = "sessies"

    def __str__(self) -> str:
        return f"sessie van een {self.soort}"
