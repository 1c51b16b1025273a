"""The zaak that a form is opened about: `?zaak=` (and `&besluit=`), checked for who is logged in.

Who did not log in may type a number in the form and is told nothing about it.
"""

from dataclasses import replace

from django.core.signing import BadSignature, Signer
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from eloket.accounts.services import Niveau, asks_login, get_identiteit, seconds_left
from eloket.formulieren.betreft import Betreft, from_dict, to_dict, to_waarden, write_ingebrekestelling
from eloket.formulieren.definitie import ALTIJD, Definitie, Stap, Waarvoor
from eloket.formulieren.schermen import sessie_context
from eloket.formulieren.services.aanbod import find_voor
from eloket.formulieren.services.acties import begin_url
from eloket.formulieren.services.betreft import NotYours, find_betreft, find_sent, tell_stand
from eloket.formulieren.services.eigenaar import Eigenaar
from eloket.formulieren.velden.bronnen import BRIEF, bron_of
from eloket.formulieren.voorinvulling import Voorinvulling
from eloket.lib import klok
from eloket.website.services import get_instellingen
from eloket.zaken.services import RegisterError

MERK = "betreft"  # what we said of the zaak on the first page, signed: sending it needs no register
_signer = Signer(salt="formulieren.betreft")


def wants_zaak(request: HttpRequest, definitie: Definitie) -> bool:
    """Whether this form was opened about a zaak."""
    return bool(definitie.waarvoor and request.GET.get("zaak"))


def asked_niveau(request: HttpRequest, definitie: Definitie) -> int:
    """What the form asks; about a zaak at least what Mijn zaken asks, of whoever logged in."""
    if not wants_zaak(request, definitie):
        return definitie.niveau
    if asks_login(definitie.niveau):
        return max(definitie.niveau, Niveau.MIDDEN)
    identiteit = get_identiteit(request)
    known = identiteit and identiteit.niveau >= Niveau.MIDDEN and identiteit.middel in definitie.middelen
    return Niveau.MIDDEN if known else definitie.niveau


def open_betreft(request: HttpRequest, definitie: Definitie, eigenaar: Eigenaar) -> Betreft | None:
    """This person's zaak; None when the form is about none, or can do without while we cannot look it up.

    Errors: `Http404` for another's zaak or besluit; `RegisterError` when the form cannot do without.
    """
    if eigenaar.identiteit is None or not wants_zaak(request, definitie):
        return None
    zaak, besluit = request.GET["zaak"][:40], request.GET.get("besluit", "")[:50]
    kept = _read_merk(request, eigenaar)
    if kept is not None and (kept.zaak, kept.besluit) == (zaak, besluit):
        return kept
    try:
        return find_betreft(
            definitie.waarvoor,
            zaak=zaak,
            besluit=besluit,
            identiteit=eigenaar.identiteit,
            vandaag=klok.today(),
        )
    except NotYours:
        raise Http404(zaak) from None
    except RegisterError:
        if definitie.waarvoor in ALTIJD:
            return None
        raise


def sign_betreft(betreft: Betreft | None, eigenaar: Eigenaar) -> str:
    """For the first page; "" for a form about no zaak."""
    return _signer.sign_object([eigenaar.sleutel, to_dict(betreft)]) if betreft else ""


def fill_betreft(vooraf: Voorinvulling, betreft: Betreft | None, stap: Stap) -> Voorinvulling:
    """With what we know of the zaak, beside what registers said of the person."""
    if betreft is None:
        return vooraf
    waarden = {**vooraf.waarden, **to_waarden(betreft)}
    if betreft.uiterlijk and any(bron_of(veld) == BRIEF for veld in stap.velden):
        waarden[BRIEF] = write_ingebrekestelling(betreft, get_instellingen())
    return replace(vooraf, waarden=waarden)


def refuse_storing(request: HttpRequest, definitie: Definitie, eigenaar: Eigenaar) -> HttpResponse:
    """The register gives no answer: what to do now. A klacht can be sent all the same."""
    klacht = find_voor().get(Waarvoor.KLACHT)
    context = {
        **sessie_context(eigenaar.identiteit, seconds_left=seconds_left(request)),
        "formulier_titel": str(definitie.titel),
        "opnieuw_url": request.get_full_path(),
        "klacht_url": begin_url(klacht.slug) if klacht else "",
    }
    response = render(request, "formulieren/zaak_storing.html", context, status=503)
    response["Cache-Control"] = "private, no-store"
    return response


def tell_betreft(
    request: HttpRequest, definitie: Definitie, eigenaar: Eigenaar, betreft: Betreft | None
) -> str:
    """What to know before the first question; "" for nothing."""
    if eigenaar.identiteit is None or not wants_zaak(request, definitie):
        return ""
    if betreft is None:
        return _("Wij kunnen uw zaak nu niet ophalen. Vul de gegevens zelf in: uw bericht komt gewoon aan.")
    stand = tell_stand(definitie.waarvoor, betreft, vandaag=klok.today())
    return tell_change(definitie.waarvoor, stand, betreft) or _tell_sent(definitie, eigenaar, betreft)


def tell_change(waarvoor: Waarvoor, stand: str, betreft: Betreft | None) -> str:
    """What somebody must know who can still send this; "" when nothing is the matter."""
    if not stand or betreft is None:
        return ""
    if stand == "gesloten":
        return _(
            "Uw zaak is afgerond. Kijk in Mijn zaken wat de uitkomst is. U kunt dit nog versturen, "
            "maar misschien heeft het geen gevolg meer."
        )
    if stand == "op_tijd":
        return _(
            "Wij zijn nu niet te laat: wij hebben al beslist, of er is nog tijd. Kijk in Mijn zaken hoe het "
            "ervoor staat. U kunt dit versturen, maar misschien telt het niet."
        )
    words = _(
        "De laatste dag om bezwaar te maken was %s. U kunt het nog versturen. Schrijf erbij waarom u "
        "later bent: bij een goede reden kijken wij er toch naar (Awb 6:11)."
    )
    if waarvoor is Waarvoor.ZIENSWIJZE:
        words = _(
            "U kon reageren tot en met %s. U kunt dit nog versturen, maar misschien telt het niet meer mee."
        )
    return words % (date_format(betreft.laatste_dag, "j F Y") if betreft.laatste_dag else "")


def _tell_sent(definitie: Definitie, eigenaar: Eigenaar, betreft: Betreft) -> str:
    """That the same went out before: once is enough."""
    repeats = definitie.waarvoor in (Waarvoor.VRAAG, Waarvoor.KLACHT, Waarvoor.WIJZIGING)
    if repeats or eigenaar.identiteit is None:
        return ""
    before = find_sent(definitie.waarvoor, betreft, identiteit=eigenaar.identiteit)
    if before is None:
        return ""
    words = _("U stuurde dit al op %(dag)s, met nummer %(nummer)s. Nog een keer sturen hoeft niet.")
    return words % {"dag": date_format(before.op, "j F Y"), "nummer": before.identificatie}


def _read_merk(request: HttpRequest, eigenaar: Eigenaar) -> Betreft | None:
    try:
        sleutel, data = _signer.unsign_object(request.POST.get(MERK, ""))
    except BadSignature:
        return None
    return from_dict(data) if sleutel in eigenaar.sleutels else None
