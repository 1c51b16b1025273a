"""Where the beheerder keeps the webhooks of forms."""

import secrets
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, HelpPanel, ObjectList
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from eloket.formulieren.models import Webhook

UITLEG = _(
    "<p>Een ander systeem hoort van elke aanvraag bij dit formulier, als de zaak er is. Het krijgt nummers, "
    "en alleen de antwoorden die de redacteur koos. Met het geheim controleert dat systeem of het bericht "
    "van ons komt.</p>"
)


class WebhookForm(WagtailAdminModelForm):
    """The secret is shown once, when it is made; an empty box keeps it."""

    geheim = forms.CharField(
        label=_("Geheim"),
        required=False,
        min_length=32,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        help_text=_(
            "Geef dit aan het andere systeem. Na het bewaren ziet u het niet meer. Leeg: het blijft zo."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["geheim"] = "" if self.instance.pk else secrets.token_urlsafe(32)

    def clean_geheim(self) -> str:
        geheim: str = self.cleaned_data["geheim"] or (self.instance.geheim if self.instance.pk else "")
        if not geheim:
            raise forms.ValidationError(gettext("Vul een geheim in van 32 tekens of meer."))
        return geheim


class WebhookViewSet(SnippetViewSet):
    model = Webhook
    icon = "link-external"
    menu_label = _("Webhooks")
    menu_name = "webhooks"
    menu_order = 910
    add_to_admin_menu = True
    list_display = ["formulier", "url", "actief"]
    edit_handler = ObjectList(
        [HelpPanel(content=UITLEG), *(FieldPanel(name) for name in ("formulier", "url", "geheim", "actief"))],
        base_form_class=WebhookForm,
    )


register_snippet(WebhookViewSet)
