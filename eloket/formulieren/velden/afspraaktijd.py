"""A time of the planner, as a question: held when it is posted, and checked later without asking again."""

from datetime import datetime
from functools import partial
from typing import Any

from django import forms
from django.core import signing
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext, pgettext

from eloket.afspraken.services import NietBereikbaar, Planner, Tijd, TijdBezet, find_planner
from eloket.lib import klok

SALT = "formulieren.afspraak"
GEEN = "geen"  # none of these times suits
VERLOPEN = "verlopen"  # the time was ours, and is no longer


def tell_begin(begin: datetime) -> str:
    """ "maandag 1 februari 2027 om 9.30 uur"."""
    local = timezone.localtime(begin)  # noqa: TID251 — a given moment, no clock
    time = f"{local.hour}{pgettext('tussen uren en minuten', '.')}{local.minute:02}"
    return gettext("%(dag)s om %(tijd)s uur") % {"dag": date_format(local, "l j F Y"), "tijd": time}


def tell_tijd(begin: datetime, plek: str = "") -> str:
    """The same, and where: "maandag 1 februari 2027 om 9.30 uur, Stadhuis"."""
    return ", ".join(filter(None, (tell_begin(begin), plek)))


def sign_tijd(soort: str, tijd: Tijd) -> str:
    held = {"soort": soort, "houvast": tijd.sleutel, "begin": tijd.begin.isoformat()}
    return signing.dumps(held | ({"plek": tijd.plek} if tijd.plek else {}), salt=SALT)


def read_tijd(soort: str, mark: str) -> dict[str, str] | None:
    """The time that was held for this question; None for anything that we did not sign for it."""
    try:
        found: dict[str, str] = signing.loads(mark, salt=SALT)
    except signing.BadSignature:
        return None
    return found if found.pop("soort") == soort else None


def list_tijden(soort: str, own: str = "") -> list[tuple[str, str]]:
    """What there is to choose, the own held time first; always with a way for whom none suits."""
    held = read_tijd(soort, own) if own else None
    kept = gettext("%(tijd)s (uw keuze)")
    choices = [(own, kept % {"tijd": _tell_held(held)})] if held else []
    now = klok.now()
    try:
        planner = find_planner(soort, now=now)
        free = planner.list_tijden(soort, now=now) if planner else []
    except NietBereikbaar:
        free = []
    choices += [(tijd.sleutel, tell_tijd(tijd.begin, tijd.plek)) for tijd in free]
    none_suits = gettext("Geen van deze tijden. Bel of mail mij voor een afspraak")
    by_hand = gettext("Er zijn nu geen tijden te kiezen. Bel of mail mij voor een afspraak")
    return [*choices, (GEEN, none_suits if choices else by_hand)]


def _tell_held(held: dict[str, str]) -> str:
    return tell_tijd(datetime.fromisoformat(held["begin"]), held.get("plek", ""))


class TijdField(forms.ChoiceField):
    """One of the times of the planner."""

    def __init__(self, *, afspraaksoort: str, **kwargs: Any) -> None:
        self.afspraaksoort = afspraaksoort
        super().__init__(choices=partial(list_tijden, afspraaksoort), widget=forms.RadioSelect, **kwargs)

    def get_bound_field(self, form: Any, field_name: str) -> forms.BoundField:
        """With the own time among those to choose: for others it is taken."""
        own = form.data.get(form.add_prefix(field_name)) if form.is_bound else ""
        if own:
            self.choices = partial(list_tijden, self.afspraaksoort, own)
        return super().get_bound_field(form, field_name)

    def valid_value(self, value: Any) -> bool:
        """Whether it was held: what is free now says nothing about a time that is ours."""
        return to_answer(self.afspraaksoort, str(value)) is not None

    def clean(self, value: Any) -> dict[str, Any] | None:
        chosen = super().clean(value)
        return to_answer(self.afspraaksoort, chosen) if chosen else None


def to_answer(soort: str, chosen: str) -> dict[str, Any] | None:
    """What is stored for a held time, or for none of them; None for any other word."""
    if chosen == GEEN:
        return {"voorkeur": []}
    held = read_tijd(soort, chosen)
    return {**held, "bewijs": chosen} if held else None


def hold_tijd(planner: Planner, soort: str, chosen: str) -> str:
    """The mark of a time that is held from now on; a word that no field takes when that cannot be."""
    held = read_tijd(soort, chosen)
    try:
        if held:
            tijd = planner.prolong(held["houvast"], now=klok.now())
        else:
            tijd = planner.hold(soort, chosen, now=klok.now())
    except (TijdBezet, NietBereikbaar):
        return VERLOPEN
    return sign_tijd(soort, tijd)
