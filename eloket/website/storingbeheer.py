"""Outages in the Wagtail admin: what the heartbeat saw, and what a beheerder tells and confirms."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import HeaderButton
from wagtail.snippets.views.snippets import CreateView, IndexView, SnippetViewSet

from eloket.lib import klok
from eloket.outbox.services import list_gaten
from eloket.website.models import Storing, Wat
from eloket.website.storingen import confirm, ensure_banner

SINDS = timedelta(days=60)
VAST = ("wat", "gepland", "van", "tot")  # terms were counted with these


class StoringForm(WagtailAdminModelForm):
    """Telling is one thing, confirming another: what is confirmed gives people more time, and stays."""

    bevestigd = forms.BooleanField(
        label=_("Ik bevestig dat dit zo was"),
        required=False,
        help_text=_(
            "Kon iemand door deze storing niets versturen? Dan krijgt iedereen van wie in deze dagen een "
            "termijn afliep, tijd tot en met de eerste werkdag erna. Dit is niet terug te draaien."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.bevestigd_at:
            for name in (*VAST, "bevestigd"):
                self.fields[name].disabled = True
            self.initial["bevestigd"] = True

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean()
        if data.get("bevestigd") and not self.instance.bevestigd_at:
            tot = data.get("tot")
            if tot is None or tot > klok.now():
                self.add_error(
                    "bevestigd", gettext("Bevestig pas als de storing voorbij is. Vul eerst in tot wanneer.")
                )
        return data

    def save(self, commit: bool = True) -> Storing:
        storing: Storing = super().save(commit=commit)
        ensure_banner()
        if commit and self.cleaned_data.get("bevestigd"):
            confirm(storing, door=self._door(), now=klok.now())
        return storing

    def _door(self) -> str:
        return (self.for_user.get_full_name() or self.for_user.get_username()) if self.for_user else ""


class StoringIndexView(IndexView):
    """The list, with the way to what the heartbeat saw."""

    @cached_property
    def header_buttons(self) -> list[Any]:
        url = reverse("stilstand")
        return [
            *super().header_buttons,
            HeaderButton(gettext("Wanneer lag het stil?"), url=url, icon_name="history"),
        ]


class StoringCreateView(CreateView):
    """Filled in with the gap that a beheerder clicked on."""

    def get_initial_form_instance(self) -> Storing:
        return Storing(
            wat=self.request.GET.get("wat", "")[:12],
            van=_moment(self.request, "van"),
            tot=_moment(self.request, "tot"),
        )


class StoringViewSet(SnippetViewSet):
    model = Storing
    icon = "warning"
    menu_label = _("Storingen")
    menu_name = "storingen"
    add_to_settings_menu = True
    index_view_class = StoringIndexView
    add_view_class = StoringCreateView
    list_display = [
        "__str__",
        "tot",
        Column("bevestigd", label=_("Bevestigd"), accessor=lambda row: row.bevestigd_door or "-"),
    ]
    edit_handler = ObjectList(
        [
            FieldPanel("wat"),
            FieldPanel("gepland"),
            FieldRowPanel([FieldPanel("van"), FieldPanel("tot")]),
            FieldPanel("tekst_nl"),
            FieldPanel("tekst_en"),
            FieldPanel("bevestigd"),
        ],
        base_form_class=StoringForm,
    )


@require_GET
@permission_required("website.add_storing", raise_exception=True)
def stilstand(request: HttpRequest) -> HttpResponse:
    """The gaps in the heartbeat of the last weeks, each with the way to tell an outage of it."""
    now = klok.now()
    context = {
        "gaten": list_gaten(since=now - SINDS, now=now),
        "nieuw_url": reverse("wagtailsnippets_website_storing:add"),
        "wat": Wat.LOKET.value,
    }
    return render(request, "website/beheer/stilstand.html", context)


def _moment(request: HttpRequest, name: str) -> Any:
    """A moment from the address; None when it is none."""
    field = forms.DateTimeField(required=False)
    try:
        return field.clean(request.GET.get(name, "")[:40])
    except forms.ValidationError:
        return None
