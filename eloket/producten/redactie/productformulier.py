"""The edit form of a product: at "publish" and "submit" it asks the gate, so that nothing typed is lost."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.forms import WagtailAdminPageForm

from eloket.accounts.services import Rol
from eloket.producten.redactie.poort import Delen, Gat, find_gaps, goes_live, may_override

GOES_LIVE = ("action-publish", "action-submit", "action-restart-workflow")
REDEN = "publicatie_reden"


class ProductFormulier(WagtailAdminPageForm):
    """A gap is an error at its field, and one line above the form that counts them."""

    gaten: tuple[Gat, ...] = ()
    judged = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "redacteur" in self.fields:
            self._offer_redacteuren(self.fields["redacteur"])
        for name in ("themas", "levensgebeurtenissen"):
            if name in self.fields:
                _offer_dutch(self.fields[name])

    def _offer_redacteuren(self, field: Any) -> None:
        """By their own names, only who may write, and whoever it is now."""
        writers = Q(groups__name__in=[Rol.REDACTEUR, Rol.EINDREDACTEUR]) | Q(pk=self.instance.redacteur_id)
        field.queryset = field.queryset.filter(writers).order_by("first_name", "last_name", "pk").distinct()
        field.label_from_instance = lambda user: user.get_full_name() or user.get_username()

    def is_valid(self) -> bool:
        """Asks the gate too, once; together with what else is wrong, so that nobody is sent back twice."""
        valid = bool(super().is_valid())
        if self.is_bound and not self.judged and self._wants_live() and goes_live(self.instance):
            self.judged = True
            self._refuse(find_gaps(self.instance, self._delen()))
        return valid and not self.gaten

    def _wants_live(self) -> bool:
        approves = "action-workflow-action" in self.data and "approve" in self.data.get(
            "workflow-action-name", ""
        )
        return approves or any(name in self.data for name in GOES_LIVE)

    def _refuse(self, gaten: list[Gat]) -> None:
        """Leave an error at each field, unless an eindredacteur says why it may go live."""
        if not gaten or (self._overrides() and self.cleaned_data.get(REDEN, "").strip()):
            return
        self.gaten = tuple(gaten)
        for gat in gaten:
            self._add_gap(gat)
        self.add_error(None, self._summary(len(gaten)))

    def _overrides(self) -> bool:
        return REDEN in self.fields and may_override(self.for_user)

    def _add_gap(self, gat: Gat) -> None:
        if gat.veld in self.fields:
            if gat.veld not in self.errors:  # what is wrong there says more than that it is missing
                self.add_error(gat.veld, gat.zin)
        elif gat.veld in self.formsets:
            self.formsets[gat.veld].non_form_errors().append(gat.zin)

    def _summary(self, count: int) -> str:
        text = ngettext(
            "Dit product kan nog niet op de site: er ontbreekt één antwoord.",
            "Dit product kan nog niet op de site: er ontbreken %(count)d antwoorden.",
            count,
        ) % {"count": count}
        if self._overrides():
            return text + " " + _("Of schrijf bij ‘Reden om toch te publiceren’ waarom het toch kan.")
        return text + " " + _("Bewaar het als concept als u nu niet verder kunt.")

    def _delen(self) -> Delen:
        """The rows as they were posted; they reach the page when it is saved."""
        return Delen(
            **{name: list(self._rows(name)) for name in ("kanalen", "upns", "tarieven", "tekstblokken")}
        )

    def _rows(self, name: str) -> Iterable[Any]:
        formset = self.formsets.get(name)
        if formset is None:
            return getattr(self.instance, name).all()
        deleted = formset.deleted_forms
        kept = (form for form in formset.forms if form not in deleted)
        return (form.instance for form in kept if form.instance.pk or form.has_changed())


def _offer_dutch(field: Any) -> None:
    """Groups to tick, once: a translation is found by its key, so only those of the source are offered."""
    field.queryset = field.queryset.filter(locale__language_code=settings.LANGUAGE_CODE).order_by("path")
