"""The answers of a product as HTML, with what the record holds as numbers and choices put into words.

The page has templates for this; the outlets beside it read the answers here, each in its own notation. The
words are in the active language.
"""

from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from eloket.producten.gegevens import Kanaalgegevens, Product
from eloket.producten.models.overzicht import adres_href, bedrag, bedrag_straks, termijn_kort
from eloket.producten.models.productdelen import Kanaal


@dataclass(frozen=True)
class Hoofdstuk:
    """One question of a resident with our answer, which is HTML."""

    kop: str
    tekst: str


def list_hoofdstukken(product: Product) -> list[Hoofdstuk]:
    """The answered questions in the order of the page."""
    chapters = [
        Hoofdstuk(_("Wat is het?"), write_wat(product)),
        Hoofdstuk(_("Voor wie is het?"), product.voor_wie),
        Hoofdstuk(_("Wat hebt u nodig?"), product.bewijs),
        Hoofdstuk(_("Hoe regelt u het?"), write_hoe(product)),
        Hoofdstuk(_("Wat kost het?"), write_kosten(product)),
        Hoofdstuk(_("Hoe lang duurt het?"), write_termijn(product)),
        Hoofdstuk(_("Wat als u niets van ons hoort?"), product.geen_reactie),
        Hoofdstuk(_("Bent u het er niet mee eens?"), product.bezwaar),
        Hoofdstuk(_("Veelgestelde vragen"), _write_vragen(product)),
    ]
    return [each for each in chapters if each.tekst]


def write_wat(product: Product) -> SafeString:
    """What it is, and which other organisation arranges it."""
    return _rich(product.wat) + _write_elders(product)


def write_hoe(product: Product) -> SafeString:
    """The steps that hold for every channel, then each channel under a heading of its own."""
    channels = ((_write_kanaal(each),) for each in product.kanalen)
    return _rich(product.hoe) + format_html_join("", "{}", channels)


def write_kosten(product: Product) -> SafeString:
    """Every amount of the tarieventabel, or the cost in a few words; then the explanation."""
    rows = [(regel.naam, bedrag(regel), bedrag_straks(regel)) for regel in product.tarieven]
    amounts = format_html_join("", "<li>{}: {}{}</li>", ((a, b, f" ({c})" if c else "") for a, b, c in rows))
    if amounts:
        return format_html("<ul>{}</ul>", amounts) + _rich(product.kosten)
    return _sentence(product.kosten_kort) + _rich(product.kosten)


def write_termijn(product: Product) -> SafeString:
    """The term in words, the explanation, and the article it rests on."""
    grondslag = product.termijn_grondslag
    told = _("Deze termijn staat in: %(grondslag)s.") % {"grondslag": grondslag} if grondslag else ""
    short = _sentence(termijn_kort(product.termijn_aantal, product.termijn_eenheid))
    return short + _rich(product.termijn) + _paragraph(told)


def _write_elders(product: Product) -> SafeString:
    if not product.elders_naam:
        return mark_safe("")
    told = _("U regelt dit niet bij de gemeente, maar bij: %(naam)s") % {"naam": product.elders_naam}
    return format_html('<p>{} (<a href="{}">{}</a>).</p>', told, product.elders_url, product.elders_url)


def _write_kanaal(kanaal: Kanaalgegevens) -> SafeString:
    heading = format_html("<h3>{}</h3>", Kanaal(kanaal.kanaal).label)
    href = adres_href(kanaal.kanaal, kanaal.adres)
    address = format_html('<a href="{}">{}</a>', href, kanaal.adres) if href else kanaal.adres
    return heading + _rich(kanaal.tekst) + _paragraph(address)


def _write_vragen(product: Product) -> SafeString:
    pairs = ((each.vraag, _rich(each.antwoord)) for each in product.vragen)
    return format_html_join("", "<h3>{}</h3>{}", pairs)


def _rich(text: str) -> SafeString:
    """Text of a redacteur, which is HTML; each outlet writes it anew from the few elements it knows."""
    return mark_safe(text)  # noqa: S308


def _paragraph(text: str) -> SafeString:
    return format_html("<p>{}</p>", text) if text else mark_safe("")


def _sentence(text: str) -> SafeString:
    return _paragraph(f"{text}." if text else "")
