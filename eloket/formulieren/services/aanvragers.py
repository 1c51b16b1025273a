"""Who asks for what a draft becomes, and who asked for what was sent."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, get_args

from eloket.accounts.services import Niveau
from eloket.formulieren.aanvrager import Aanvrager
from eloket.formulieren.definitie import Definitie
from eloket.formulieren.definitie.bewijs import find_bewijs
from eloket.formulieren.models import Aanvraag, Concept
from eloket.formulieren.services.bevestigingen import is_bevestigd
from eloket.formulieren.services.eigenaar import Eigenaar
from eloket.lib import partij
from eloket.lib.partij import Bsn, Contact, Identificerend, Partij, Vereniging


def find_aanvrager(concept: Concept, antwoorden: Mapping[str, Any], eigenaar: Eigenaar) -> Aanvrager:
    """From the login; without one: for whom an employee fills it in, or what the answers prove.

    The answers may tell that this person acts for somebody else (`find_vertegenwoordigde`).
    """
    found = _find_self(concept, antwoorden, eigenaar)
    wie, als = find_vertegenwoordigde(concept.versie.definitie, antwoorden)
    known = isinstance(found.belanghebbende, get_args(Identificerend)) and found.handelende is None
    if wie is None or not known or wie == found.belanghebbende:
        return found
    return replace(
        found,
        belanghebbende=wie,
        handelende=found.belanghebbende,
        hoedanigheid=als,
        naam="",
        handelende_naam=found.naam,
        zelf_verklaard=True,
    )


def find_vertegenwoordigde(definitie: Definitie, antwoorden: Mapping[str, Any]) -> tuple[Bsn | None, str]:
    """For whom somebody says to act, and as what: the answer to a question for that person's BSN."""
    for veld in () if definitie.alleen_zelf else definitie.velden:
        als = str(veld.instellingen.get("vertegenwoordigt") or "")
        if veld.soort == "bsn" and als and antwoorden.get(veld.sleutel):
            return Bsn(str(antwoorden[veld.sleutel])), als
    return None, ""


def _find_self(concept: Concept, antwoorden: Mapping[str, Any], eigenaar: Eigenaar) -> Aanvrager:
    """Who fills this in, before the answers are asked whether it is for somebody else."""
    identiteit = eigenaar.identiteit
    if identiteit is None:
        wie = partij.from_dict(concept.namens) if concept.namens else _from_answers(concept, antwoorden)
        return Aanvrager(wie, naam=_known_name(concept, wie))
    return Aanvrager(
        identiteit.belanghebbende,
        handelende=identiteit.handelende,
        hoedanigheid=identiteit.hoedanigheid or ("gemachtigde" if identiteit.handelende else ""),
        middel=identiteit.middel,
        naam=identiteit.naam,
        handelende_naam=identiteit.handelende_naam,
    )


def read_aanvrager(aanvraag: Aanvraag) -> Aanvrager:
    """Who sent this; nobody once it was wiped."""
    namen = aanvraag.namen or {}
    return Aanvrager(
        partij.from_dict(aanvraag.belanghebbende) if aanvraag.belanghebbende else None,
        handelende=partij.from_dict(aanvraag.handelende) if aanvraag.handelende else None,
        hoedanigheid=aanvraag.hoedanigheid,
        middel=aanvraag.middel,
        naam=namen.get("belanghebbende", ""),
        handelende_naam=namen.get("handelende", ""),
        zelf_verklaard=aanvraag.zelf_verklaard,
    )


def find_email(definitie: Definitie, antwoorden: Mapping[str, Any]) -> str:
    """The first e-mail address that was given; "" for none."""
    return _find_first("email", definitie, antwoorden)


def find_telefoon(definitie: Definitie, antwoorden: Mapping[str, Any]) -> str:
    """The first telephone number that was given; "" for none."""
    return _find_first("telefoon", definitie, antwoorden)


def _find_first(soort: str, definitie: Definitie, antwoorden: Mapping[str, Any]) -> str:
    given = (antwoorden.get(veld.sleutel) for veld in definitie.velden if veld.soort == soort)
    return next((str(answer) for answer in given if answer), "")


def find_kvk(definitie: Definitie, antwoorden: Mapping[str, Any]) -> str:
    """The KvK number that a vereniging gave; "" for none, and for a form that is not for verenigingen."""
    if definitie.niveau != Niveau.VERENIGING:
        return ""
    veld = find_bewijs(definitie.stappen, definitie.niveau).get("kvk")
    return str(antwoorden.get(veld.sleutel) or "") if veld else ""


def _from_answers(concept: Concept, antwoorden: Mapping[str, Any]) -> Partij | None:
    definitie = concept.versie.definitie
    email = find_email(definitie, antwoorden)
    if not email:
        return None
    proven = is_bevestigd(concept, email)
    kvk = find_kvk(definitie, antwoorden)
    return Vereniging(kvk, email, proven) if kvk else Contact(email, proven)


def _known_name(concept: Concept, wie: Partij | None) -> str:
    """What the Handelsregister calls this vereniging."""
    known = concept.handelsregister or {}
    return str(known.get("naam", "")) if isinstance(wie, Vereniging) and known.get("kvk") == wie.kvk else ""
