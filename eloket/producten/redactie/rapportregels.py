"""The rows of the reports: the same findings as on the edit screen, over all products of an editor."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext as _

from eloket.producten.gegevens import Product, read_producten
from eloket.producten.models import ProductPage
from eloket.producten.redactie.ankers import edit_url
from eloket.producten.redactie.dodelinks import page_links, read_doelen
from eloket.producten.redactie.engels import TAAL, find_engels
from eloket.producten.redactie.hulp import Blok, find_vervallen, is_due, judge_page
from eloket.producten.redactie.leesbaarheid import Niveau, Soort
from eloket.producten.redactie.poort import find_gaps
from eloket.producten.redactie.woorden import say_engels, say_niveau, say_volwassenheid
from eloket.producten.volwassenheid import Volwassenheid


@dataclass(frozen=True, slots=True)
class Regel:
    """One row. `meldingen` are sentences; `datum` is the day it was or is due, None where there is none."""

    pk: int
    titel: str
    taal: str
    stand: str
    bewerken: str
    meldingen: Sequence[str]
    plek: str = ""
    datum: date | None = None
    aantal: int | None = None


def list_onvolledig(pages: Iterable[ProductPage], *, now: datetime) -> Iterator[Regel]:
    """Products that do not say everything yet, those on line too."""
    for page in pages:
        if gaten := find_gaps(page):
            yield _regel(page, [gat.zin for gat in gaten], veld=gaten[0].veld, aantal=len(gaten))


def list_leesbaarheid(pages: Iterable[ProductPage], *, now: datetime) -> Iterator[Regel]:
    """Texts in which something can be easier, the hardest first, with how much of what."""
    found = [(page, blok) for page in pages for blok in judge_page(page) if not blok.is_plain]
    for page, blok in sorted(found, key=_hardness):
        yield _regel(
            page,
            [say_niveau(blok.oordeel), *_counts(blok)],
            veld=blok.tekst.veld,
            plek=blok.tekst.label,
            aantal=len(blok.oordeel.bevindingen),
        )


def _hardness(found: tuple[ProductPage, Blok]) -> tuple[int, int, str]:
    page, blok = found
    levels = [Niveau.C1, Niveau.B2, Niveau.B1, Niveau.ONBEKEND]
    return levels.index(blok.oordeel.niveau), -len(blok.oordeel.bevindingen), page.title


def _counts(blok: Blok) -> list[str]:
    kinds = [each.soort for each in blok.oordeel.bevindingen]
    words = {
        Soort.LANG: _("lange zinnen: %(aantal)d"),
        Soort.JARGON: _("moeilijke woorden: %(aantal)d"),
        Soort.LIJDEND: _("niet gezegd wie het doet: %(aantal)d"),
    }
    return [text % {"aantal": kinds.count(soort)} for soort, text in words.items() if soort in kinds]


def list_dode_links(pages: Iterable[ProductPage], *, now: datetime) -> Iterator[Regel]:
    """Every link that leads nowhere."""
    linked = [(page, page_links(page)) for page in pages]
    doelen = read_doelen([link for _page, links in linked for link in links], now=now)
    for page, links in linked:
        for dead in doelen.find_dead(links):
            words = [dead.uitleg, f"“{dead.link.tekst}”"]
            words += [dead.link.doel] if dead.link.soort == "adres" else []
            yield _regel(page, words, veld=dead.link.veld, plek=dead.link.label)


def list_vervallen(pages: Iterable[ProductPage], *, now: datetime) -> Iterator[Regel]:
    """Products with a national name that was taken out of the list."""
    for page in pages:
        if namen := find_vervallen(page):
            yield _regel(page, [upn.naam for upn in namen], veld="upns")


def list_herzien(pages: Iterable[ProductPage], *, now: datetime) -> Iterator[Regel]:
    """Products that should have been looked at again, with whose they are; the oldest first."""
    due = [page for page in pages if is_due(page, today=_today(now))]
    for page in sorted(due, key=lambda page: (page.herzien_op or date.max, page.title)):
        name = page.redacteur.get_full_name() if page.redacteur else _("niemand")
        yield _regel(page, [_("Van: %(naam)s") % {"naam": name}], veld="herzien_op", datum=page.herzien_op)


def list_engels(pages: Iterable[ProductPage], *, now: datetime) -> Iterator[Regel]:
    """Products that must be there in English too; what is due first stands first."""
    dutch = list(pages)
    found = ProductPage.objects.filter(
        locale__language_code=TAAL, live=True, translation_key__in=[page.translation_key for page in dutch]
    )
    english = {page.translation_key: page for page in found}
    tasks = [(page, find_engels(page, english.get(page.translation_key))) for page in dutch]
    due = [(page, task) for page, task in tasks if task is not None]
    for page, task in sorted(due, key=lambda each: (each[1].voor or date.max, each[0].title)):
        text = say_engels(task, late=task.is_late(today=_today(now)))
        yield _regel(page, [text], plek=task.codes, datum=task.voor)


def list_niveaus(pages: Iterable[ProductPage], *, now: datetime) -> Iterator[Regel]:
    """Every product with how far it has come and what the next step asks, by language."""
    by_language: dict[str, list[ProductPage]] = {}
    for page in pages:
        by_language.setdefault(page.locale.language_code, []).append(page)
    for taal, group in by_language.items():
        for page, product in zip(group, read_producten(group, taal=taal, now=now), strict=True):
            yield _regel(page, [_say_next(product)], plek=say_volwassenheid(product.volwassenheid))


def _say_next(product: Product) -> str:
    if product.elders_url:
        return _("Een andere organisatie regelt dit.")
    return {
        Volwassenheid.INFORMATIE: _("Kies een formulier, of zeg bij Online hoe iemand het aanvraagt."),
        Volwassenheid.AANVRAAG: _("Er is geen productsoort waar het formulier naartoe leidt."),
        Volwassenheid.UITGIFTE: _("Meer kan niet."),
    }[product.volwassenheid]


def select_pages(allowed: Any) -> list[ProductPage]:
    """The products among these pages by title, with all that the checks read in a fixed number of queries."""
    pages = ProductPage.objects.filter(pk__in=allowed.values("pk")).select_related("locale", "redacteur")
    parts = ("kanalen", "upns__upn", "tarieven", "tekstblokken__tekstblok")
    return list(pages.prefetch_related(*parts).order_by("title", "pk"))


def _regel(page: ProductPage, meldingen: Sequence[str], *, veld: str = "", **values: Any) -> Regel:
    return Regel(
        pk=page.pk,
        titel=page.title,
        taal=dict(settings.LANGUAGES).get(page.locale.language_code, page.locale.language_code),
        stand=_("op de site") if page.live else _("concept"),
        bewerken=edit_url(page, veld),
        meldingen=meldingen,
        **values,
    )


def _today(now: datetime) -> date:
    return now.astimezone(get_default_timezone()).date()
