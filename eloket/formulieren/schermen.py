"""What the screens of a form show; the redacteur's preview shows the same."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext

from eloket.accounts.services import Identiteit, asks_login
from eloket.formulieren.definitie import Definitie, Stap
from eloket.formulieren.kosten import list_bedragen, tell_kosten
from eloket.formulieren.route import Route
from eloket.formulieren.stapformulier import CODE, StapForm
from eloket.formulieren.vragen import lay_out_vragen


def start_context(
    definitie: Definitie, *, begin_url: str, tarief_id: int | None, op: date, papier_url: str = ""
) -> dict[str, Any]:
    """For formulieren/start.html. `tarief_id`: what the form costs; without one it may compute that."""
    return {
        "titel": str(definitie.titel),
        "inleiding": str(definitie.inleiding),
        "nodig": [line.strip() for line in str(definitie.nodig).splitlines() if line.strip()],
        "duur_minuten": definitie.duur_minuten,
        "kosten": tell_kosten(tarief_id, op=op),
        "bedragen": [] if tarief_id else list_bedragen(definitie, op=op),
        "stappen": [str(stap.titel) for stap in definitie.stappen],
        "vervolg": str(definitie.vervolg),
        "inloggen": name_middelen(definitie) if asks_login(definitie.niveau) else "",
        "begin_url": begin_url,
        "papier_url": papier_url,
    }


def name_middelen(definitie: Definitie) -> str:
    """The ways to log in, as a sentence names them: "DigiD of eHerkenning"."""
    names = {"digid": "DigiD", "eherkenning": "eHerkenning", "eidas": gettext("een Europees inlogmiddel")}
    *others, last = [names[middel] for middel in names if middel in definitie.middelen] or names.values()
    return gettext("%(een)s of %(ander)s") % {"een": ", ".join(others), "ander": last} if others else last


def sessie_context(
    identiteit: Identiteit | None, *, seconds_left: int, medewerker: Any = None
) -> dict[str, Any]:
    """Who is logged in, and for how long yet; nobody for a form without login and in the preview.

    `medewerker`: the employee (a User), at the desk. What follows from help with a draft is empty here.
    """
    return {
        "identiteit": identiteit,
        "idle_seconds": seconds_left,
        "medewerker": medewerker,
        "hulp_url": "",
        "geopend_at": None,
        "balie": "",
        "overgeven_url": "",
        "scan_url": "",
        "scan_aantal": 0,
    }


def stap_context(
    definitie: Definitie,
    stap: Stap,
    form: StapForm,
    *,
    route: Route | None = None,
    nieuw: Sequence[str] = (),
    identiteit: Identiteit | None = None,
    seconds_left: int = 0,
    opnieuw_url: str = "",
    naar_controle: bool = False,
    begin_merk: str = "",
    melding: str = "",
    betreft_merk: str = "",
    omgeving: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """For formulieren/stap.html. `opnieuw_url`: where to begin again, "" for nowhere. `begin_merk`: when
    the very first page was shown. `melding`: what to know of a source, "" for nothing. `betreft_merk`:
    the zaak that it is about, signed, for the first page. `omgeving`: who helps whom, from the wizard.

    `route`: the way so far; without it every step and question is there. `nieuw`: questions that just came.
    """
    stappen = route.stappen if route else definitie.stappen
    number = stappen.index(stap) + 1
    vragen = lay_out_vragen(form, stap, route)
    return {
        "formulier_titel": str(definitie.titel),
        "titel": str(stap.titel),
        "uitleg": str(stap.uitleg),
        "nummer": number,
        "totaal": len(stappen) + 1,  # the summary is the last step
        "form": form,
        "vragen": vragen,
        "nieuw": [form[sleutel] for sleutel in nieuw if sleutel in form.fields],
        **sessie_context(identiteit, seconds_left=seconds_left),
        "is_eerste": number == 1,
        "naar_controle": naar_controle,
        "begin_merk": begin_merk,
        "betreft_merk": betreft_merk,
        "lokaas": bool(begin_merk) and not asks_login(definitie.niveau),
        "code_gevraagd": CODE in form.fields,
        "opnieuw_url": opnieuw_url,
        "melding": melding,
        **(omgeving or {}),
    }
