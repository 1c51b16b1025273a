"""The words of one kind of message, as a redacteur wants them. An empty field: those of eloket itself."""

from typing import Any

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin

from eloket.berichten.invullen import CODE, KNOP, find_variabelen, is_loose
from eloket.berichten.soorten import SOORTEN, list_keuzes, spell
from eloket.berichten.voorbeeld import render_voorbeeld

ONDERWERP, TEKST, KNOPTEKST = "onderwerp", "tekst", "knop"
TALEN = ("nl", "en")


class Berichtsjabloon(DraftStateMixin, RevisionMixin, PreviewableMixin, models.Model):
    """Not published, or a field left empty: the default of `soorten.py` is what goes out."""

    soort = models.CharField(
        _("bericht"),
        max_length=60,
        unique=True,
        choices=list_keuzes,
        error_messages={"unique": _("Voor dit bericht is er al een tekst. Pas die aan.")},
    )
    onderwerp_nl = models.CharField(_("onderwerp"), max_length=120, blank=True)
    tekst_nl = models.TextField(_("tekst"), blank=True, max_length=4000)
    knop_nl = models.CharField(_("tekst op de knop"), max_length=60, blank=True)
    onderwerp_en = models.CharField(_("onderwerp (Engels)"), max_length=120, blank=True)
    tekst_en = models.TextField(_("tekst (Engels)"), blank=True, max_length=4000)
    knop_en = models.CharField(_("tekst op de knop (Engels)"), max_length=60, blank=True)

    _revisions: Any = GenericRelation("wagtailcore.Revision", related_query_name="berichtsjabloon")

    class Meta:
        verbose_name = _("tekst van een bericht")
        verbose_name_plural = _("teksten van berichten")

    def __str__(self) -> str:
        return str(SOORTEN[self.soort].titel) if self.soort in SOORTEN else self.soort

    @property
    def revisions(self) -> Any:
        return self._revisions

    def clean(self) -> None:
        super().clean()
        errors = {name: message for name in self._fields() if (message := self._fault(name))}
        if errors:
            raise ValidationError(errors)

    def words(self, part: str, taal: str) -> str:
        """What the redacteur wrote for this part in this language; "" for the default."""
        return str(getattr(self, f"{part}_{taal}", ""))

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        return [
            ("nl-html", _("Nederlands, als e-mail")),
            ("nl-tekst", _("Nederlands, alleen tekst")),
            ("en-html", _("Engels, als e-mail")),
            ("en-tekst", _("Engels, alleen tekst")),
        ]

    @property
    def default_preview_mode(self) -> str:
        return "nl-html"

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """The mail as it would be, with made-up values."""
        taal, _dash, vorm = mode_name.partition("-")
        own = {part: self.words(part, taal) for part in (ONDERWERP, TEKST, KNOPTEKST)}
        return HttpResponse(render_voorbeeld(self.soort, own, taal=taal, html=vorm == "html"))

    @staticmethod
    def _fields() -> list[str]:
        return [f"{part}_{taal}" for part in (ONDERWERP, TEKST, KNOPTEKST) for taal in TALEN]

    def _fault(self, name: str) -> str:
        """What is wrong with the words in this field: a variable that this message does not have."""
        soort, words = SOORTEN.get(self.soort), getattr(self, name)
        if soort is None or not words:
            return ""
        allowed = soort.toegestaan if name.startswith(TEKST) else soort.toegestaan - {KNOP, CODE}
        unknown = find_variabelen(words) - allowed
        if unknown:
            text = gettext("%(naam)s bestaat niet in dit bericht. U kunt hier gebruiken: %(lijst)s.")
            return text % {"naam": spell(unknown), "lijst": spell(allowed)}
        return self._fault_of_tekst(words) if name.startswith(TEKST) else ""

    def _fault_of_tekst(self, words: str) -> str:
        if CODE in SOORTEN[self.soort].variabelen and CODE not in find_variabelen(words):
            return gettext("Zet {code} in de tekst: zonder de code kan de lezer niets.")
        if is_loose(KNOP, words):
            return gettext("Zet {knop} alleen op een regel, met een lege regel erboven.")
        return ""
