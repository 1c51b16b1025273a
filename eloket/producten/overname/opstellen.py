"""From what is offered to what our page can hold: cleaned, cut to size, and each change told."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db.models import CharField, TextField
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from eloket.producten.models import ProductPage
from eloket.producten.models.antwoorden import Kostensoort, Termijneenheid
from eloket.producten.models.productdelen import Kanaal
from eloket.producten.overname.aanbod import Aangeboden
from eloket.producten.overname.namen import WIJZERS, Namen
from eloket.producten.overname.opmaak import clean_html, is_html, write_html
from eloket.producten.overname.verdeling import divide

ZONDER_AANTAL = ("", Termijneenheid.DIRECT, Termijneenheid.GEEN)
MAX_SAMENVATTING = 300
MAX_ADRES = 200
ONZICHTBAAR = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


@dataclass
class Opgesteld:
    """The values of a page: plain and rich fields, channels, and the ids of what it points at."""

    velden: dict[str, Any] = field(default_factory=dict)
    kanalen: dict[str, str] = field(default_factory=dict)
    adressen: dict[str, str] = field(default_factory=dict)
    wijzers: dict[str, list[str]] = field(default_factory=dict)
    themas: list[int] = field(default_factory=list)
    levensgebeurtenissen: list[int] = field(default_factory=list)
    upns: list[int] = field(default_factory=list)

    def vingerafdruk(self) -> str:
        return hashlib.sha256(json.dumps(vars(self), sort_keys=True, default=str).encode()).hexdigest()


def compose(aanbod: Aangeboden, namen: Namen) -> tuple[Opgesteld, list[str]]:
    """The values, and what a redacteur should know of how they came about."""
    told = list(aanbod.meldingen)
    opgesteld = Opgesteld(
        themas=namen.find_themas(aanbod.themas, told),
        levensgebeurtenissen=namen.find_levensgebeurtenissen(aanbod.levensgebeurtenissen, told),
        upns=namen.find_upns(aanbod.upns, told),
    )
    teksten = _clean_all(aanbod.teksten, aanbod.url, told)
    inhoud = divide(teksten.pop("inhoud", ""))
    velden = {**inhoud, **teksten, **_plain(aanbod.waarden)}
    velden["title"] = _one_line(aanbod.titel)
    velden["samenvatting"] = _samenvatting(aanbod, velden, told)
    _point(opgesteld, aanbod, velden, namen, told)
    for check in (_check_termijn, _check_kosten, _check_elders):
        check(velden, told)
    opgesteld.velden = {name: _fit(name, value, told) for name, value in velden.items()}
    _set_kanalen(opgesteld, aanbod, told)
    return opgesteld, told


def _point(
    opgesteld: Opgesteld, aanbod: Aangeboden, velden: dict[str, Any], namen: Namen, told: list[str]
) -> None:
    """At what we have ourselves."""
    for kolom, words in aanbod.wijzers.items():
        if kolom in WIJZERS:
            opgesteld.wijzers[kolom] = namen.find_wijzers(kolom, words, told)
        elif pk := namen.find_organisatie(words[:1], told):
            velden[f"{kolom}_id"] = pk
    if opgesteld.wijzers.get("tarieven"):
        velden["kosten_soort"] = Kostensoort.TARIEF


def _plain(waarden: Mapping[str, Any]) -> dict[str, Any]:
    own = {name: value for name, value in waarden.items() if name != "online"}
    return {name: _readable(value) if type(value) is str else value for name, value in own.items()}


def _clean_all(teksten: Mapping[str, str], basis: str, told: list[str]) -> dict[str, str]:
    schoon = {name: _clean(text, basis, told) for name, text in teksten.items()}
    if memo := schoon.get("desk_memo"):  # which has no headings
        schoon["desk_memo"] = memo.replace("<h3>", "<p><b>").replace("</h3>", "</b></p>")
    return schoon


def _clean(text: str, basis: str, told: list[str]) -> str:
    """Safe HTML of text that somebody else wrote."""
    readable = _readable(text)
    schoon = clean_html(readable if is_html(readable) else write_html(readable), basis=basis)
    if schoon.weggelaten:
        told.append(_("Niet overgenomen uit de tekst: %s.") % ", ".join(schoon.weggelaten))
    return schoon.html


def _samenvatting(aanbod: Aangeboden, velden: Mapping[str, Any], told: list[str]) -> str:
    text = _one_line(strip_tags(aanbod.samenvatting))
    if not text:
        text = _one_line(strip_tags(str(velden.get("wat", "")).replace("</p>", " ")))
        told.append(
            _("Er is geen samenvatting; wij namen het begin van de tekst.")
            if text
            else _("Er is geen samenvatting. Schrijf er een.")
        )
    elif len(text) > MAX_SAMENVATTING:
        told.append(_("De samenvatting is ingekort tot %d tekens.") % MAX_SAMENVATTING)
    return _shorten(text, MAX_SAMENVATTING)


def _shorten(text: str, most: int) -> str:
    """Cut between words, with a mark that something follows."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[most // 2 :] else cut) + "…"


def _check_termijn(velden: dict[str, Any], told: list[str]) -> None:
    """A number goes with a unit that counts; half a term is no term."""
    aantal, eenheid = velden.get("termijn_aantal"), velden.get("termijn_eenheid", "")
    if (aantal is None) != (eenheid in ZONDER_AANTAL):
        velden.pop("termijn_aantal", None)
        velden.pop("termijn_eenheid", None)
        told.append(_("De termijn heeft een aantal en een eenheid nodig; beide zijn leeg gelaten."))


def _fit(name: str, value: Any, told: list[str]) -> Any:
    """The value, cut to what the field can hold."""
    model_field = ProductPage._meta.get_field(name)
    most = getattr(model_field, "max_length", None)
    if not isinstance(model_field, CharField | TextField) or not most or len(value) <= most:
        return value
    told.append(
        _("“%(veld)s” is ingekort tot %(aantal)d tekens.")
        % {"veld": str(model_field.verbose_name), "aantal": most}
    )
    return _shorten(value, most)


def _check_kosten(velden: dict[str, Any], told: list[str]) -> None:
    """A few words on the costs go with one kind of answer only."""
    if velden.get("kosten_soort") != Kostensoort.VERSCHILT:
        velden.pop("kosten_kort", None)
    elif not velden.get("kosten_kort"):
        velden.pop("kosten_soort")
        told.append(
            _("Bij “verschilt” hoort in kosten_kort waar het van afhangt; de kosten zijn leeg gelaten.")
        )


def _check_elders(velden: dict[str, Any], told: list[str]) -> None:
    naam, url = velden.get("elders_naam"), velden.get("elders_url")
    if (naam or url) and not (naam and url and _is_address(url)):
        velden.pop("elders_naam", None)
        velden.pop("elders_url", None)
        told.append(
            _("Een andere organisatie heeft een naam en een webadres nodig; beide zijn leeg gelaten.")
        )


def _is_address(text: str) -> bool:
    try:
        URLValidator(schemes=["https", "http"])(text)
    except ValidationError:
        return False
    return len(text) <= MAX_ADRES


def _set_kanalen(opgesteld: Opgesteld, aanbod: Aangeboden, told: list[str]) -> None:
    kanalen = {kanaal: _clean(text, aanbod.url, told) for kanaal, text in aanbod.kanalen.items()}
    if "online" in aanbod.waarden:
        where = urljoin(aanbod.url, str(aanbod.waarden["online"]))
        if _is_address(where):
            opgesteld.adressen[Kanaal.ELEKTRONISCH] = where
        elif where:
            told.append(_("“%s” is geen webadres; het is niet overgenomen.") % where[:100])
        kanalen.setdefault(Kanaal.ELEKTRONISCH, f"<p>{_('U kunt dit online regelen.')}</p>")
    opgesteld.kanalen = {kanaal: text for kanaal, text in kanalen.items() if text}


def _one_line(text: str) -> str:
    return " ".join(_readable(text).split())


def _readable(text: str) -> str:
    """Without the control characters that no database and no browser want."""
    return ONZICHTBAAR.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
