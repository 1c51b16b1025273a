"""Filling the catalogue from plain data: pages, products and their translations."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from wagtail.models import Locale, Page

from eloket.producten.models import (
    LevensgebeurtenisPage,
    ProductAfspraaksoort,
    ProductFormulier,
    ProductKanaal,
    ProductPage,
    ProductTarief,
    ProductTekstblok,
    ProductUpn,
    Tekstblok,
    ThemaPage,
)

P = TypeVar("P", bound=Page)


@dataclass(frozen=True)
class KanaalInvoer:
    """What holds for a channel in every language (see ProductKanaal)."""

    te_regelen: bool = True
    adres: str = ""
    knip: str = ""
    behandelaar: str = ""


@dataclass(frozen=True)
class ProductInvoer:
    """What hangs on a product beside its own fields. What does not exist is left out.

    `kanalen`: kanaal to rich text, in the order of the page, with `kanaal_vast` for what is no text;
    `niet_te_regelen`: kanalen that only explain; `upns`: URIs; `formulieren`: slugs; `tarieven` and
    `afspraaksoorten`: codes; `tekstblokken`: plek and code; `vragen`: question and answer; `checks`: vraag,
    goed and uitleg.
    """

    kanalen: Mapping[str, str] = field(default_factory=dict)
    kanaal_vast: Mapping[str, KanaalInvoer] = field(default_factory=dict)
    niet_te_regelen: Sequence[str] = ()
    upns: Sequence[str] = ()
    formulieren: Sequence[str] = ()
    tarieven: Sequence[str] = ()
    afspraaksoorten: Sequence[str] = ()
    tekstblokken: Sequence[tuple[str, str]] = ()
    vragen: Sequence[tuple[str, str]] = ()
    checks: Sequence[Mapping[str, str]] = ()
    themas: Sequence[ThemaPage] = ()
    levensgebeurtenissen: Sequence[LevensgebeurtenisPage] = ()


def publish_child(parent: Page, page: P) -> P:
    """Put the page below its parent and publish it with a first revision, as a redacteur would."""
    page.locale = parent.locale
    page.live = False
    parent.add_child(instance=page)
    return republish(page)


def republish(page: P) -> P:
    """Publish what is in this page now."""
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def fill_product(product: ProductPage, invoer: ProductInvoer) -> ProductPage:
    """Hang all parts on a product; not saved yet."""
    parts: dict[str, list[Any]] = {
        "kanalen": [_kanaal(product, invoer, nr, kanaal) for nr, kanaal in enumerate(invoer.kanalen)],
        "upns": _parts(ProductUpn, "upn", "uri", invoer.upns),
        "formulieren": _parts(ProductFormulier, "formulier", "slug", invoer.formulieren),
        "tarieven": _parts(ProductTarief, "tarief", "code", invoer.tarieven),
        "afspraaksoorten": _parts(ProductAfspraaksoort, "afspraaksoort", "code", invoer.afspraaksoorten),
        "tekstblokken": _tekstblokken(invoer.tekstblokken),
        "vragen": vraag_values(invoer.vragen),
        "checks": check_values(invoer.checks),
        "themas": list(invoer.themas),
        "levensgebeurtenissen": list(invoer.levensgebeurtenissen),
    }
    for name, values in parts.items():
        setattr(product, name, values)
    return product


def vraag_values(vragen: Sequence[tuple[str, str]]) -> list[tuple[str, dict[str, str]]]:
    """Questions and answers as `ProductPage.vragen` takes them."""
    return [("vraag", {"vraag": vraag, "antwoord": antwoord}) for vraag, antwoord in vragen]


def check_values(checks: Sequence[Mapping[str, str]]) -> list[tuple[str, dict[str, str]]]:
    """Questions of the check as `ProductPage.checks` takes them."""
    return [("check", dict(check)) for check in checks]


def _kanaal(product: ProductPage, invoer: ProductInvoer, nr: int, kanaal: str) -> ProductKanaal:
    vast = invoer.kanaal_vast.get(kanaal, KanaalInvoer())
    return ProductKanaal(
        kanaal=kanaal,
        tekst=invoer.kanalen[kanaal],
        te_regelen=vast.te_regelen and kanaal not in invoer.niet_te_regelen,
        adres=vast.adres,
        knip=vast.knip,
        behandelaar=vast.behandelaar,
        sort_order=nr,
        locale=product.locale,
    )


def _tekstblokken(wanted: Sequence[tuple[str, str]]) -> list[ProductTekstblok]:
    known = dict(Tekstblok.objects.values_list("code", "pk"))
    return [
        ProductTekstblok(plek=plek, tekstblok_id=known[code], sort_order=nr)
        for nr, (plek, code) in enumerate(wanted)
        if code in known
    ]


def _parts(kind: Any, target: str, key: str, wanted: Sequence[str]) -> list[Any]:
    """One child for each of these that exists, in the order asked."""
    if not wanted:
        return []
    known = kind._meta.get_field(target).related_model._default_manager
    found = dict(known.filter(**{f"{key}__in": wanted}).values_list(key, "pk"))
    ids = [found[value] for value in wanted if value in found]
    return [kind(**{f"{target}_id": pk, "sort_order": nr}) for nr, pk in enumerate(ids)]


def translate_page(
    page: P, taal: str, values: Mapping[str, Any], *, kanalen: Mapping[str, str] | None = None
) -> P:
    """A published translation of the page with these values; its parent must be there in that language.

    `kanalen`: the words of the channels of a product.
    """
    # From the database: parts that were hung on this object in memory do not know their own keys.
    saved: P = type(page)._default_manager.get(pk=page.pk)
    copy: P = saved.copy_for_translation(Locale.objects.get(language_code=taal), copy_parents=False).specific
    for name, value in values.items():
        setattr(copy, name, value)
    copy.slug = page.slug
    if kanalen is not None and isinstance(copy, ProductPage):
        _translate_kanalen(copy, kanalen)
    return republish(copy)


def _translate_kanalen(product: ProductPage, kanalen: Mapping[str, str]) -> None:
    parts = list(product.kanalen.all())
    for part in parts:
        part.tekst = kanalen[part.kanaal]
    product.kanalen = parts
