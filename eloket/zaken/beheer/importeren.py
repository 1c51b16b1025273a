"""Taking over zaaktypen in the Wagtail admin: look first, then do."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin.widgets import Button

from eloket.zaken.services.catalogusbestand import MAX_BYTES, BestandOnleesbaar, Json, read_catalogusbestand
from eloket.zaken.services.catalogusimport import examine_catalogus, import_catalogus

MAG_IMPORTEREN = "zaken.add_zaaktype"
SALT = "eloket.zaken.import"
SCREEN = "zaken/beheer/importeren.html"
GELDIG = 60 * 60  # seconds between looking and doing
MAX_CARRIED = 2_000_000  # characters; what a browser sends back with the second step


class BestandForm(forms.Form):
    bestand = forms.FileField(
        label=gettext_lazy("Bestand"),
        help_text=gettext_lazy("De export van een catalogus (zip of JSON), hooguit 5 MB."),
        error_messages={
            "required": gettext_lazy("Kies eerst een bestand."),
            "empty": gettext_lazy("Het bestand is leeg."),
        },
        widget=forms.FileInput(attrs={"accept": ".zip,.json", "aria-describedby": "bestand-uitleg"}),
    )
    bijwerken = forms.BooleanField(
        label=gettext_lazy("Vervang ook concepten die er al staan"), required=False
    )

    def clean_bestand(self) -> dict[str, list[Json]]:
        """The lists in it."""
        try:
            return read_catalogusbestand(self.cleaned_data["bestand"].read(MAX_BYTES + 1))
        except BestandOnleesbaar as error:
            raise forms.ValidationError(str(error)) from error


def importeer_knop(user: Any) -> list[Button]:
    """For above the list."""
    url = reverse("zaaktypen:importeren")
    return [Button(_("Importeren"), url=url, icon_name="upload")] if user.has_perm(MAG_IMPORTEREN) else []


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(MAG_IMPORTEREN, raise_exception=True)
def importeren(request: HttpRequest) -> HttpResponse:
    """Offer a file; then what would become of it. Writes nothing."""
    form = BestandForm()
    if request.method == "POST":
        form = BestandForm(request.POST, request.FILES)
        if form.is_valid():
            return _show(request, form)
    return render(request, SCREEN, {"form": form}, status=422 if form.errors else 200)


@require_POST
@permission_required(MAG_IMPORTEREN, raise_exception=True)
def uitvoeren(request: HttpRequest) -> HttpResponse:
    """Make the concepts that were looked at."""
    try:
        wanted = signing.loads(request.POST.get("inhoud", ""), salt=SALT, max_age=GELDIG)
    except signing.BadSignature:
        messages.error(request, _("Het is te lang geleden dat u het bestand bekeek. Kies het nog eens."))
        return redirect("zaaktypen:importeren")
    made = import_catalogus(wanted["lists"], bijwerken=wanted["bijwerken"]).te_doen
    text = ngettext(
        "%d zaaktype staat klaar als concept. Kijk het na en publiceer het.",
        "%d zaaktypen staan klaar als concept. Kijk ze na en publiceer ze.",
        made,
    )
    messages.success(request, text % made)
    return redirect("zaaktypen:list")


def _show(request: HttpRequest, form: BestandForm) -> HttpResponse:
    lists, bijwerken = form.cleaned_data["bestand"], form.cleaned_data["bijwerken"]
    carried = signing.dumps({"lists": lists, "bijwerken": bijwerken}, salt=SALT, compress=True)
    if len(carried) > MAX_CARRIED:
        form.add_error(
            "bestand", _("Dit is te veel in één keer. Exporteer minder zaaktypen, of vraag uw beheerder.")
        )
        return render(request, SCREEN, {"form": form}, status=422)
    verslag = examine_catalogus(lists, bijwerken=bijwerken)
    return render(request, SCREEN, {"form": None, "verslag": verslag, "inhoud": carried})
