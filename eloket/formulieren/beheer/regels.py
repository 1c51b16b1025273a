"""Rules on the redacteur's desk: selects with the questions of this form, and what keeps it from the site."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.blocks import BlockField
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from eloket.formulieren.definitie import Actie
from eloket.formulieren.models import Formulier
from eloket.formulieren.regelblokken import Keuzes, RegelsBlock
from eloket.formulieren.regels import Fout
from eloket.formulieren.services.publicatie import check_regels
from eloket.formulieren.velden import VELDTYPEN, Veldtype
from eloket.lib import klok


class RegelsForm(WagtailAdminModelForm):
    """The form of a formulier, as far as its rules go. A draft may have rules that are wrong."""

    regelfouten: Sequence[Fout] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "regels" in self.fields:
            block = RegelsBlock(**list_keuzes(self.instance), required=False)
            self.fields["regels"] = BlockField(block=block, required=False, label=_("Regels"))

    @property
    def is_publishing(self) -> bool:
        return "action-publish" in self.data or "action-submit" in self.data

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.is_publishing and not self.errors:
            self.regelfouten = check_regels(self.instance, vandaag=klok.today())
            if self.regelfouten:
                self.add_error("regels", to_block_errors(self.regelfouten))


def list_keuzes(formulier: Formulier) -> dict[str, Keuzes]:
    """What the selects of rules offer: the questions of this form by step, and its steps.

    A key that a rule names and that is gone stays in the list, marked, so that the rule can be mended.
    """
    stappen = [stap.value for stap in formulier.stappen if stap.value["sleutel"]]
    titels = [(stap["sleutel"], stap["titel_nl"]) for stap in stappen]
    velden, doelen = list_named(formulier)
    return {
        "velden": _offer(stappen, velden, _can_be_asked),
        "doelen": _offer(stappen, doelen["velden"], lambda _kind: True),
        "stappen": [*titels, *_tell_gone(doelen["stappen"] - dict(titels).keys())],
    }


def _can_be_asked(kind: Veldtype) -> bool:
    """Words alone have no answer, and an amount is known only when all others are."""
    return kind.is_vraag and not kind.is_berekend


def _offer(stappen: Sequence[Any], named: set[str], fits: Callable[[Veldtype], bool]) -> Keuzes:
    groups = [
        (
            stap["titel_nl"],
            [
                (veld.value["sleutel"], veld.value["label_nl"])
                for veld in stap["velden"]
                if veld.value["sleutel"] and fits(VELDTYPEN[veld.block_type])
            ],
        )
        for stap in stappen
    ]
    offered = {sleutel for _titel, own in groups for sleutel, _label in own}
    return [*groups, *_tell_gone(named - offered)]


def list_named(formulier: Formulier) -> tuple[set[str], dict[str, set[str]]]:
    """The keys that the rules name now: those asked about, and the questions and steps decided on."""
    velden: set[str] = set()
    doelen: dict[str, set[str]] = {"velden": set(), "stappen": set()}
    for regel in formulier.regels:
        velden |= {voorwaarde["veld"] for voorwaarde in regel.value["voorwaarden"] if voorwaarde["veld"]}
        if doel := regel.value.get("doel"):
            doelen["stappen" if regel.block_type == Actie.TOON_STAP else "velden"].add(doel)
    return velden, doelen


def _tell_gone(sleutels: set[str]) -> list[tuple[str, str]]:
    return [(sleutel, _("%s (bestaat niet meer)") % sleutel) for sleutel in sorted(sleutels)]


def to_block_errors(fouten: Sequence[Fout]) -> StreamBlockValidationError:
    """Each error at its own rule; those of the whole above them."""
    per_regel: dict[int, list[ValidationError]] = {}
    for fout in fouten:
        if fout.regel is not None:
            per_regel.setdefault(fout.regel, []).append(ValidationError(fout.tekst))
    return StreamBlockValidationError(
        block_errors={
            nummer: StructBlockValidationError(non_block_errors=errors)
            for nummer, errors in per_regel.items()
        },
        non_block_errors=[ValidationError(fout.tekst) for fout in fouten if fout.regel is None],
    )


def make_message(view: Any, form: RegelsForm) -> None:
    """For a view whose form was refused: say which rules are wrong, with a link to each."""
    if form.regelfouten and not view.expects_json_response:
        view.produced_error_message = tell_fouten(form.regelfouten, form.instance)


def tell_fouten(fouten: Sequence[Fout], formulier: Formulier) -> SafeString:
    """A sentence and a list; each line leads to its rule."""
    ids = {nummer: regel.id for nummer, regel in enumerate(formulier.regels)}
    lines = format_html_join("", "<li>{}</li>", ((_link(fout, ids),) for fout in fouten))
    intro = _("De regels van dit formulier kloppen nog niet. Het is daarom niet op de site gezet.")
    return format_html("{} <ul>{}</ul>", intro, lines)


def _link(fout: Fout, ids: Mapping[int, str | None]) -> SafeString:
    target = (ids.get(fout.regel) if fout.regel is not None else None) or "regels"
    # Wagtail's own controller opens the tab and brings the reader to the block.
    return format_html(
        '<a class="w-text-current" href="#:w:contentpath=regels.{}" data-controller="w-focus" '
        'data-action="w-focus#focus:prevent" data-w-focus-target-value="[data-contentpath=\'{}\']">{}</a>',
        target,
        re.sub(r"[^\w-]", "", target),
        str(fout),
    )
