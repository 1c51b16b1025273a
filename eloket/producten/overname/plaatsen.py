"""Making drafts of what is offered: row by row, nothing twice, and never over somebody's work."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from eloket.producten.boom import ensure_boom
from eloket.producten.invoer import KanaalInvoer, ProductInvoer, fill_product
from eloket.producten.models import (
    Herkomst,
    LevensgebeurtenisPage,
    Overname,
    ProductIndexPage,
    ProductPage,
    ProductUpn,
    ThemaPage,
)
from eloket.producten.overname.aanbod import Aangeboden, Regel, Uitkomst
from eloket.producten.overname.bestaand import Bestaand
from eloket.producten.overname.namen import Namen
from eloket.producten.overname.opstellen import Opgesteld, compose
from eloket.producten.overname.slugs import free_slug, make_slug

ACTIE = "producten.overgenomen"


def take_over(
    aanbod: Iterable[Aangeboden],
    *,
    now: datetime,
    door: Any = None,
    overname: Overname | None = None,
    proef: bool = False,
) -> Iterator[Regel]:
    """Make a draft of every product on offer, below the Dutch list of products; a line for each.

    Each row is a transaction of its own: a bad one is told and stops nothing, and after a crash the same
    file goes on where it was. `proef` changes nothing and tells what would happen. `door`: the user whose
    drafts they are. Errors: whatever the reader of `aanbod` raises.
    """
    plaatser = Plaatser.start(now=now, door=door, overname=overname, proef=proef)
    for each in aanbod:
        yield plaatser.place(each)


@dataclass
class Plaatser:
    """One run over one file."""

    index: ProductIndexPage
    namen: Namen
    bestaand: Bestaand
    now: datetime
    door: Any
    overname: Overname | None
    proef: bool
    seen: dict[str, int] = field(default_factory=dict)

    @classmethod
    def start(cls, **run: Any) -> "Plaatser":
        index = ProductIndexPage.objects.filter(locale__language_code="nl").order_by("pk").first()
        index = index or ensure_boom("nl").producten
        return cls(index, Namen.read(index.locale), Bestaand.read(index.locale), **run)

    def place(self, aanbod: Aangeboden) -> Regel:
        """What became of this row."""
        regel = Regel(aanbod.nummer, " ".join(aanbod.titel.split())[:255], Uitkomst.OVERGESLAGEN)
        if fout := aanbod.fout or ("" if regel.titel else _("De titel ontbreekt.")):
            regel.meldingen = [*aanbod.meldingen, fout]
            return regel
        try:
            with transaction.atomic():
                self._place(aanbod, regel)
        except (ValidationError, DataError, IntegrityError, ValueError) as error:
            regel.uitkomst, regel.pagina = Uitkomst.OVERGESLAGEN, None
            regel.meldingen = [_("Dit product is niet te bewaren: %s") % _words(error)]
        return regel

    def _place(self, aanbod: Aangeboden, regel: Regel) -> None:
        slug = make_slug(aanbod.slug, aanbod.titel)
        kenmerk = _kenmerk(aanbod, slug)
        if (earlier := self.seen.setdefault(kenmerk, aanbod.nummer)) != aanbod.nummer:
            regel.meldingen = [_("Dit product staat ook op rij %d; die telt.") % earlier]
            return
        opgesteld, regel.meldingen = compose(aanbod, self.namen)
        found = self.bestaand.find(aanbod, kenmerk=kenmerk, slug=slug)
        if found is None:
            regel.uitkomst = Uitkomst.NIEUW
            self._add(opgesteld, regel, kenmerk=kenmerk, slug=free_slug(slug, self.bestaand.per_slug))
        else:
            regel.pagina = found
            self._meet(ProductPage.objects.get(pk=found), opgesteld, regel)

    def _add(self, opgesteld: Opgesteld, regel: Regel, *, kenmerk: str, slug: str) -> None:
        if self.proef:
            self.bestaand.add(-regel.nummer, kenmerk=kenmerk, slug=slug)  # as if it had a page
            return
        page = ProductPage(slug=slug, locale=self.index.locale, live=False, owner=self.door)
        _fill(page, opgesteld)
        self.index.add_child(instance=page)
        self._keep(page, opgesteld, kenmerk=kenmerk)
        log(instance=page, action=ACTIE, user=self.door)
        self.bestaand.add(page.pk, kenmerk=kenmerk, slug=slug)
        regel.pagina = page.pk

    def _meet(self, page: ProductPage, opgesteld: Opgesteld, regel: Regel) -> None:
        """We have this product: leave it, unless it is our own draft that nobody touched."""
        herkomst = Herkomst.objects.filter(product=page).first()
        same = herkomst is not None and herkomst.vingerafdruk == opgesteld.vingerafdruk()
        regel.uitkomst = Uitkomst.BESTOND
        if same and self.overname and herkomst and herkomst.overname_id == self.overname.pk:
            regel.uitkomst = Uitkomst.NIEUW  # by this very run, before it was cut off
        elif herkomst is None or page.live or page.latest_revision_id != herkomst.revisie:
            regel.meldingen = [_why_left(page)]
        elif not same:
            regel.uitkomst = Uitkomst.BIJGEWERKT
            self._update(page, opgesteld, herkomst.kenmerk)

    def _update(self, page: ProductPage, opgesteld: Opgesteld, kenmerk: str) -> None:
        if self.proef:
            return
        _empty(page)
        _fill(page, opgesteld)
        page.save()
        self._keep(page, opgesteld, kenmerk=kenmerk)
        log(instance=page, action=ACTIE, user=self.door)

    def _keep(self, page: ProductPage, opgesteld: Opgesteld, *, kenmerk: str) -> None:
        revision = page.save_revision(user=self.door, clean=False)  # a draft may have gaps
        Herkomst.objects.update_or_create(
            product=page,
            defaults={
                "kenmerk": kenmerk,
                "vingerafdruk": opgesteld.vingerafdruk(),
                "revisie": revision.pk,
                "overname": self.overname,
                "overgenomen_op": self.now,
            },
        )


def _fill(page: ProductPage, opgesteld: Opgesteld) -> None:
    for name, value in opgesteld.velden.items():
        setattr(page, name, value)
    page.draft_title = page.title
    invoer = ProductInvoer(
        kanalen=opgesteld.kanalen,
        kanaal_vast={kanaal: KanaalInvoer(adres=adres) for kanaal, adres in opgesteld.adressen.items()},
        tarieven=opgesteld.wijzers.get("tarieven", ()),
        formulieren=opgesteld.wijzers.get("formulieren", ()),
        afspraaksoorten=opgesteld.wijzers.get("afspraaksoorten", ()),
        themas=list(ThemaPage.objects.filter(pk__in=opgesteld.themas).order_by("path")),
        levensgebeurtenissen=list(
            LevensgebeurtenisPage.objects.filter(pk__in=opgesteld.levensgebeurtenissen).order_by("path")
        ),
    )
    fill_product(page, invoer)
    page.upns = [ProductUpn(upn_id=pk, sort_order=nr) for nr, pk in enumerate(opgesteld.upns)]


def _empty(page: ProductPage) -> None:
    """What an earlier version of the row filled and this one does not, goes."""
    own = {model_field.name for model_field in ProductPage._meta.local_fields} - {"page_ptr"}
    for name in own:
        setattr(page, name, ProductPage._meta.get_field(name).get_default())


def _kenmerk(aanbod: Aangeboden, slug: str) -> str:
    kenmerk = aanbod.kenmerk.strip().replace("\0", "") or f"titel:{slug}"
    if len(kenmerk) <= 500:
        return kenmerk
    return f"sha256:{hashlib.sha256(kenmerk.encode(errors='replace')).hexdigest()}"


def _why_left(page: ProductPage) -> str:
    if page.live:
        return _("Dit product staat al op de site; het is niet gewijzigd.")
    return _("Aan dit concept is hier al gewerkt; het is niet gewijzigd.")


def _words(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    return _("de database weigert het (%s).") % type(error).__name__
