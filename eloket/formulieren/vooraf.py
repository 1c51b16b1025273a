"""Putting into a step what the sources said: filled-in boxes, answers that stand fast, people to choose.

What stands fast never comes from the visitor: `enforce` puts it among what was posted, whatever was posted.
"""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict
from django.utils.html import conditional_escape
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from eloket.formulieren.definitie import Stap, Veld
from eloket.formulieren.stapformulier import PREFIX, Raw, StapForm
from eloket.formulieren.velden import get_veldtype
from eloket.formulieren.velden.bronnen import bron_of, is_van_zaak, is_vast
from eloket.formulieren.velden.personen import Personen
from eloket.formulieren.voorinvulling import Uitkomst, Voorinvulling
from eloket.website.services import VasteWaarde

GEHEIM = _("Dit adres is geheim. Daarom laten wij het hier niet zien. U hoeft niets in te vullen.")
NU_NIET = _("Dit kunnen wij nu niet ophalen.")
LATER = _("Probeer het later opnieuw. Wat u al invulde, blijft bewaard. Lukt het niet? Bel ons.")
BEGIN = _("wat u aan het begin invulde")
ZAAK = _("uw zaak bij ons")
BRP, KVK, LOGIN = _("Basisregistratie Personen"), _("Handelsregister van de KvK"), _("gegevens van uw login")


def fill_raw(stap: Stap, voorinvulling: Voorinvulling) -> Raw:
    """What the sources know for this step, as somebody would have typed it."""
    raw: Raw = {}
    for veld in stap.velden:
        raw |= _typed(veld, voorinvulling)
    return raw


def enforce(stap: Stap, raw: Raw, voorinvulling: Voorinvulling) -> Raw:
    """What was posted, with our own words in the place of every answer that stands fast."""
    for veld in stap.velden:
        if stands_fast(veld, voorinvulling):
            name = f"{PREFIX}-{veld.sleutel}"
            raw = {key: each for key, each in raw.items() if key != name and not key.startswith(f"{name}_")}
            raw |= _typed(veld, voorinvulling)
    return raw


def stands_fast(veld: Veld, voorinvulling: Voorinvulling) -> bool:
    """Whether the visitor has no say: secret, or from a source and fit to be the answer."""
    if bron_of(veld) in voorinvulling.geheim:
        return True
    return is_vast(veld) and _fits(veld, voorinvulling)


def dress(form: StapForm, voorinvulling: Voorinvulling) -> StapForm:
    """The form of a step as this person sees it. Changes the form that it gets."""
    for veld in form.stap.velden:
        if bron_of(veld) and veld.sleutel in form.fields:
            form.fields[veld.sleutel] = _dress_field(form.fields[veld.sleutel], veld, voorinvulling)
    return form


def tell(stap: Stap, voorinvulling: Voorinvulling) -> str:
    """What to say above a step whose source gave nothing; "" when there is nothing to say."""
    velden = [veld for veld in stap.velden if bron_of(veld) and not is_van_zaak(bron_of(veld))]
    if not velden or voorinvulling.uitkomst in (Uitkomst.GEEN, Uitkomst.GEVONDEN):
        return ""
    if voorinvulling.uitkomst == Uitkomst.NIET_GEVONDEN:
        return _tell_not_found(voorinvulling)
    if voorinvulling.aan_balie:
        return gettext("De bron antwoordt nu niet. Vul de gegevens zelf in, zoals de inwoner ze geeft.")
    if any(_is_blocked(veld, voorinvulling) for veld in velden):
        return gettext(
            "Wij kunnen uw gegevens nu niet ophalen, en dit formulier heeft ze nodig. Probeer het later "
            "opnieuw. Wat u al invulde, blijft bewaard. Hebt u haast? Bel ons."
        )
    return gettext("Wij kunnen uw gegevens nu niet ophalen. Vul ze zelf in.")


def _tell_not_found(voorinvulling: Voorinvulling) -> str:
    if voorinvulling.aan_balie:
        return gettext("De bron kent dit nummer niet. Kijk het nummer na, of vul de gegevens zelf in.")
    return gettext("Wij vonden uw gegevens niet. Vul ze zelf in.")


def _typed(veld: Veld, voorinvulling: Voorinvulling) -> Raw:
    value = voorinvulling.waarden.get(bron_of(veld))
    if value is None or bron_of(veld) in voorinvulling.geheim:
        return {}
    name = f"{PREFIX}-{veld.sleutel}"
    typed = get_veldtype(veld.soort).to_getypt(value, veld)
    return {f"{name}{part}": list(values) for part, values in typed.items()}


def _fits(veld: Veld, voorinvulling: Voorinvulling) -> bool:
    """Whether the field takes what the source said. If not, somebody must be able to type a better one."""
    raw = _typed(veld, voorinvulling)
    if not raw:
        return False
    field = get_veldtype(veld.soort).field(veld)
    data: MultiValueDict[str, str] = MultiValueDict(raw)
    try:
        field.clean(field.widget.value_from_datadict(data, MultiValueDict(), f"{PREFIX}-{veld.sleutel}"))
    except ValidationError:
        return False
    return True


def _is_blocked(veld: Veld, voorinvulling: Voorinvulling) -> bool:
    """An answer that only the source may give, and the source is out of order."""
    out_of_order = voorinvulling.uitkomst == Uitkomst.STORING and not voorinvulling.aan_balie
    if not out_of_order or not (is_vast(veld) and veld.verplicht):
        return False
    about = "persoon." if "persoon.bsn" in voorinvulling.waarden else "bedrijf."
    return bron_of(veld).startswith(about) and not stands_fast(veld, voorinvulling)


def _dress_field(field: forms.Field, veld: Veld, voorinvulling: Voorinvulling) -> forms.Field:
    soort = get_veldtype(veld.soort)
    if isinstance(soort, Personen):
        return soort.make_gezin_field(veld, voorinvulling.gezin) if voorinvulling.gezin else field
    if bron_of(veld) in voorinvulling.geheim:
        return _Zonder(field, tekst=GEHEIM)
    if _is_blocked(veld, voorinvulling):
        return _Zonder(field, tekst=NU_NIET, fout=LATER)
    if stands_fast(veld, voorinvulling):
        shown = conditional_escape(soort.show(voorinvulling.waarden[bron_of(veld)], veld))
        field.widget = VasteWaarde(
            field.widget, tekst=shown, herkomst=str(_herkomst(veld, voorinvulling, vast=True))
        )
    elif bron_of(veld) in voorinvulling.waarden:
        words = _herkomst(veld, voorinvulling, vast=False)
        field.help_text = format_lazy("{} {}", field.help_text, words) if field.help_text else words
    return field


def _herkomst(veld: Veld, voorinvulling: Voorinvulling, *, vast: bool) -> Any:
    bron = bron_of(veld)
    if is_van_zaak(bron):
        register = ZAAK
    elif bron in ("persoon.bsn", "bedrijf.kvk"):
        register = BEGIN if voorinvulling.aan_balie else LOGIN
    else:
        register = BRP if bron.startswith("persoon.") else KVK
    if vast and voorinvulling.aan_balie:
        return format_lazy(_("Uit: {register}."), register=register)
    if vast:
        return format_lazy(
            _("Uit: {register}. Klopt dit niet? Neem dan contact met ons op."), register=register
        )
    return format_lazy(_("Ingevuld uit: {register}. U kunt het veranderen."), register=register)


class _Zonder(forms.Field):
    """A question without a box and without an answer; with `fout` the step cannot be finished."""

    def __init__(self, field: forms.Field, *, tekst: Any, fout: Any = "") -> None:
        super().__init__(required=False, label=field.label)
        self.widget = VasteWaarde(field.widget, tekst=str(tekst))
        self.fout = fout

    def clean(self, value: Any) -> Any:
        if self.fout:
            raise ValidationError(self.fout)
        return None
