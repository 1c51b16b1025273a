"""Choosing a national name in the product editor: 1,200 of them, found while typing."""

from typing import Any

from django import forms
from django.db.models import Case, QuerySet, Value, When
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet

from eloket.producten.models import UniformeProductnaam

MAX_WOORDEN = 8


class UpnFilterForm(BaseFilterForm):
    """The search box. Wagtail sends it at every pause in the typing."""

    q = forms.CharField(
        label=_("Zoek een naam"),
        required=False,
        widget=forms.TextInput(attrs={"placeholder": _("Bijvoorbeeld: paspo")}),
    )

    def filter(self, objects: QuerySet[UniformeProductnaam]) -> QuerySet[UniformeProductnaam]:
        """Names that hold every typed part, anywhere; an index of words would not find "huism"."""
        asked = self.cleaned_data["q"].replace("\0", "")
        if not asked:
            return objects
        self.is_searching, self.search_query = True, asked
        for part in asked.split()[:MAX_WOORDEN]:
            objects = objects.filter(naam__icontains=part)
        begins = Case(When(naam__istartswith=asked.strip(), then=Value(0)), default=Value(1))
        return objects.order_by("is_verwijderd", begins, "naam")


class UpnOrdering:
    """What is withdrawn can be chosen still, but is never offered first."""

    ordering = ("is_verwijderd", "naam")
    filter_form_class = UpnFilterForm


class UpnChooseView(UpnOrdering, ChooseView):
    pass


class UpnChooseResultsView(UpnOrdering, ChooseResultsView):
    pass


class UpnChooserViewSet(SnippetChooserViewSet):
    choose_view_class: Any = UpnChooseView
    choose_results_view_class: Any = UpnChooseResultsView
