"""One record, two languages: what is no text is kept in Dutch and copied to the English page.

Texts are translated with wagtail-localize. A number, a choice, a tarief or a form that a redacteur changes in
Dutch must be right in English at once, also while its text waits for a translator.
"""

from typing import Any

from django.conf import settings

from eloket.producten.models import ProductKanaal, ProductPage
from eloket.website.services import bump_version

VELDEN = (
    "doelgroep",
    "identificatie",
    "niveau",
    "kosten_soort",
    "termijn_aantal",
    "termijn_eenheid",
    "termijn_soort",
    "verantwoordelijke_id",
    "bevoegde_id",
    "redacteur_id",
    "elders_naam",
    "elders_url",
    "gecontroleerd_op",
    "herzien_op",
)
# Rows that are the same in every language, with what is copied of each.
RIJEN = {
    "upns": ("upn_id",),
    "formulieren": ("formulier_id",),
    "tarieven": ("tarief_id",),
    "afspraaksoorten": ("afspraaksoort_id",),
    "verwante_producten": ("product_id",),
    "tekstblokken": ("plek", "tekstblok_id"),
}
GROEPEN = ("themas", "levensgebeurtenissen")
KANAAL = ("kanaal", "te_regelen", "adres", "knip", "behandelaar")


def on_published(sender: Any, instance: ProductPage, **kwargs: Any) -> None:
    """A product was published; its other languages follow when it is the source."""
    if instance.locale.language_code == settings.LANGUAGE_CODE:
        sync_vertalingen(instance)


def sync_vertalingen(bron: ProductPage) -> None:
    """Give every translation of this product what is no text, published where the translation is.

    Nothing is written where nothing differs. Texts that a redacteur is working on stay as they are.
    """
    for page in ProductPage.objects.filter(translation_key=bron.translation_key).exclude(pk=bron.pk):
        if _differs(bron, page):
            _copy_to(bron, page)


def _copy_to(bron: ProductPage, page: ProductPage) -> None:
    live, has_draft = page.live, page.has_unpublished_changes
    if live and has_draft:
        _write(bron, page)
        page.save()
        bump_version()
    draft = page.get_latest_revision_as_object()
    _write(bron, draft)
    revision = draft.save_revision(clean=False, log_action=False)
    if live and not has_draft:
        revision.publish(log_action=False)


def _differs(bron: ProductPage, page: ProductPage) -> bool:
    return _structure(bron) != _structure(page)


def _structure(page: ProductPage) -> list[Any]:
    """Everything that is copied, in a form that compares."""
    fields = [getattr(page, name) for name in VELDEN]
    rows = [_values(page, name, names) for name, names in RIJEN.items()]
    groups = [sorted(group.pk for group in getattr(page, name).all()) for name in GROEPEN]
    return [fields, rows, groups, _values(page, "kanalen", KANAAL)]


def _values(page: ProductPage, relation: str, names: tuple[str, ...]) -> list[tuple[Any, ...]]:
    parts = sorted(getattr(page, relation).all(), key=lambda part: part.sort_order or 0)
    return [tuple(getattr(part, name) for name in names) for part in parts]


def _write(bron: ProductPage, page: ProductPage) -> None:
    """Copy what is no text from one page object to another; not saved."""
    for name in VELDEN:
        setattr(page, name, getattr(bron, name))
    if page.kosten_soort != "verschilt":
        page.kosten_kort = ""
    for relation, names in RIJEN.items():
        kind = page._meta.get_field(relation).related_model
        values = _values(bron, relation, names)
        rows = [kind(**dict(zip(names, row, strict=True)), sort_order=nr) for nr, row in enumerate(values)]
        setattr(page, relation, rows)
    for name in GROEPEN:
        setattr(page, name, list(getattr(bron, name).all()))
    page.kanalen = _kanalen(bron, page)


def _kanalen(bron: ProductPage, page: ProductPage) -> list[ProductKanaal]:
    """The channels of the source in its order, each with the words it has in this language.

    A channel that is new has no words here yet: its name shows, and no channel is hidden.
    """
    own = {part.kanaal: part for part in page.kanalen.all()}
    result = []
    for nr, row in enumerate(_values(bron, "kanalen", KANAAL)):
        part = own.get(row[0]) or ProductKanaal(locale=page.locale)
        for name, value in zip(KANAAL, row, strict=True):
            setattr(part, name, value)
        part.sort_order = nr
        result.append(part)
    return result
