"""How the site looks: the colours, corners and letter that a redacteur chooses."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from eloket.website.thema import MINIMUM_CONTRAST, Thema, build_tokens, contrast, pairs_to_check
from eloket.website.tokens.basis import read_basis
from eloket.website.tokens.leesbaar import find_unreadable
from eloket.website.tokens.waarden import TokensGeweigerd, tidy

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

KLEUR = RegexValidator(
    r"^#[0-9a-fA-F]{6}$", _("Vul een kleur in als # met zes tekens, bijvoorbeeld #0b5689.")
)


def kleur_field(
    label: "_StrPromise", default: str, help_text: "_StrPromise | str" = ""
) -> "models.CharField[str, str]":
    """A colour as #rrggbb."""
    return models.CharField(label, max_length=7, default=default, validators=[KLEUR], help_text=help_text)


def check_tokens(tokens: Any) -> None:
    """Only what a token may be, however it came here. Raises ValidationError."""
    if not isinstance(tokens, dict) or not all(isinstance(value, str) for value in tokens.values()):
        raise ValidationError(_("Dit is geen verzameling tokens."))
    try:
        for name, value in tokens.items():
            tidy(name, value)
    except TokensGeweigerd as fout:
        raise ValidationError(str(fout)) from fout


class Vormgeving(models.Model):
    """The part of `Instellingen` that `thema.py` makes a style sheet of."""

    merk_kleur = kleur_field(_("hoofdkleur"), "#0b5689", _("Knoppen, lijnen en lichte vlakken."))
    link_kleur = kleur_field(_("kleur van links"), "#0b5689")
    balk_kleur = kleur_field(_("achtergrond van het menu"), "#0b5689")
    balk_tekstkleur = kleur_field(_("tekst in het menu"), "#ffffff")
    voet_kleur = kleur_field(_("achtergrond van de voettekst"), "#052a44")
    voet_tekstkleur = kleur_field(_("tekst in de voettekst"), "#ffffff")
    hoeken = models.CharField(
        _("hoeken"),
        max_length=10,
        default="licht",
        choices=[("recht", _("recht")), ("licht", _("licht afgerond")), ("rond", _("rond"))],
    )
    letter = models.CharField(
        _("lettertype"),
        max_length=10,
        default="noto",
        choices=[("noto", "Noto Sans"), ("systeem", _("van het apparaat")), ("schreef", _("met schreef"))],
    )

    # Set by an upload (tokenbestand.py), never typed.
    thema_tokens = models.JSONField(
        _("tokens"), default=dict, blank=True, editable=False, validators=[check_tokens]
    )
    thema_bestandsnaam = models.CharField(_("bestand met tokens"), max_length=100, blank=True, editable=False)

    vormgeving_panels: list[Any] = [
        MultiFieldPanel([FieldPanel("merk_kleur"), FieldPanel("link_kleur")], heading=_("Kleuren")),
        MultiFieldPanel([FieldPanel("balk_kleur"), FieldPanel("balk_tekstkleur")], heading=_("Menu")),
        MultiFieldPanel([FieldPanel("voet_kleur"), FieldPanel("voet_tekstkleur")], heading=_("Voettekst")),
        MultiFieldPanel([FieldPanel("hoeken"), FieldPanel("letter")], heading=_("Vorm")),
        MultiFieldPanel(
            [FieldPanel("thema_bestand"), FieldPanel("thema_weg")],
            heading=_("Eigen thema van NL Design System"),
        ),
    ]

    class Meta:
        abstract = True

    @property
    def thema(self) -> Thema:
        return Thema(
            merk=self.merk_kleur.lower(),
            link=self.link_kleur.lower(),
            balk=self.balk_kleur.lower(),
            balk_tekst=self.balk_tekstkleur.lower(),
            voet=self.voet_kleur.lower(),
            voet_tekst=self.voet_tekstkleur.lower(),
            radius=self.hoeken,
            letter=self.letter,
        )

    def vormgeving_errors(self) -> dict[str, Any]:
        """Field to message, for what people cannot read; a token set has no field of its own."""
        unreadable = self._unreadable_tokens()
        return {**self._unreadable_choices(), **({NON_FIELD_ERRORS: unreadable} if unreadable else {})}

    def _unreadable_tokens(self) -> list[str]:
        """What the token set makes of our own parts, together with the choices above it."""
        try:
            check_tokens(self.thema_tokens)
            chosen = build_tokens(self.thema)
        except (ValidationError, ValueError):  # told at its own field
            return []
        if not self.thema_tokens:
            return []
        holds = {**read_basis().bepaald, **chosen, **self.thema_tokens}
        message = _(
            "Met dit thema is %(tekst)s op %(vlak)s niet goed leesbaar: "
            "het contrast is %(is).1f, nodig is %(nodig).1f."
        )
        return [
            message % {"tekst": text, "vlak": background, "is": found, "nodig": MINIMUM_CONTRAST}
            for text, background, found in find_unreadable(holds)
        ]

    def _unreadable_choices(self) -> dict[str, str]:
        try:
            pairs = pairs_to_check(self.thema)
        except ValueError:  # not a colour: the field itself says so
            return {}
        message = _(
            "Deze kleur is niet goed leesbaar: het contrast is %(is).1f, nodig is %(nodig).1f. "
            "Kies een donkerder of lichter kleur."
        )
        return {
            field: message % {"is": contrast(*pair), "nodig": MINIMUM_CONTRAST}
            for field, pair in pairs.items()
            if contrast(*pair) < MINIMUM_CONTRAST
        }
