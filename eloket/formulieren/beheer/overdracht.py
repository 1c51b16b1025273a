"""Export and import of a form in the Wagtail admin: look first, then do."""

import json
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core import signing
from django.core.validators import validate_slug
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin.widgets import Button

from eloket.formulieren.definitie import Json
from eloket.formulieren.models import Formulier
from eloket.formulieren.services.bestandlezen import (
    MAX_BYTES,
    BestandOnleesbaar,
    read_formulierbestand,
    too_large,
)
from eloket.formulieren.services.overdracht import (
    ImportRefused,
    Verslag,
    examine_formulier,
    export_formulier,
    place_concept,
)

MAG_EXPORTEREN = "formulieren.change_formulier"
MAG_IMPORTEREN = "formulieren.add_formulier"
SALT = "eloket.formulieren.import"
SCREEN = "formulieren/beheer/importeren.html"
GELDIG = 60 * 60  # seconds between looking and doing


class BestandForm(forms.Form):
    bestand = forms.FileField(
        label=gettext_lazy("Bestand"),
        help_text=gettext_lazy("Een formulier dat u hebt geëxporteerd (JSON), hooguit 1 MB."),
        error_messages={
            "required": gettext_lazy("Kies eerst een bestand."),
            "empty": gettext_lazy("Het bestand is leeg."),
        },
        widget=forms.FileInput(attrs={"accept": ".json", "aria-describedby": "bestand-uitleg"}),
    )

    def clean_bestand(self) -> Json:
        """The form in it, in the newest schema."""
        bestand = self.cleaned_data["bestand"]
        if (bestand.size or 0) > MAX_BYTES:
            raise forms.ValidationError(too_large())
        try:
            return read_formulierbestand(bestand.read())
        except BestandOnleesbaar as error:
            raise forms.ValidationError(str(error)) from error


class KeuzeForm(forms.Form):
    """Where it lands: a new draft of the form that has this address, or a form of its own."""

    inhoud = forms.CharField(widget=forms.HiddenInput)
    keuze = forms.ChoiceField(choices=[("bestaand", ""), ("nieuw", "")])
    adres = forms.CharField(
        max_length=80,
        required=False,
        validators=[validate_slug],
        error_messages={
            "invalid": gettext_lazy("Gebruik in het adres alleen letters, cijfers en streepjes."),
            "max_length": gettext_lazy("Maak het adres korter: hooguit 80 tekens."),
        },
    )

    def clean_inhoud(self) -> Json:
        try:
            found: Json = signing.loads(self.cleaned_data["inhoud"], salt=SALT, max_age=GELDIG)
        except signing.BadSignature as error:
            raise forms.ValidationError(
                _("Het is te lang geleden dat u het bestand bekeek. Kies het nog eens.")
            ) from error
        return found


def importeer_knop(user: Any) -> list[Button]:
    """For above the list."""
    url = reverse("formulieroverdracht:importeren")
    return [Button(_("Importeren"), url=url, icon_name="upload")] if user.has_perm(MAG_IMPORTEREN) else []


def exporteer_knop(formulier: Formulier) -> Button:
    """For a form."""
    url = reverse("formulieroverdracht:exporteren", args=[formulier.pk])
    return Button(_("Exporteren"), url=url, icon_name="download", priority=30)


@require_safe
@permission_required(MAG_EXPORTEREN, raise_exception=True)
def exporteren(request: HttpRequest, pk: int) -> HttpResponse:
    """What stands on the desk, as a file."""
    inhoud = export_formulier(get_object_or_404(Formulier, pk=pk))
    text = json.dumps(inhoud, ensure_ascii=False, indent=2) + "\n"
    headers = {"Content-Disposition": f'attachment; filename="{inhoud["slug"]}.json"'}
    return HttpResponse(text, content_type="application/json", headers=headers)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(MAG_IMPORTEREN, raise_exception=True)
def importeren(request: HttpRequest) -> HttpResponse:
    """Offer a file; then what would become of it. Writes nothing."""
    form = BestandForm()
    if request.method == "POST":
        form = BestandForm(request.POST, request.FILES)
        if form.is_valid():
            return _show(request, examine_formulier(form.cleaned_data["bestand"]))
    return render(request, SCREEN, {"form": form})


@require_POST
@permission_required(MAG_IMPORTEREN, raise_exception=True)
def uitvoeren(request: HttpRequest) -> HttpResponse:
    """Make the draft."""
    form = KeuzeForm(request.POST)
    inhoud = form.cleaned_data.get("inhoud") if form.is_valid() or form.cleaned_data else None
    if inhoud is None:
        messages.error(request, _("Het is te lang geleden dat u het bestand bekeek. Kies het nog eens."))
        return redirect("formulieroverdracht:importeren")
    verslag = examine_formulier(inhoud)
    if not form.is_valid():
        texts = [str(text) for errors in form.errors.values() for text in errors]
        return _show(request, verslag, fout=" ".join(texts))
    try:
        formulier = _place(verslag, form.cleaned_data, request.user)
    except ImportRefused as error:
        return _show(request, verslag, fout=str(error))
    messages.success(request, _("“%s” staat klaar als concept. Kijk het na en publiceer het.") % formulier)
    return redirect("wagtailsnippets_formulieren_formulier:edit", formulier.pk)


def _place(verslag: Verslag, choice: dict[str, Any], user: Any) -> Formulier:
    if choice["keuze"] == "bestaand":
        if verslag.bestaand is None:
            raise ImportRefused(_("Het formulier met dit adres is er niet meer. Kies een nieuw formulier."))
        return place_concept(verslag.inhoud, slug=verslag.slug, over=verslag.bestaand, user=user)
    slug = choice["adres"] or verslag.slug
    return place_concept(verslag.inhoud, slug=slug, over=None, user=user)


def _show(request: HttpRequest, verslag: Verslag, *, fout: str = "") -> HttpResponse:
    context = {
        "form": None,
        "verslag": verslag,
        "inhoud": signing.dumps(verslag.inhoud, salt=SALT, compress=True),
        "fout": fout,
    }
    return render(request, SCREEN, context)
