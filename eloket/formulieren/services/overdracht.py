"""A form from one installation to another: first what does not fit, then a draft. Nothing is published."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from eloket.betalingen.services import find_tarief
from eloket.formulieren.definitie import Actie, Definitie, InvalidDefinitie, Json, read_definitie
from eloket.formulieren.models import Formulier
from eloket.formulieren.regels import find_regelfouten
from eloket.formulieren.samenstelling import compose_inhoud, decompose_inhoud
from eloket.formulieren.samenstelling_regels import find_page_id
from eloket.formulieren.services.blokfouten import find_blokfouten
from eloket.formulieren.services.publicatie import find_gebreken
from eloket.formulieren.velden import VELDTYPEN
from eloket.lib import klok

MAX_TOLD = 50


class ImportRefused(Exception):
    """The draft was not made; the text says why."""


@dataclass(frozen=True, slots=True)
class Verslag:
    """What becomes of a file here. `fouten` keep it out; `meldingen` are for the redacteur to mend later.

    `bestaand`: the form that has this address here already.
    """

    inhoud: Json = field(repr=False)
    titel: str
    slug: str
    stappen: int
    vragen: int
    regels: int
    fouten: tuple[str, ...]
    meldingen: tuple[str, ...]
    bestaand: Formulier | None

    @property
    def fits(self) -> bool:
        return not self.fouten


def export_formulier(formulier: Formulier) -> Json:
    """What stands on the redacteur's desk now, published or not."""
    newest: Formulier = formulier.get_latest_revision_as_object()
    return compose_inhoud(newest)


def examine_formulier(inhoud: Json) -> Verslag:
    """What would become of a form that was read from a file; writes nothing."""
    stappen = inhoud["stappen"]
    fouten = list(_find_unknown(inhoud))
    meldingen: list[str] = []
    if not fouten:
        fouten, meldingen = _try_out(inhoud)
    return Verslag(
        inhoud=inhoud,
        titel=inhoud["titel"]["nl"],
        slug=inhoud["slug"],
        stappen=len(stappen),
        vragen=sum(len(stap["velden"]) for stap in stappen),
        regels=len(inhoud["regels"]),
        fouten=tuple(fouten[:MAX_TOLD]),
        meldingen=tuple(meldingen[:MAX_TOLD]),
        bestaand=Formulier.objects.filter(slug=inhoud["slug"]).first(),
    )


def place_concept(inhoud: Json, *, slug: str, over: Formulier | None, user: Any) -> Formulier:
    """Make a draft of a form that was examined: a new form at `slug`, or a new draft of `over`.

    What is published stays as it is. Errors: `ImportRefused`.
    """
    verslag = examine_formulier({**inhoud, "slug": slug})
    if verslag.fouten:
        raise ImportRefused(" ".join(verslag.fouten))
    if over is None and verslag.bestaand is not None:
        raise ImportRefused(_("Er is al een formulier met het adres “%s”. Kies een ander adres.") % slug)
    with transaction.atomic():
        formulier = _take(over, user) if over else Formulier(live=False)
        _fill(formulier, verslag.inhoud)
        if not formulier.live:
            formulier.save()
        formulier.save_revision(user=user, log_action=True)
    return formulier


def _take(over: Formulier, user: Any) -> Formulier:
    lock = over.get_lock()
    if lock is not None and (user is None or lock.for_user(user)):
        raise ImportRefused(_("Het formulier is vergrendeld. Vraag of het weer open kan, en importeer dan."))
    newest: Formulier = over.get_latest_revision_as_object()
    return newest


def _fill(formulier: Formulier, inhoud: Json) -> None:
    for name, value in decompose_inhoud(inhoud).items():
        setattr(formulier, name, value)
    formulier.tarief_id = find_tarief(inhoud.get("tarief") or "")


def _find_unknown(inhoud: Json) -> Iterator[str]:
    """Types of question and of rule that came with a newer version."""
    soorten = {veld["soort"]: veld["label"]["nl"] for veld in _all_velden(inhoud)}
    for soort in sorted(set(soorten) - set(VELDTYPEN)):
        yield _(
            "De soort vraag “%(soort)s” (bij “%(vraag)s”) bestaat hier niet. Werk eloket bij, of haal de "
            "vraag uit het formulier voor u het exporteert."
        ) % {"soort": soort, "vraag": soorten[soort]}
    for actie in sorted({regel["actie"] for regel in inhoud["regels"]} - set(Actie)):
        yield _("De soort regel “%s” bestaat hier niet. Werk eloket bij.") % actie


def _all_velden(inhoud: Json) -> Iterator[Json]:
    for stap in inhoud["stappen"]:
        for veld in stap["velden"]:
            yield veld
            yield from veld.get("velden") or ()


def _try_out(inhoud: Json) -> tuple[list[str], list[str]]:
    """The form as it would be here, in memory: what is wrong with it, and what it lacks."""
    formulier = Formulier(live=False)
    try:
        definitie = read_definitie(inhoud)
        _fill(formulier, inhoud)
        blokfouten = list(find_blokfouten(formulier))
        composed = compose_inhoud(formulier)
    # Settings of a field are free JSON: a hostile file may break in any block that reads them.
    except (InvalidDefinitie, AttributeError, KeyError, TypeError, ValueError, IndexError):
        return [_("Dit bestand is beschadigd of met de hand veranderd: het formulier is niet te lezen.")], []
    fouten = [*_find_modelfouten(formulier), *(fout.tekst for fout in blokfouten if fout.hindert)]
    later = [fout.tekst for fout in blokfouten if not fout.hindert]
    return fouten, [*_find_missing(inhoud, definitie), *later, *_find_lost(inhoud, composed)]


def _find_modelfouten(formulier: Formulier) -> Iterator[str]:
    try:
        formulier.full_clean(exclude=["stappen", "regels"], validate_unique=False)
    except ValidationError as error:
        for name, texts in error.message_dict.items():
            for text in texts:
                label = getattr(Formulier._meta.get_field(name), "verbose_name", name)
                yield f"{str(label).capitalize()}: {text}"


def _find_missing(inhoud: Json, definitie: Definitie) -> Iterator[str]:
    """What this installation lacks for the form; it comes in all the same."""
    yield from find_gebreken(definitie)
    tarief = inhoud.get("tarief")
    if tarief and find_tarief(tarief) is None:
        yield _("Het tarief “%s” staat hier niet in de tarieventabel. Maak het, of kies een ander.") % tarief
    for slug in sorted({regel.product for regel in definitie.regels if regel.product}):
        if find_page_id(slug) is None:
            yield _("De pagina “%s”, waar een regel naar verwijst, bestaat hier niet. Kies er een.") % slug
    for fout in find_regelfouten(definitie, VELDTYPEN, vandaag=klok.today()):
        yield str(fout)


def _find_lost(before: Any, after: Any, plek: str = "") -> Iterator[str]:
    """Parts of the file that this version has no place for."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key, value in before.items():
            if key not in after and value not in ("", None, False, [], {}) and key != "tarief":
                yield _("%s: dit deel kent deze installatie niet en komt niet mee.") % f"{plek} {key}".strip()
            elif key in after:
                yield from _find_lost(value, after[key], f"{plek} {key}")
    elif isinstance(before, list) and isinstance(after, list):
        if len(before) != len(after):
            yield _("%s: een deel kent deze installatie niet en komt niet mee.") % plek.strip()
        for nummer, (one, other) in enumerate(zip(before, after, strict=False), 1):
            yield from _find_lost(one, other, f"{plek} {nummer}")
