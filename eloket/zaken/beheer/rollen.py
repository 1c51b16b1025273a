"""Who does what with zaken of a zaaktype: said by the beheerder, at the zaaktype."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.snippets.views.snippets import SnippetViewSet

from eloket.accounts.services import get_medewerker
from eloket.zaken.models import Team, Zaaktype, Zaaktyperol
from eloket.zaken.regels import ZAAKROLLEN, Zaakrol

MAG_WIJZIGEN = "zaken.change_zaaktype"


class TeamViewSet(SnippetViewSet):
    """Teams, below the zaaktypen that they handle."""

    model = Team
    icon = "group"
    menu_label = gettext_lazy("Teams")
    menu_order = 311
    add_to_admin_menu = True
    list_display = ["naam"]

    def get_form_class(self, for_update: bool = False) -> Any:
        """Employees by name, each with a box to tick."""
        made = super().get_form_class(for_update)
        made.base_fields["leden"].widget = forms.CheckboxSelectMultiple()
        made.base_fields["leden"].label_from_instance = _name_of
        return made


class RolForm(WagtailAdminModelForm):
    """One employee or team, and what they may."""

    class Meta:
        model = Zaaktyperol
        fields = ["team", "medewerker", "rol", "maximum"]

    def __init__(self, *args: Any, zaaktype: Zaaktype, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.zaaktype = zaaktype.identificatie
        self.initial.setdefault("maximum", zaaktype.vertrouwelijkheidaanduiding)
        people = get_user_model()._default_manager.filter(is_staff=True, is_active=True)
        field = self.fields["medewerker"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101  for the type checker
        field.queryset = people.order_by("first_name", "last_name", "pk")
        setattr(field, "label_from_instance", _name_of)  # noqa: B010  as Django's documents say

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if bool(data.get("team")) == bool(data.get("medewerker")):
            raise forms.ValidationError(_("Kies een team of een medewerker, niet allebei."))
        same = Zaaktyperol.objects.filter(
            zaaktype=self.instance.zaaktype,
            rol=data.get("rol"),
            team=data.get("team"),
            medewerker=data.get("medewerker"),
        )
        if same.exists():
            raise forms.ValidationError(_("Die heeft deze rol al. Haal hem eerst weg."))
        return data


@require_http_methods(["GET", "HEAD", "POST"])
def rollen(request: HttpRequest, pk: int) -> HttpResponse:
    """The rollen at this zaaktype, in all its versions; add one, or take one away."""
    zaaktype = get_object_or_404(Zaaktype, pk=pk)
    _check(request, zaaktype)
    if "weg" in request.POST:
        return _remove(request, zaaktype)
    form = RolForm(request.POST if request.method == "POST" else None, zaaktype=zaaktype)
    if form.is_valid():
        form.save()
        messages.success(request, _("Deze rol geldt meteen, voor alle versies van dit zaaktype."))
        return redirect("zaaktypen:rollen", pk)
    found = Zaaktyperol.objects.of_zaaktype(zaaktype.identificatie).select_related("team", "medewerker")
    context = {
        "zaaktype": zaaktype,
        "form": form,
        "rollen": sorted(found, key=_order),
        "ziet_iemand_zaken": any(row.rol in ZAAKROLLEN for row in found),
    }
    return render(request, "zaken/beheer/rollen.html", context, status=422 if form.errors else 200)


def may_divide(user: AbstractUser, zaaktype: Zaaktype) -> bool:
    """The beheerder of the installation, and who is beheerder of this zaaktype."""
    rows = Zaaktyperol.objects.of_user(user.pk).of_zaaktype(zaaktype.identificatie)
    return user.has_perm(MAG_WIJZIGEN) or rows.filter(rol=Zaakrol.BEHEERDER).exists()


def _check(request: HttpRequest, zaaktype: Zaaktype) -> None:
    user = get_medewerker(request)
    if user is None or not may_divide(user, zaaktype):
        raise PermissionDenied


def _remove(request: HttpRequest, zaaktype: Zaaktype) -> HttpResponse:
    pk = request.POST["weg"]
    if pk.isascii() and pk.isdigit():
        Zaaktyperol.objects.of_zaaktype(zaaktype.identificatie).filter(pk=pk).delete()
        messages.success(request, _("Deze rol is weg."))
    return redirect("zaaktypen:rollen", zaaktype.pk)


def _order(row: Zaaktyperol) -> tuple[int, str]:
    return (list(Zaakrol).index(Zaakrol(row.rol)), _who(row).casefold())


def _who(row: Zaaktyperol) -> str:
    return row.team.naam if row.team else _name_of(row.medewerker)


def _name_of(user: Any) -> str:
    return str(user.get_full_name() or user.get_username())
