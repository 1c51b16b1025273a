"""The redacteur's desk for forms."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.admin.widgets import Button
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import CreateView, DeleteView, EditView, IndexView, SnippetViewSet

from eloket.formulieren.beheer.aanvragers import AanvragerForm
from eloket.formulieren.beheer.leveren import LeverForm
from eloket.formulieren.beheer.overdracht import exporteer_knop, importeer_knop
from eloket.formulieren.beheer.regels import make_message
from eloket.formulieren.beheer.registerpaneel import RegisterPanel
from eloket.formulieren.models import Formulier
from eloket.formulieren.services.publicatie import find_gebreken
from eloket.website.services import refuse_deletion
from eloket.zaken.services import RegisterError, list_zaaktypen


def zaaktype_choices(current: str) -> list[tuple[str, str]]:
    """The zaaktypen of the active register, and the current one whatever the register knows of it."""
    choices = [("", gettext("Het algemene zaaktype"))]
    unknown = gettext("%s (niet gevonden in het zaakregister)")
    try:
        choices += [(zaaktype.identificatie, zaaktype.omschrijving) for zaaktype in list_zaaktypen()]
    except RegisterError:
        unknown = gettext("%s (het zaakregister geeft nu geen antwoord)")
    if current not in dict(choices):
        choices.append((current, unknown % current))
    return choices


class FormulierForm(LeverForm, AanvragerForm):
    """Offers the zaaktypen of the register; a name that it does not know any more stays as it is."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "zaaktype" in self.fields:
            self.fields["zaaktype"].widget = forms.Select(choices=zaaktype_choices(self.instance.zaaktype))

    def clean_stappen(self) -> Any:
        """A draft may be empty; what is published may not."""
        stappen = self.cleaned_data["stappen"]
        if self.is_publishing and not len(stappen):
            raise forms.ValidationError(_("Maak eerst een stap met een vraag. Daarna kunt u publiceren."))
        return stappen


def both(name: str, **kwargs: Any) -> FieldRowPanel:
    """The Dutch and the English text side by side."""
    return FieldRowPanel([FieldPanel(f"{name}_nl", **kwargs), FieldPanel(f"{name}_en", **kwargs)])


UITLEG = _(
    "<p>Elke stap is een scherm met vragen. Maak stappen kort: een onderwerp per stap. Na de laatste stap "
    "ziet de invuller alle antwoorden en verstuurt het formulier.</p><p>Wie al bezig is, maakt het formulier "
    "af zoals het toen was. Uw verandering geldt voor wie daarna begint.</p>"
)


UITLEG_WIE = _(
    "<p>Kies hoe zeker wij moeten weten wie dit invult.</p><p>Kiest u een e-mailadres? Dan is de eerste "
    "vraag naar een e-mailadres altijd verplicht. De invuller krijgt een code om het adres te bevestigen."
    "</p><p>Kiest u verenigingen en stichtingen? Dan is ook de eerste vraag naar een KvK-nummer verplicht. "
    "Niemand bewijst dat het nummer klopt: de behandelaar controleert het, en ziet dat bij de zaak.</p>"
)


UITLEG_REGELS = _(
    "<p>Met regels ziet iemand alleen wat voor die persoon nodig is. Een vraag of stap met een “Toon”-regel "
    "is verborgen, tot een van die regels klopt. Antwoorden op verborgen vragen versturen wij niet.</p>"
    "<p>Een regel kijkt naar antwoorden die eerder komen. Een nieuwe vraag kunt u kiezen nadat u het "
    "formulier als concept hebt bewaard.</p>"
)


class FormulierDeleteView(DeleteView):
    """Deleting a form that was published takes it off the site; what people sent stays."""

    page_title = _("Intrekken of verwijderen")
    success_message = _("%(model_name)s ‘%(object)s’ is van de site gehaald.")

    @property
    def confirmation_message(self) -> str:
        return gettext(
            "Nieuwe bezoekers kunnen dit formulier daarna niet meer invullen. Wie al bezig is, kan het "
            "afmaken. Verstuurde aanvragen blijven bewaard. Een formulier dat nooit op de site stond, "
            "verdwijnt helemaal."
        )


class FormulierIndexView(IndexView):
    """The list, with the way in for a form from elsewhere."""

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        return [*super().header_more_buttons, *importeer_knop(self.request.user)]


class FormulierEditView(EditView):
    """The editor, with the way out for this form."""

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        return [*super().header_more_buttons, exporteer_knop(self.object)]

    def is_valid(self, form: FormulierForm) -> bool:
        valid: bool = super().is_valid(form)
        make_message(self, form)
        return valid


class FormulierCreateView(CreateView):
    """A form from nothing."""

    def is_valid(self, form: FormulierForm) -> bool:
        valid: bool = super().is_valid(form)
        make_message(self, form)
        return valid


class FormulierViewSet(SnippetViewSet):
    model = Formulier
    icon = "form"
    menu_label = _("Formulieren")
    menu_name = "formulieren"
    menu_order = 250
    add_to_admin_menu = True
    list_display = ["titel_nl", "slug", "zaaktype", "live"]
    list_filter = ["live", "niveau"]
    search_fields = ["titel_nl", "titel_en", "slug"]
    index_view_class = FormulierIndexView
    add_view_class = FormulierCreateView
    edit_view_class = FormulierEditView
    delete_view_class = FormulierDeleteView
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    HelpPanel(content=UITLEG),
                    RegisterPanel(),
                    both("titel"),
                    FieldPanel("stappen", heading=_("Stappen")),
                ],
                heading=_("Vragen"),
            ),
            ObjectList([HelpPanel(content=UITLEG_REGELS), FieldPanel("regels")], heading=_("Regels")),
            ObjectList(
                [
                    MultiFieldPanel(
                        [both("inleiding"), both("nodig"), FieldPanel("duur_minuten")],
                        heading=_("Startpagina"),
                    ),
                    MultiFieldPanel([both("verklaring")], heading=_("Bij het versturen")),
                    MultiFieldPanel([both("vervolg")], heading=_("Na het versturen")),
                ],
                heading=_("Teksten"),
            ),
            ObjectList(
                [
                    FieldPanel("slug"),
                    FieldPanel("waarvoor"),
                    MultiFieldPanel(
                        [
                            HelpPanel(content=UITLEG_WIE),
                            *map(FieldPanel, ("niveau", "middelen", "alleen_zelf")),
                        ],
                        heading=_("Wie vult dit in?"),
                    ),
                    *(FieldPanel(name) for name in ("tarief", "zaaktype", "bewaardagen")),
                    MultiFieldPanel(
                        [FieldPanel("ongevoelig"), FieldPanel("team_email"), FieldPanel("webhook_velden")],
                        heading=_("Na het versturen, behalve de zaak"),
                    ),
                ],
                heading=_("Instellingen"),
            ),
        ],
        base_form_class=FormulierForm,
    )


register_snippet(FormulierViewSet)


@hooks.register("before_delete_snippet")
def keep_used(request: HttpRequest, instances: Sequence[Any]) -> HttpResponse | None:
    """A form that was never published can go, unless a product offers it; a published one is withdrawn."""
    never = [each for each in instances if isinstance(each, Formulier) and not each.versies.exists()]
    return refuse_deletion(request, never)


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def warn_about_register(request: HttpRequest, instance: Any) -> None:
    """Whoever publishes hears at once what the zaakregister lacks; the form works all the same."""
    if not isinstance(instance, Formulier) or "action-publish" not in request.POST:
        return
    gebreken = find_gebreken(instance.compose_definitie())
    if gebreken:
        intro = ngettext(
            "Het formulier staat op de site, maar het zaakregister mist iets:",
            "Het formulier staat op de site, maar het zaakregister mist deze dingen:",
            len(gebreken),
        )
        messages.warning(request, " ".join([intro, *gebreken]))
