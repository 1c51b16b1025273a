"""What a product tells a resident: the five questions and what follows from them."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField

from eloket.producten.models.opmaak import RICH
from eloket.producten.models.zichtbaar import CatalogusPage


class Kostensoort(models.TextChoices):
    """How the question "wat kost het?" is answered."""

    TARIEF = "tarief", _("een bedrag uit de tarieventabel")
    GRATIS = "gratis", _("gratis")
    VERSCHILT = "verschilt", _("verschilt, namelijk …")
    ELDERS = "elders", _("een andere organisatie bepaalt het")


class Termijneenheid(models.TextChoices):
    DIRECT = "direct", _("direct klaar")
    WERKDAGEN = "werkdagen", _("werkdagen")
    DAGEN = "dagen", _("dagen")
    WEKEN = "weken", _("weken")
    MAANDEN = "maanden", _("maanden")
    GEEN = "geen", _("er is geen termijn")


class Termijnsoort(models.TextChoices):
    WET = "wet", _("staat in de wet")
    VERORDENING = "verordening", _("staat in een verordening")
    DIENSTNORM = "dienstnorm", _("hebben wij zelf beloofd")


class Antwoorden(CatalogusPage):
    """The answers in the order in which a resident asks: what, for whom, how, cost, term, and after that."""

    wat = RichTextField(_("wat is het?"), blank=True, features=RICH)
    voor_wie = RichTextField(_("voor wie is het?"), blank=True, features=RICH)
    bewijs = RichTextField(
        _("wat hebt u nodig?"),
        blank=True,
        features=RICH,
        help_text=_("Wat moet iemand meenemen of meesturen?"),
    )
    hoe = RichTextField(
        _("hoe regelt u het?"),
        blank=True,
        features=RICH,
        help_text=_("De stappen die voor elk kanaal gelden. Nummer ze."),
    )
    elders_naam = models.CharField(
        _("een andere organisatie regelt dit"),
        max_length=120,
        blank=True,
        help_text=_("Alleen invullen als iemand niet bij ons moet zijn. Bijvoorbeeld: RDW."),
    )
    elders_url = models.URLField(_("adres van die organisatie"), blank=True)

    kosten_soort = models.CharField(
        _("wat kost het?"), max_length=10, blank=True, choices=Kostensoort.choices
    )
    kosten_kort = models.CharField(
        _("namelijk"),
        max_length=60,
        blank=True,
        help_text=_("Alleen bij ‘verschilt’. Bijvoorbeeld: het hangt af van de oppervlakte."),
    )
    kosten = RichTextField(
        _("uitleg bij de kosten"),
        blank=True,
        features=RICH,
        help_text=_("Zet hier geen bedragen: die komen uit de tarieventabel."),
    )
    termijn_aantal = models.PositiveSmallIntegerField(_("aantal"), null=True, blank=True)
    termijn_eenheid = models.CharField(
        _("eenheid"), max_length=10, blank=True, choices=Termijneenheid.choices
    )
    termijn_soort = models.CharField(
        _("waar staat deze termijn?"), max_length=12, blank=True, choices=Termijnsoort.choices
    )
    termijn_grondslag = models.CharField(
        _("grondslag"), max_length=120, blank=True, help_text=_("Bijvoorbeeld: artikel 4:13 Awb.")
    )
    termijn = RichTextField(_("uitleg bij de termijn"), blank=True, features=RICH)
    geen_reactie = RichTextField(_("wat als wij niet antwoorden?"), blank=True, features=RICH)
    bezwaar = RichTextField(_("bent u het er niet mee eens?"), blank=True, features=RICH)
    contact = RichTextField(
        _("contact"),
        blank=True,
        features=RICH,
        help_text=_("Alleen invullen als het anders gaat dan bij andere producten."),
    )

    class Meta:
        abstract = True

    def clean(self) -> None:
        """A term is a number with a unit, or a word that needs no number; the same for cost and for who."""
        super().clean()
        errors = {**self._faults_of_term(), **self._faults_of_cost(), **self._faults_of_elders()}
        if errors:
            raise ValidationError(errors)

    def _faults_of_term(self) -> dict[str, str]:
        wordy = self.termijn_eenheid in ("", Termijneenheid.DIRECT, Termijneenheid.GEEN)
        if wordy and self.termijn_aantal is not None:
            return {"termijn_eenheid": str(_("Kies bij dit aantal: werkdagen, dagen, weken of maanden."))}
        if not wordy and not self.termijn_aantal:
            return {"termijn_aantal": str(_("Vul een aantal in, of kies een eenheid zonder aantal."))}
        return {}

    def _faults_of_cost(self) -> dict[str, str]:
        if self.kosten_soort == Kostensoort.VERSCHILT and not self.kosten_kort:
            return {"kosten_kort": str(_("Schrijf kort waar het van afhangt."))}
        if self.kosten_soort != Kostensoort.VERSCHILT and self.kosten_kort:
            return {"kosten_kort": str(_("Maak dit leeg, of kies bij de kosten ‘verschilt’."))}
        return {}

    def _faults_of_elders(self) -> dict[str, str]:
        if self.elders_naam and not self.elders_url:
            return {"elders_url": str(_("Vul het adres in waar iemand dan moet zijn."))}
        if self.elders_url and not self.elders_naam:
            return {"elders_naam": str(_("Vul de naam van de organisatie in."))}
        return {}

    @property
    def is_volledig(self) -> bool:
        """Whether any of the five questions is answered; if not, the page only says whom to call."""
        answers = (self.wat, self.voor_wie, self.hoe, self.kosten, self.termijn)
        return any(answers) or bool(self.kosten_soort or self.termijn_eenheid or self.elders_naam)
