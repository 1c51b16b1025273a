"""When somebody can come.

With a planner for its soort people choose a time, which is held when the step is posted and confirmed when
the aanvraag is sent. Without one they say which parts of the week suit them, and the gemeente calls or mails.

A held time comes back as a signed mark, so that a stored step needs no agenda to be checked: what is typed is
the mark, "geen", or the parts of the week.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from eloket.afspraken.services import find_afspraaksoort, find_planner, list_codes
from eloket.formulieren.definitie import Definitie, Optie, Tekst, Veld, Vergelijking
from eloket.formulieren.velden.adres import join_lines
from eloket.formulieren.velden.afspraaktijd import GEEN, TijdField, hold_tijd, tell_begin, to_answer
from eloket.formulieren.velden.basis import GETALLEN, Blok, Getypt, Veldtype, veldtype
from eloket.lib import klok

ALTIJD = "altijd"
DAGDELEN = {
    f"{day}-{part}": Tekst(f"{nl}{part}", f"{en} {part_en}")
    for day, nl, en in (
        ("ma", "Maandag", "Monday"),
        ("di", "Dinsdag", "Tuesday"),
        ("wo", "Woensdag", "Wednesday"),
        ("do", "Donderdag", "Thursday"),
        ("vr", "Vrijdag", "Friday"),
        ("za", "Zaterdag", "Saturday"),
    )
    for part, part_en in (("ochtend", "morning"), ("middag", "afternoon"), ("avond", "evening"))
}
KANTOORTIJD = [name for name in DAGDELEN if not name.startswith("za") and not name.endswith("avond")]
OPEN = {ALTIJD: Tekst("Het maakt mij niet uit", "Any time suits me"), **DAGDELEN}


@dataclass(frozen=True, slots=True)
class Woorden:
    """What the question says of itself, when it is empty, and when an answer is not among those it offers."""

    hulp: Any
    verplicht: Any
    onbekend: Any


MET_DE_HAND = Woorden(
    _("Wij bellen of mailen u om de afspraak te maken. Kies alle dagdelen waarop u kunt komen."),
    _("Kies een of meer dagdelen waarop u kunt komen."),
    _("Kies uit de dagdelen die hier staan."),
)
UIT_DE_AGENDA = Woorden(
    _("Kies een tijd. Wij houden die voor u vast als u naar de volgende stap gaat."),
    _("Kies een tijd."),
    _(
        "Wij konden deze tijd niet voor u vasthouden. Kies een andere tijd, of kies dat wij u bellen of "
        "mailen."
    ),
)


def get_soort(veld: Veld) -> str:
    return str(veld.instellingen.get("afspraaksoort") or "")


def list_gepland(definitie: Definitie) -> frozenset[str]:
    """The questions of this form that are answered with a time: their form fields are other ones."""
    asked = [veld for veld in definitie.velden if veld.soort == Afspraak.soort]
    return frozenset(veld.sleutel for veld in asked if find_planner(get_soort(veld), now=klok.now()))


def wants_hold(soort: str, typed: str) -> bool:
    """Whether this answer asks the agenda for a time that is not held yet."""
    if typed in ("", GEEN) or to_answer(soort, typed):
        return False
    return find_planner(soort, now=klok.now()) is not None


@dataclass(frozen=True, slots=True)
class Toelichting:
    """The help of the redacteur, how the afspraak will be made, and what it is.

    Read when the page is shown: a kind of afspraak may change while the form class is kept.
    """

    hulp: str
    soort: str
    how: Any

    def __str__(self) -> str:
        parts = filter(None, (self.hulp, str(self.how), *tell_soort(self.soort)))
        return format_html_join(" ", "{}", ((mark_taal(part),) for part in parts))


def mark_taal(words: str) -> str:
    """The words; marked when they are in another language than the page."""
    code = getattr(words, "lang", "")
    return format_html('<span lang="{}">{}</span>', code, words) if code else words


def tell_soort(soort: str) -> Iterator[str]:
    """How long it takes and what to bring; nothing for a kind that is not here."""
    found = find_afspraaksoort(soort)
    if found is None:
        return
    duur = gettext("De afspraak “{naam}” duurt ongeveer {minuten} minuten.")
    yield format_html(duur, naam=mark_taal(found.naam), minuten=found.minuten)
    if found.meenemen:
        yield format_html(gettext("Neem mee: {meenemen}."), meenemen=mark_taal(found.meenemen.rstrip(".")))


class VoorkeurField(forms.MultipleChoiceField):
    """The parts of the week that suit, for whoever makes the afspraak by hand.

    Also takes a time that was held before the agenda went away: whether it still stands shows at sending.
    """

    def __init__(self, *, afspraaksoort: str, **kwargs: Any) -> None:
        self.afspraaksoort = afspraaksoort
        super().__init__(**kwargs)

    def clean(self, value: Any) -> dict[str, Any] | None:
        # A question that a rule brought up just now comes back as one empty answer.
        given = [each for each in value or [] if each]
        if len(given) == 1 and (answer := to_answer(self.afspraaksoort, given[0])):
            return answer
        chosen = dict.fromkeys(super().clean(given))
        return {"voorkeur": [ALTIJD] if ALTIJD in chosen else list(chosen)} if chosen else None


@veldtype
class Afspraak(Veldtype):
    """An afspraak at the counter, as a question of a form."""

    soort = "afspraak"
    naam = _("Afspraak")
    groep = GETALLEN
    icon = "calendar-alt"
    vergelijking = Vergelijking.GEEN

    @property
    def fits_inside(self) -> bool:
        """An afspraak for each child is no question but an agenda."""
        return False

    def make_field(self, veld: Veld, **kwargs: Any) -> forms.Field:
        soort = get_soort(veld)
        by_hand = find_planner(soort, now=klok.now()) is None
        words = MET_DE_HAND if by_hand else UIT_DE_AGENDA
        kwargs["error_messages"] |= {"required": words.verplicht, "invalid_choice": words.onbekend}
        kwargs["help_text"] = Toelichting(str(veld.hulp), soort, words.hulp)
        if not by_hand:
            return TijdField(afspraaksoort=soort, **kwargs)
        choices = [(optie.waarde, str(optie.label)) for optie in self.opties(veld)]
        widget = forms.CheckboxSelectMultiple
        return VoorkeurField(afspraaksoort=soort, choices=choices, widget=widget, **kwargs)

    def opties(self, veld: Veld) -> tuple[Optie, ...]:
        """The parts of the week, also for paper."""
        offered = [ALTIJD, *(veld.instellingen.get("dagdelen") or KANTOORTIJD)]
        return tuple(Optie(name, label) for name, label in OPEN.items() if name in offered)

    def complete(self, veld: Veld, getypt: Getypt) -> Getypt:
        soort, chosen = get_soort(veld), (getypt.get("") or [""])[0]
        if chosen in ("", GEEN):
            return getypt
        planner = find_planner(soort, now=klok.now())
        return {"": [hold_tijd(planner, soort, chosen)]} if planner else getypt

    def to_json(self, value: Any) -> Any:
        return value or None

    def to_getypt(self, value: Any, veld: Veld) -> Getypt:
        if not value:
            return {}
        mark = value.get("bewijs")
        return {"": [mark] if mark else value.get("voorkeur") or [GEEN]}

    def show(self, value: Any, veld: Veld) -> str:
        return join_lines(tell_afspraak(value)) if value else ""

    def to_eigenschap(self, value: Any, veld: Veld) -> str:
        return ", ".join(tell_afspraak(value)) if value else ""

    def settings_blocks(self) -> Sequence[Blok]:
        soort = blocks.ChoiceBlock(
            label=_("Afspraaksoort"),
            choices=list_codes,
            help_text=_("Waarvoor iemand komt. Duur en wat iemand meeneemt, staan dan vanzelf bij de vraag."),
        )
        dagdelen = blocks.MultipleChoiceBlock(
            label=_("Dagdelen om uit te kiezen"),
            choices=[(name, label.nl) for name, label in DAGDELEN.items()],
            required=False,
            widget=forms.CheckboxSelectMultiple,
            help_text=_("Zolang er geen agenda is. Leeg: van maandag tot en met vrijdag, ochtend en middag."),
        )
        return (("afspraaksoort", soort), ("dagdelen", dagdelen))


def tell_afspraak(value: Mapping[str, Any]) -> list[str]:
    """A stored answer, line by line."""
    if "begin" not in value:
        chosen = [str(OPEN[name]) for name in value["voorkeur"] if name in OPEN]
        return chosen or [gettext("Bel of mail mij voor een afspraak")]
    lines = [tell_begin(datetime.fromisoformat(value["begin"]))]
    if value.get("plek"):
        lines.append(value["plek"])
    if value.get("referentie"):
        lines.append(gettext("Afspraaknummer: %(nummer)s") % {"nummer": value["referentie"]})
    return lines
