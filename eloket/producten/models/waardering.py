"""What visitors think of a product page.

Regulation (EU) 2018/1724 (the single digital gateway), article 25, asks that every page with information on
a procedure lets its readers comment anonymously; Implementing Regulation (EU) 2020/1121, articles 7 and 10,
lets a gemeente use a form of its own when the result can be compared with that of the Commission's form,
which rates from 1 to 5. We ask one question in three words instead of five stars: everybody knows what
"voor een deel" means, few know what three stars mean, and it is the answer that tells a redacteur what to do.
`Oordeel.score` says where each word stands on the scale of five. Remarks never leave the gemeente
(article 10, paragraph 3, under b).
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self
from uuid import UUID

from django.db import models
from django.db.models import Count, F, Max, Q, Window
from django.db.models.functions import RowNumber
from django.utils.translation import gettext_lazy as _

MAX_TOELICHTING = 500


class Oordeel(models.TextChoices):
    JA = "ja", _("Ja")
    DEELS = "deels", _("Voor een deel")
    NEE = "nee", _("Nee")

    @property
    def score(self) -> int:
        """On the scale of five of the single digital gateway."""
        return {"ja": 5, "deels": 3, "nee": 1}[self.value]


class Reden(models.TextChoices):
    ONVOLLEDIG = "onvolledig", _("Er ontbrak informatie")
    ONDUIDELIJK = "onduidelijk", _("Ik begreep de tekst niet goed")
    IETS_ANDERS = "iets_anders", _("Ik zocht iets anders")
    LINK = "link", _("Een link werkte niet")
    FORMULIER = "formulier", _("Het formulier werkte niet")
    ANDERS = "anders", _("Iets anders")


@dataclass(frozen=True)
class Cijfers:
    """How many visitors said what; `redenen`: a reason and its number, the most given first."""

    ja: int
    deels: int
    nee: int
    redenen: tuple[tuple[str, int], ...] = ()

    @property
    def aantal(self) -> int:
        return self.ja + self.deels + self.nee

    @property
    def gevonden(self) -> int:
        """The percentage that found what they sought; 0 when nobody said anything."""
        return round(100 * self.ja / self.aantal) if self.aantal else 0

    @property
    def score(self) -> float:
        """The mean on the scale of five, in tenths; 0 when nobody said anything."""
        points = self.ja * Oordeel.JA.score + self.deels * Oordeel.DEELS.score + self.nee * Oordeel.NEE.score
        return round(points / self.aantal, 1) if self.aantal else 0.0


class WaarderingQuerySet(models.QuerySet["Waardering"]):
    def of_page(self, page: Any) -> Self:
        """What was said of this product in the language of this page."""
        return self.filter(product=page.translation_key, taal=page.locale.language_code)

    def per_product(self) -> Any:
        """A row per product with its numbers, what is found least often first."""
        return (
            self.order_by()
            .values("product")
            .annotate(
                ja=Count("pk", filter=Q(oordeel=Oordeel.JA)),
                deels=Count("pk", filter=Q(oordeel=Oordeel.DEELS)),
                nee=Count("pk", filter=Q(oordeel=Oordeel.NEE)),
                laatste=Max("op"),
            )
            .order_by("-nee", "-deels", "-ja", "product")
        )

    def cijfers(self) -> Cijfers:
        """All of these together."""
        found = dict.fromkeys(Oordeel.values, 0)
        for oordeel, number in self.order_by().values_list("oordeel").annotate(Count("pk")):
            found[oordeel] = number
        return Cijfers(**found, redenen=self.redenen())

    def redenen(self) -> tuple[tuple[str, int], ...]:
        """Each reason that was given, in words, with its number."""
        counted = self.exclude(reden="").order_by().values_list("reden").annotate(aantal=Count("pk"))
        names = dict(Reden.choices)
        return tuple((str(names.get(reden, reden)), n) for reden, n in counted.order_by("-aantal", "reden"))

    def newest_remarks(self, number: int) -> Self:
        """The last remarks of each product, `number` at most."""
        order = Window(RowNumber(), partition_by=F("product"), order_by=[F("op").desc(), F("pk").desc()])
        return (
            self.exclude(toelichting="")
            .annotate(volgnummer=order)
            .filter(volgnummer__lte=number)
            .order_by("product", "-op", "-pk")
        )

    def older_than(self, moment: datetime) -> Self:
        return self.filter(op__lt=moment)


class Waardering(models.Model):
    """One answer. Nothing in it says who gave it. The page is there to look at; the key is what counts."""

    product = models.UUIDField(_("product"), help_text=_("Hetzelfde in alle talen."))
    pagina = models.ForeignKey(
        "producten.ProductPage",
        verbose_name=_("pagina"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    taal = models.CharField(_("taal"), max_length=10)
    oordeel = models.CharField(_("gevonden?"), max_length=5, choices=Oordeel.choices)
    reden = models.CharField(_("reden"), max_length=12, choices=Reden.choices, blank=True)
    toelichting = models.TextField(_("opmerking"), max_length=MAX_TOELICHTING, blank=True)
    op = models.DateTimeField(_("gegeven op"), db_index=True)
    # Made from the answer and the moment alone, so that a second click is no second answer.
    kenmerk = models.CharField(max_length=64, unique=True, editable=False)

    objects = WaarderingQuerySet.as_manager()

    class Meta:
        verbose_name = _("waardering")
        verbose_name_plural = _("waarderingen")
        indexes = [models.Index(fields=["product", "op"], name="producten_waardering_product")]

    def __str__(self) -> str:
        return f"{self.oordeel} {self.product}"


def product_key(text: str) -> UUID | None:
    """The key of a product as a form sends it, or None for anything else."""
    try:
        return UUID(text)
    except ValueError:
        return None
