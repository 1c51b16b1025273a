"""One row that says which state of the public site is the present one: every process can hear a change."""

import secrets
from typing import ClassVar

from django.db import models


class CacheVersie(models.Model):
    """The version of everything public; renewed in the transaction that changes something.

    A random number, not a count: after a restore or a refilled demo beside a shared Redis an old number never
    comes back, so nothing kept under it does.
    """

    ROW: ClassVar[int] = 1

    nummer = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name = "cacheversie"

    def __str__(self) -> str:
        return str(self.nummer)

    @classmethod
    def current(cls) -> int:
        """The version now, 0 when nothing was ever changed. One query."""
        return cls.objects.filter(pk=cls.ROW).values_list("nummer", flat=True).first() or 0

    @classmethod
    def bump(cls) -> None:
        """Renew the version; the last of two that do so at once wins, and both are new."""
        cls.objects.update_or_create(pk=cls.ROW, defaults={"nummer": secrets.randbits(62) + 1})
