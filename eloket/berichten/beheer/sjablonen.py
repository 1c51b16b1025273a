"""The words of messages in the Wagtail admin: one row for each kind, made by eloket and never deleted."""

from typing import Any

from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet

from eloket.berichten.models import Berichtsjabloon
from eloket.berichten.models.sjabloon import KNOPTEKST, ONDERWERP, TALEN, TEKST
from eloket.berichten.soorten import SOORTEN, spell

DELEN = (ONDERWERP, TEKST, KNOPTEKST)


def ensure_sjablonen(**kwargs: Any) -> None:
    """A row for each kind of message, empty: the words of eloket itself. After every migrate."""
    known = set(Berichtsjabloon.objects.values_list("soort", flat=True))
    Berichtsjabloon.objects.bulk_create(
        [Berichtsjabloon(soort=naam) for naam in SOORTEN if naam not in known]
    )


def default_words(soort: str, deel: str, taal: str) -> str:
    """What goes out when a redacteur writes nothing."""
    with override(taal):
        return str(getattr(SOORTEN[soort], deel) or "")


class SjabloonForm(WagtailAdminModelForm):
    """Shows the words that go out now. What is left as it was, or emptied, stays the default."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.soort not in SOORTEN:
            return
        soort = SOORTEN[self.instance.soort]
        for deel, taal, name in self._own_fields():
            if not self.initial.get(name):
                self.initial[name] = default_words(soort.naam, deel, taal)
            if deel == TEKST:
                text = gettext("U kunt hier gebruiken: %(lijst)s. Leeg: de tekst van eloket zelf.")
                self.fields[name].help_text = text % {"lijst": spell(soort.toegestaan)}

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean()
        for deel, taal, name in self._own_fields():
            words = (data.get(name) or "").replace("\r\n", "\n").strip()
            is_default = words == default_words(self.instance.soort, deel, taal)
            data[name] = "" if is_default else words
        return data

    def _own_fields(self) -> list[tuple[str, str, str]]:
        fields = [(deel, taal, f"{deel}_{taal}") for deel in DELEN for taal in TALEN]
        return [each for each in fields if each[2] in self.fields]


def tell_voor(row: Berichtsjabloon) -> str:
    return str(SOORTEN[row.soort].voor.label) if row.soort in SOORTEN else ""


def tell_eigen(row: Berichtsjabloon) -> str:
    """Whose words go out."""
    own = row.live and any(row.words(deel, taal) for deel in DELEN for taal in TALEN)
    return gettext("eigen tekst") if own else gettext("tekst van eloket")


class SjabloonViewSet(SnippetViewSet):
    model = Berichtsjabloon
    icon = "mail"
    menu_label = _("Teksten van berichten")
    menu_name = "berichtteksten"
    add_to_settings_menu = True
    list_display = [
        "__str__",
        Column("voor", label=_("Voor"), accessor=tell_voor),
        Column("eigen", label=_("Wat gaat eruit"), accessor=tell_eigen),
    ]
    ordering = ["pk"]
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [FieldPanel(f"{deel}_nl") for deel in DELEN], heading=_("Nederlands"), attrs={"lang": "nl"}
            ),
            MultiFieldPanel([FieldPanel(f"{deel}_en") for deel in DELEN], heading=_("Engels")),
        ],
        base_form_class=SjabloonForm,
    )
