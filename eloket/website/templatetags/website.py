"""Tags and filters for the layout and the shared components: `{% load website %}`."""

from collections.abc import Iterable
from typing import Any

from django import forms, template
from django.core.paginator import Page
from django.template.context import Context
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from eloket.lib import klok
from eloket.website.bestandsveld import BestandenWidget, Bestandsvak
from eloket.website.fouten import Foutregel, field_errors, find_anker, list_fouten, own_errors
from eloket.website.kader import Kader, build_kader
from eloket.website.locaties import LocatieNu, describe
from eloket.website.models import Instellingen
from eloket.website.onderdelen import Rij
from eloket.website.siteinfo import SiteInfo, default_site, get_site_info
from eloket.website.vakken import Vak, VakkenWidget

register = template.Library()

CLASSES: list[tuple[type[forms.Widget], str]] = [
    (forms.Textarea, "utrecht-textarea utrecht-textarea--html-textarea"),
    (forms.CheckboxInput, "utrecht-checkbox utrecht-checkbox--html-input"),
    (forms.RadioSelect, "utrecht-radio-button--html"),
    (forms.CheckboxSelectMultiple, "utrecht-checkbox utrecht-checkbox--html-input"),
    (forms.Select, "utrecht-select utrecht-select--html-select"),
    (forms.ClearableFileInput, "eloket-bestand"),
    (forms.widgets.Input, "utrecht-textbox utrecht-textbox--html-input"),
]


@register.simple_tag(takes_context=True)
def website_kader(context: Context) -> Kader:
    """Everything base.html shows around a page."""
    return build_kader(context.get("request"), page=context.get("page"), kruimels=context.get("crumbs"))


@register.simple_tag
def site_info() -> SiteInfo:
    """What `kader.site` is, for a block of a page, which has no frame at hand."""
    return get_site_info(default_site())


@register.simple_tag
def contact_rijen() -> list[Rij]:
    """How to reach the gemeente, as rows of a data list; the addresses with hours are `locaties_nu`."""
    info = get_site_info(default_site())
    rows = [
        Rij(gettext("Telefoon"), link_to("tel", info.telefoon_href, info.telefoon)),
        Rij(
            gettext("Vanuit het buitenland"),
            link_to("tel", info.telefoon_buitenland_href, info.telefoon_buitenland),
        ),
        Rij(gettext("E-mail"), link_to("mailto", info.email, info.email)),
        Rij(gettext("Adres"), info.adres),
        Rij(gettext("Openingstijden"), info.openingstijden),
    ]
    return [row for row in rows if row.value]


def link_to(scheme: str, target: str, words: str) -> str:
    """The words as a link of this scheme, "" for nothing."""
    return format_html('<a class="nl-link" href="{}:{}">{}</a>', scheme, target, words) if words else ""


@register.simple_tag
def locaties_nu() -> list[LocatieNu]:
    """The addresses of the gemeente with what holds now."""
    now = klok.now()
    return [describe(each, now) for each in get_site_info(default_site()).locaties]


@register.simple_tag
def toegankelijkheid() -> Instellingen:
    """The settings that hold the status of the site and its reports."""
    site = default_site()
    return Instellingen.objects.filter(site=site).first() or Instellingen(site=site)


@register.filter
def met_taal(words: object) -> object:
    """The words; in an element that names their language when it is not that of the page (`Tekst`)."""
    code = getattr(words, "lang", "")
    return format_html('<span lang="{}">{}</span>', code, words) if code else words


@register.filter
def lang(words: object) -> SafeString:
    """` lang="nl"` for words in another language than the page around them (`Tekst`), else nothing."""
    code = getattr(words, "lang", "")
    return format_html(' lang="{}"', code) if code else SafeString("")


@register.simple_tag
def zoek_url() -> str:
    """The address of the search page in the language of this page."""
    try:
        return reverse("zoeken")
    except NoReverseMatch:  # the catalogue is not installed
        return "/zoeken/"


@register.simple_tag
def widget(field: forms.BoundField) -> SafeString:
    """The widget of a field with the classes of the design system beside its own."""
    return field.as_widget(
        attrs={"class": " ".join(filter(None, [field.field.widget.attrs.get("class"), class_for(field)]))}
    )


def class_for(field: forms.BoundField) -> str:
    """The design system's class for this kind of widget."""
    name = next((name for kind, name in CLASSES if isinstance(field.field.widget, kind)), "")
    return f"{name} utrecht-textbox--invalid" if field.errors and "utrecht-textbox " in name else name


@register.filter
def soort_veld(field: forms.BoundField) -> str:
    """Which shape form_field.html gives it: "verborgen", "groep", "vinkje", "enkel", or its own."""
    own = field.field.widget
    if own.is_hidden:
        return "verborgen"
    vorm = getattr(own, "vorm", "")  # a widget of an app that has a component of its own
    if vorm:
        return str(vorm)
    if isinstance(own, forms.RadioSelect | forms.CheckboxSelectMultiple | VakkenWidget):
        return "groep"
    return "vinkje" if isinstance(own, forms.CheckboxInput) else "enkel"


@register.filter
def herkomst(field: forms.BoundField) -> str:
    """Where an answer that stands fast comes from."""
    return str(field.field.widget.herkomst)


@register.filter
def bestandsvak(field: forms.BoundField) -> Bestandsvak:
    """What `components/form_files.html` shows of a field with a BestandenWidget."""
    own: BestandenWidget = field.field.widget
    return own.vak(field)


@register.filter
def is_vakken(field: forms.BoundField) -> bool:
    return isinstance(field.field.widget, VakkenWidget)


@register.filter
def vakken(field: forms.BoundField) -> list[Vak]:
    """The boxes of a question that has several."""
    return field.field.widget.boxes(field.html_name, field.value(), field.auto_id, field_errors(field))


@register.filter
def eigen_fouten(field: forms.BoundField) -> list[str]:
    """The errors that stand above the field; those of one box of several may stand at that box."""
    return own_errors(field)


@register.filter
def beschreven_door(field: forms.BoundField) -> str:
    """The ids that describe a group: its help and its errors."""
    ids = [f"{field.auto_id}_helptext"] if field.help_text else []
    return " ".join([*ids, *([f"{field.auto_id}_error"] if own_errors(field) else [])])


@register.filter
def anker(field: forms.BoundField) -> str:
    """The id to jump to for this field: that of its first box."""
    return find_anker(field)


@register.filter
def foutregels(form: forms.BaseForm) -> list[Foutregel]:
    """Everything that is wrong in a form, with where to mend it."""
    return list_fouten(form)


@register.filter
def tot_en_met(total: int) -> Iterable[int]:
    """1 up to and including total."""
    return range(1, total + 1)


@register.filter
def paginanummers(page: Page[Any]) -> list[int | None]:
    """The page numbers to show; None marks a gap."""
    shown = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return [number if isinstance(number, int) else None for number in shown]
