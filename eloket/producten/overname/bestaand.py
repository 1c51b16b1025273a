"""Which products we have, so that nothing comes in twice."""

from dataclasses import dataclass, field

from wagtail.models import Locale

from eloket.producten.models import Herkomst, ProductPage
from eloket.producten.overname.aanbod import Aangeboden


@dataclass
class Bestaand:
    """The Dutch products by what they are known by; kept up while rows come in."""

    per_slug: dict[str, int]
    per_sleutel: dict[str, int]  # translation key: what our own feed calls productID
    herkomst: dict[str, int]  # kenmerk
    met_herkomst: set[int] = field(default_factory=set)

    @classmethod
    def read(cls, locale: Locale) -> "Bestaand":
        pages = ProductPage.objects.filter(locale=locale).order_by("pk")
        rows = list(pages.values_list("pk", "slug", "translation_key"))
        known = dict(Herkomst.objects.order_by("pk").values_list("kenmerk", "product_id"))
        return cls(
            {slug: pk for pk, slug, _key in rows},
            {str(key): pk for pk, _slug, key in rows},
            known,
            set(known.values()),
        )

    def find(self, aanbod: Aangeboden, *, kenmerk: str, slug: str) -> int | None:
        """The page of this product: by where it came from, by our own id, or by its address.

        An address alone counts only for a page that did not come from elsewhere under another name: two
        products of one catalogue may well have the same title.
        """
        found = self.herkomst.get(kenmerk) or self.per_sleutel.get(aanbod.sleutel)
        if found is None:
            by_slug = self.per_slug.get(slug)
            found = by_slug if by_slug not in self.met_herkomst else None
        return found

    def add(self, pk: int, *, kenmerk: str, slug: str) -> None:
        self.per_slug[slug] = pk
        self.herkomst[kenmerk] = pk
        self.met_herkomst.add(pk)
