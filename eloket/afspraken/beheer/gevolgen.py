"""Screens that ask before they save: these afspraken would fall outside the opening hours.

The redacteur reads which, and goes on or back; nothing that was typed is lost, and no afspraak is cancelled.
"""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.snippets.views.snippets import CreateView, DeleteView, EditView, SnippetViewSet

from eloket.afspraken.services.gevolgen import AkkoordNodig, Geraakt, locaties_of, make_change
from eloket.lib import klok

AKKOORD, TERUG = "gevolgen-akkoord", "gevolgen-terug"
GETOOND = 100  # afspraken on the page that asks


def ask(request: HttpRequest, vraag: AkkoordNodig) -> HttpResponse:
    """The page that tells what would be hit. It sends on all that was posted, and the answer."""
    own = {"csrfmiddlewaretoken", AKKOORD, TERUG}
    posted = [(name, value) for name, values in request.POST.lists() if name not in own for value in values]
    context = {
        "geraakt": vraag.geraakt[:GETOOND],
        "meer": max(0, len(vraag.geraakt) - GETOOND),
        "aantal": len(vraag.geraakt),
        "veranderd": bool(request.POST.get(AKKOORD)),
        "posted": posted,
        "akkoord": vraag.akkoord,
    }
    return render(request, "afspraken/beheer/gevolgen.html", context)


def tell_geraakt(request: HttpRequest, geraakt: list[Geraakt]) -> None:
    """After going on: they stand, and somebody must call these people."""
    if geraakt:
        text = ngettext(
            "%d afspraak valt nu buiten de openingstijden. De afspraak blijft staan: neem contact op.",
            "%d afspraken vallen nu buiten de openingstijden. Ze blijven staan: neem contact op.",
            len(geraakt),
        )
        link = format_html('<a href="{}">{}</a>', reverse("afspraakbeheer:buiten"), _("Bekijk ze"))
        messages.warning(request, format_html("{} {}", text % len(geraakt), link))


class _VraagtBijBewaren:
    """For a view with a form: asks inside the transaction in which it would save."""

    request: HttpRequest
    model: Any
    form: Any

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if TERUG in request.POST:
            return self._show_again()
        return super().post(request, *args, **kwargs)  # type: ignore[misc]

    def form_valid(self, form: Any) -> Any:
        try:
            return super().form_valid(form)  # type: ignore[misc]
        except AkkoordNodig as vraag:
            return ask(self.request, vraag)

    def save_instance(self) -> Any:
        stored = list(self.model._default_manager.filter(pk=self.form.instance.pk))
        instance, geraakt = make_change(
            super().save_instance,  # type: ignore[misc]
            locaties_of(self.form.instance, *stored),
            akkoord=self.request.POST.get(AKKOORD, ""),
            now=klok.now(),
        )
        tell_geraakt(self.request, geraakt)
        return instance

    def _show_again(self: Any) -> HttpResponse:
        """The form as it was typed."""
        if not hasattr(self, "object"):
            self.object = None
        self.form = self.get_form()
        self.form.is_valid()
        response: HttpResponse = self.render_to_response(self.get_context_data(form=self.form))
        return response


class GevolgenCreateView(_VraagtBijBewaren, CreateView):
    pass


class GevolgenEditView(_VraagtBijBewaren, EditView):
    pass


class GevolgenDeleteView(DeleteView):
    """The same before something is deleted."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            response: HttpResponse = super().post(request, *args, **kwargs)
        except AkkoordNodig as vraag:
            return ask(request, vraag)
        return response

    def delete_action(self) -> None:
        _gone, geraakt = make_change(
            super().delete_action,
            locaties_of(self.object),
            akkoord=self.request.POST.get(AKKOORD, ""),
            now=klok.now(),
        )
        tell_geraakt(self.request, geraakt)


class GevolgenViewSet(SnippetViewSet):
    """A list of which every change asks first."""

    add_view_class = GevolgenCreateView
    edit_view_class = GevolgenEditView
    delete_view_class = GevolgenDeleteView
    copy_view_enabled = False
