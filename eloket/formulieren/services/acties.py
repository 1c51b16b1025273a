"""What somebody can do with a zaak today, and the form for it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from eloket.formulieren.definitie import Waarvoor
from eloket.formulieren.services.aanbod import Aanbod, find_voor
from eloket.formulieren.services.aanvragen import Verstuurd
from eloket.zaken.services import Besluit, Zaak, may_ingebreke


@dataclass(frozen=True, slots=True)
class Mogelijkheid:
    """What the law and the zaak allow. `te_laat`: it can still be sent, and may no longer count."""

    waarvoor: Waarvoor
    besluit: Besluit | None = None
    laatste_dag: date | None = None
    te_laat: bool = False


@dataclass(frozen=True, slots=True)
class Zaakactie:
    """A link for the page of a zaak. `uitleg` says when and how, in the active language.

    `besluit`: its identificatie, "" when it is about the zaak. `verstuurd_op` and `verstuurd_als` (a number)
    when this person sent it before, and that was not said yet.
    """

    waarvoor: str
    titel: str
    uitleg: str
    url: str
    besluit: str = ""
    laatste_dag: date | None = None
    te_laat: bool = False
    verstuurd_op: date | None = None
    verstuurd_als: str = ""


UITLEG: dict[Waarvoor, Any] = {
    Waarvoor.INTREKKEN: gettext_lazy("Wilt u dit niet meer? Trek het in. Wij laten weten of dat gelukt is."),
    Waarvoor.WIJZIGING: gettext_lazy("Is er iets veranderd of klopt er iets niet? Geef het door."),
    Waarvoor.VRAAG: gettext_lazy("Stel uw vraag over deze zaak. U hoeft niets opnieuw in te vullen."),
    Waarvoor.INGEBREKESTELLING: gettext_lazy(
        "Wij hadden al moeten beslissen. Lees wat u nu kunt doen. De brief staat klaar."
    ),
    Waarvoor.KLACHT: gettext_lazy("Bent u niet tevreden over hoe wij met u omgaan? Dien een klacht in."),
}


def find_mogelijkheden(zaak: Zaak, besluiten: Sequence[Besluit] = (), *, vandaag: date) -> list[Mogelijkheid]:
    """What can be done with this zaak and its besluiten on that day, the most urgent first."""
    return list(_find(zaak, tuple(besluiten), vandaag))


def list_acties(
    zaak: Zaak, besluiten: Sequence[Besluit] = (), *, verstuurd: Sequence[Verstuurd] = (), vandaag: date
) -> list[Zaakactie]:
    """The same with the form for each; what no form is published for is left out. One query at most.

    `verstuurd`: what this person sent about the zaak before (`get_zaakpost`).
    """
    forms = find_voor()
    found = find_mogelijkheden(zaak, besluiten, vandaag=vandaag)
    return [
        _to_actie(each, forms[each.waarvoor], zaak, verstuurd) for each in found if each.waarvoor in forms
    ]


def list_zonder_zaak() -> list[Zaakactie]:
    """What can always be done, also while no register answers: a klacht (Awb 9:1)."""
    klacht = find_voor().get(Waarvoor.KLACHT)
    if klacht is None:
        return []
    uitleg, url = str(UITLEG[Waarvoor.KLACHT]), begin_url(klacht.slug)
    return [Zaakactie(Waarvoor.KLACHT.value, klacht.titel, uitleg, url)]


def _find(zaak: Zaak, besluiten: tuple[Besluit, ...], vandaag: date) -> Iterator[Mogelijkheid]:
    if zaak.is_open and (tot := zaak.zienswijze_tot):
        yield Mogelijkheid(Waarvoor.ZIENSWIJZE, laatste_dag=tot, te_laat=vandaag > tot)
    if may_ingebreke(zaak, besluiten, vandaag=vandaag):
        yield Mogelijkheid(Waarvoor.INGEBREKESTELLING)
    for besluit in besluiten:
        if besluit.verzenddatum and (tot := besluit.uiterlijke_reactiedatum):
            yield Mogelijkheid(Waarvoor.BEZWAAR, besluit, tot, te_laat=vandaag > tot)
    yield Mogelijkheid(Waarvoor.VRAAG)
    if zaak.is_open:
        yield Mogelijkheid(Waarvoor.WIJZIGING)
        yield Mogelijkheid(Waarvoor.INTREKKEN)
    yield Mogelijkheid(Waarvoor.KLACHT)


def _to_actie(mogelijk: Mogelijkheid, form: Aanbod, zaak: Zaak, sent: Sequence[Verstuurd]) -> Zaakactie:
    besluit = mogelijk.besluit.identificatie if mogelijk.besluit else ""
    before = _sent_before(mogelijk, besluit, sent)
    return Zaakactie(
        waarvoor=mogelijk.waarvoor.value,
        titel=form.titel,
        uitleg=_explain(mogelijk),
        url=begin_url(form.slug, zaak=zaak.identificatie, besluit=besluit),
        besluit=besluit,
        laatste_dag=mogelijk.laatste_dag,
        te_laat=mogelijk.te_laat,
        verstuurd_op=before.op if before else None,
        verstuurd_als=before.identificatie if before else "",
    )


def begin_url(slug: str, *, zaak: str = "", besluit: str = "") -> str:
    """Where a form about this zaak begins."""
    about = {name: value for name, value in (("zaak", zaak), ("besluit", besluit)) if value}
    url = reverse("formulieren:beginnen", kwargs={"slug": slug})
    return f"{url}?{urlencode(about)}" if about else url


def _sent_before(mogelijk: Mogelijkheid, besluit: str, sent: Sequence[Verstuurd]) -> Verstuurd | None:
    """A question or a klacht can be sent as often as one likes: that is not worth telling."""
    if mogelijk.waarvoor in (Waarvoor.VRAAG, Waarvoor.KLACHT, Waarvoor.WIJZIGING):
        return None
    same = (each for each in sent if each.waarvoor == mogelijk.waarvoor and each.besluit == besluit)
    return next(same, None)


def _explain(mogelijk: Mogelijkheid) -> str:
    if mogelijk.laatste_dag is None:
        return str(UITLEG[mogelijk.waarvoor])
    facts = {
        "dag": date_format(mogelijk.laatste_dag, "j F Y"),
        "besluit": str(mogelijk.besluit.omschrijving) if mogelijk.besluit else "",
    }
    return _sentence(mogelijk) % facts


def _sentence(mogelijk: Mogelijkheid) -> str:
    if mogelijk.waarvoor is Waarvoor.ZIENSWIJZE:
        if mogelijk.te_laat:
            return _(
                "U kon reageren tot en met %(dag)s. U kunt het nog sturen, maar misschien telt het niet "
                "meer mee."
            )
        return _("Wij vroegen wat u hiervan vindt. Reageer uiterlijk op %(dag)s.")
    if mogelijk.te_laat:
        return _(
            "Over: %(besluit)s. De laatste dag om bezwaar te maken was %(dag)s. U kunt het nog sturen. "
            "Schrijf dan op waarom u later bent: bij een goede reden kijken wij er toch naar (Awb 6:11)."
        )
    return _("Over: %(besluit)s. Bent u het er niet mee eens? Maak bezwaar uiterlijk op %(dag)s.")
