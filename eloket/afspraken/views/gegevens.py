"""Step 4: who comes and how to reach them. Another doelgroep has another form, and may have another view."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from eloket.accounts.services import Identiteit, get_identiteit
from eloket.afspraken.forms.gegevens import Gegevens, GegevensForm, InwonerForm
from eloket.afspraken.views.houvast import LANGER, HoudStap
from eloket.afspraken.views.scherm import see_other
from eloket.afspraken.views.stand import save_stand
from eloket.lib.partij import Bsn, Eidas
from eloket.website.services import Rij


class GegevensStap(HoudStap):
    """The details step of a doelgroep: a subclass with `form_class`, named in `views/doelgroep.py`."""

    nummer = 4
    form_class: type[GegevensForm] = InwonerForm

    def open(self, request: HttpRequest) -> HttpResponse | None:
        return super().open(request) or self.look()

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.show(self.make_form())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer = self.handle_buttons(request)
        if answer is not None:
            return answer
        form = self.make_form(bound=True)
        if LANGER in request.POST:
            form.errors.clear()  # they only asked for time: what is typed stays, and is not judged yet
            return self.show(form)
        if request.POST.get("houvast") != self.stand.houvast:
            return self.show(form, melding=self.tell_other_window())
        if not form.is_valid():
            return self.show(form)
        self.keep(form.to_gegevens())
        return see_other(self.url("controleren"))

    def make_form(self, *, bound: bool = False) -> GegevensForm:
        kept = self.stand.gegevens or self.prefill()
        if not bound:
            return self.form_class(initial=kept, omgeving=self.omgeving)
        return self.form_class(self.request.POST, self.request.FILES, initial=kept, omgeving=self.omgeving)

    def is_answered(self) -> bool:
        """Would what is kept do for this time, this place and who is logged in?"""
        return self.form_class(omgeving=self.omgeving).is_answered(self.stand.gegevens)

    def list_rijen(self) -> list[Rij]:
        """What the check page shows of it."""
        return self.form_class.list_rijen(self.stand.gegevens or {}, wijzig_url=self.url("gegevens"))

    def to_nieuw(self) -> dict[str, Any]:
        """The same as fields of `NieuweAfspraak`, and whose afspraak it is."""
        return self.partijen() | self.form_class.to_nieuw(self.stand.gegevens or {})

    def prefill(self) -> Gegevens:
        """What we know of who logged in; they can change it."""
        identiteit = self.identiteit
        return {"naam": identiteit.naam} if identiteit and not identiteit.handelende else {}

    @property
    def identiteit(self) -> Identiteit | None:
        """Who is logged in, when they are of this doelgroep; nobody at the desk."""
        found = None if self.loket.is_balie else get_identiteit(self.request)
        return found if found and isinstance(found.belanghebbende, Bsn | Eidas) else None

    def partijen(self) -> dict[str, Any]:
        """Whose afspraak it is, as fields of `NieuweAfspraak`: it then stands in their Mijn zaken."""
        identiteit = self.identiteit
        if identiteit is None:
            return {}
        return {"belanghebbende": identiteit.belanghebbende, "handelende": identiteit.handelende}

    def keep(self, gegevens: Gegevens) -> None:
        self.stand = self.stand.with_gegevens(gegevens)
        save_stand(self.request.session, self.stand)

    def show(self, form: GegevensForm, *, melding: str = "") -> HttpResponse:
        context = {**self.houd_context(), "form": form, "melding": melding}
        return self.toon(form.template, context)

    @staticmethod
    def tell_other_window() -> str:
        return _("In een ander venster koos u een andere tijd. Die houden wij nu voor u vast. Klopt dat?")
