"""The publication gate: what a product must say before residents see it for the first time.

`find_gaps` says what is missing of a page in memory. `guard` stands on every way in which an editor can bring
a page live. Code that publishes without a user (imports, the demo, the worker that does what an editor
planned) is not held up: what it brings was judged elsewhere, or is on line already.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from eloket.producten.redactie.tekst import has_text

RECHT = "producten.publish_incomplete"
LOG_ACTIE = "producten.toch_gepubliceerd"
DIGITAAL = "elektronisch"
ZONDER_AANTAL = {"direct", "geen"}


@dataclass(frozen=True, slots=True)
class Gat:
    """One thing that is missing: the field or relation where it belongs, and what to do."""

    veld: str
    zin: str


@dataclass(frozen=True)
class Delen:
    """What hangs on a page in rows: those of the database, or those that were just posted."""

    kanalen: Sequence[Any]
    upns: Sequence[Any]
    tarieven: Sequence[Any]
    tekstblokken: Sequence[Any]

    @classmethod
    def of_page(cls, page: Any) -> "Delen":
        return cls(
            kanalen=list(page.kanalen.all()),
            upns=list(page.upns.all()),
            tarieven=list(page.tarieven.all()),
            tekstblokken=list(page.tekstblokken.all()),
        )

    def has_shared(self, plek: str) -> bool:
        """Whether a shared text stands below this question."""
        return any(part.plek == plek for part in self.tekstblokken)


class PoortDicht(Exception):
    """An editor may not bring this page live yet. `gaten` says why."""

    def __init__(self, page: Any, gaten: Sequence[Gat]) -> None:
        super().__init__(f"{page}: {', '.join(gat.veld for gat in gaten)}")
        self.page = page
        self.gaten = gaten


def find_gaps(page: Any, delen: Delen | None = None) -> list[Gat]:
    """What this product does not say yet, in the order of the screen. `delen`: rows not saved yet."""
    if is_translation(page):
        return []
    parts = delen or Delen.of_page(page)
    rules = (_basics, _answers, _costs, _term, _names, _channels, _organisation)
    return [gat for rule in rules for gat in rule(page, parts)]


def is_translation(page: Any) -> bool:
    """A translation takes its facts from the Dutch page; a missing English text is a task, never a block."""
    if page.locale.language_code == settings.LANGUAGE_CODE:
        return False
    return bool(page.get_translations().filter(locale__language_code=settings.LANGUAGE_CODE).exists())


def goes_live(page: Any) -> bool:
    """Whether publishing would bring on line what is not there now."""
    return page.pk is None or not page.live


def may_override(user: Any) -> bool:
    """Whether this editor may publish with gaps, when they say why."""
    return bool(user.has_perm(RECHT))


def guard(page: Any, user: Any) -> None:
    """Stop, or let through and keep the reason. Errors: `PoortDicht`."""
    gaten = find_gaps(page) if goes_live(page) else []
    if not gaten:
        return
    if not (may_override(user) and page.publicatie_reden.strip()):
        raise PoortDicht(page, gaten)
    log(
        instance=page,
        action=LOG_ACTIE,
        user=user,
        data={"reden": page.publicatie_reden, "ontbreekt": [gat.zin for gat in gaten]},
    )


# --- The rules -----


def _basics(page: Any, delen: Delen) -> Iterable[Gat]:
    if not page.title.strip():
        yield Gat("title", _("Geef het product een titel."))
    if not page.samenvatting.strip():
        yield Gat("samenvatting", _("Schrijf een samenvatting van één of twee zinnen."))
    if not page.doelgroep:
        yield Gat("doelgroep", _("Kies voor wie het product is: inwoners, ondernemers of allebei."))


def _answers(page: Any, delen: Delen) -> Iterable[Gat]:
    if not (has_text(page.wat) or delen.has_shared("wat")):
        yield Gat("wat", _("Schrijf wat het is."))
    if not (has_text(page.voor_wie) or delen.has_shared("voor_wie")):
        yield Gat("voor_wie", _("Schrijf voor wie het is, en wat de voorwaarden zijn."))
    how = has_text(page.hoe) or delen.has_shared("hoe") or any(has_text(part.tekst) for part in delen.kanalen)
    if not (how or _is_elsewhere(page)):
        yield Gat("hoe", _("Schrijf hoe iemand het regelt, of vul in welke organisatie dit regelt."))


def _costs(page: Any, delen: Delen) -> Iterable[Gat]:
    if page.kosten_soort == "tarief" and not delen.tarieven:
        yield Gat("tarieven", _("Kies een tarief uit de tarieventabel."))
    elif page.kosten_soort == "verschilt" and not page.kosten_kort.strip():
        yield Gat("kosten_kort", _("Schrijf kort waar de kosten van afhangen."))
    elif page.kosten_soort == "elders" and not (_is_elsewhere(page) or has_text(page.kosten)):
        yield Gat("kosten", _("Schrijf welke organisatie de kosten bepaalt, met een link."))
    elif not (
        page.kosten_soort or _is_elsewhere(page) or has_text(page.kosten) or delen.has_shared("kosten")
    ):
        yield Gat("kosten_soort", _("Kies wat het kost: een tarief, gratis, of verschilt."))


def _term(page: Any, delen: Delen) -> Iterable[Gat]:
    if page.termijn_eenheid in ZONDER_AANTAL or (page.termijn_eenheid and page.termijn_aantal):
        return
    if not _is_elsewhere(page):
        yield Gat(
            "termijn_eenheid",
            _("Vul in hoe lang het duurt: een aantal met een eenheid, of kies ‘direct’ of ‘geen termijn’."),
        )


def _names(page: Any, delen: Delen) -> Iterable[Gat]:
    if not delen.upns:
        yield Gat(
            "upns",
            _("Kies een uniforme productnaam. Is er geen goede? Kies dan ‘UPL-naam nog niet beschikbaar’."),
        )


def _channels(page: Any, delen: Delen) -> Iterable[Gat]:
    if all(part.kanaal == DIGITAAL for part in delen.kanalen):
        yield Gat(
            "kanalen",
            _("Voeg een kanaal toe voor wie niet online kan: per post, telefonisch of aan de balie."),
        )


def _organisation(page: Any, delen: Delen) -> Iterable[Gat]:
    if page.verantwoordelijke_id is None:
        yield Gat("verantwoordelijke", _("Kies welke organisatie verantwoordelijk is."))


def _is_elsewhere(page: Any) -> bool:
    """Another organisation arranges it, and we say where: that answers how, cost and term."""
    return bool(page.elders_naam and page.elders_url)
