"""Deciding about what was asked: hand it over when every rule holds, else let an employee look."""

from dataclasses import replace
from datetime import datetime

import structlog
from django.db import transaction
from django.utils.translation import gettext_lazy

from eloket.outbox.services import publish
from eloket.uitgifte.beslisregels import (
    Bevinding,
    Feiten,
    Uitslag,
    in_two_languages,
)
from eloket.uitgifte.claims import InvalidClaims
from eloket.uitgifte.models import Beslissing, Levering, Productsoort, Uitkomst
from eloket.uitgifte.services.feiten import count_at_adres, gather_feiten, hash_adres, read_adres, write_adres
from eloket.uitgifte.services.gegevens import REGEL, Door, NieuwProduct, ProductInfo, UitgifteError
from eloket.uitgifte.services.uitgeven import issue_product
from eloket.uitgifte.services.vullen import Bekend, fill_claims, find_begin, find_end
from eloket.uitgifte.services.zaak import close_zaak, write_note
from eloket.zaken.services import RegisterError

log = structlog.get_logger()
ZONDER_REGEL = "zonder_regel"  # a finding that no rule of the soort made


def decide(aanvraag: str, *, now: datetime) -> None:
    """Decide about this aanvraag, once, as soon as its zaak is in the register. May run twice, also at once.

    Other systems are asked first, without a transaction. Then one transaction hands over the product, takes
    the besluit and closes the zaak, or leaves it to an employee. A doubt is never a refusal (AVG art. 22).
    """
    row = Beslissing.objects.select_related("soort").filter(aanvraag=aanvraag).first()
    if row is None or row.uitkomst != Uitkomst.WACHT or not row.zaak:
        return
    feiten = gather_feiten(row, now=now) if may_decide(row) else None
    with transaction.atomic():
        # One decision of a soort at a time: two at one address would else both be the last that may be.
        soort = Productsoort.objects.select_for_update(no_key=True).get(pk=row.soort_id)
        row = Beslissing.objects.select_for_update(of=("self",)).select_related("soort").get(pk=row.pk)
        if row.uitkomst == Uitkomst.WACHT:
            row.soort = soort
            _settle(row, feiten if may_decide(row) else None, now=now)


def may_decide(row: Beslissing) -> bool:
    """Whether a machine may: the soort allows it, there are rules, and nobody asked for a person."""
    soort = row.soort
    by_rule = soort.actief and soort.levering == Levering.DIRECT and bool(soort.regels)
    known = row.partij is not None and bool(row.gegevens.get("is_zeker"))
    return by_rule and known and not row.mens_gevraagd


def judge(row: Beslissing, feiten: Feiten) -> list[Bevinding]:
    """What each rule of the soort finds."""
    found = []
    for each in row.soort.regels:
        uitslag, uitleg = each.regel.judge(feiten, each.instellingen)
        found.append(Bevinding(each.regel.naam, uitslag, uitleg, each.artikel))
    return found


def hand_over(
    row: Beslissing,
    *,
    feiten: Feiten,
    door: Door,
    reden: str,
    geldig_vanaf: datetime | None = None,
    geldig_tot: datetime | None = None,
    now: datetime,
) -> ProductInfo:
    """The product of this aanvraag; asked twice it is one. `geldig_vanaf` and `geldig_tot`: of the besluit.

    Errors: `InvalidClaims` when something of it is not known, `UitgifteError`.
    """
    soort, wie = row.soort, row.partij
    if wie is None:
        raise UitgifteError("wij weten niet wie dit aanvroeg")
    claims = fill_claims(soort, Bekend.of(row.gegevens, zone=feiten.zone or "")) | row.gegevens.get(
        "aangevuld", {}
    )
    nieuw = NieuwProduct(
        soort=soort.code,
        houder=wie,
        claims=claims,
        geldig_vanaf=geldig_vanaf or find_begin(soort, row.gegevens, now=now),
        geldig_tot=geldig_tot or find_end(soort, claims),
        verzoek=verzoek_of(row),
        aanvraag=row.aanvraag,
        zaak=row.zaak,
        taal=row.gegevens["taal"],
        email=row.gegevens["email"],
        adres_sleutel=hash_adres(write_adres(read_adres(soort, row.gegevens))),
    )
    return issue_product(nieuw, door=door, reden=reden, now=now)


def verzoek_of(row: Beslissing) -> str:
    return f"aanvraag:{row.aanvraag}"


def _settle(row: Beslissing, feiten: Feiten | None, *, now: datetime) -> None:
    if feiten is None:
        _leave_to_medewerker(row, [_tell_why(row)], now=now)
        return
    feiten = _with_count(row, feiten, now=now)
    found = judge(row, feiten)
    if any(each.uitslag != Uitslag.GOED for each in found):
        _leave_to_medewerker(row, found, now=now)
        return
    try:
        with transaction.atomic():
            _issue(row, feiten, found, now=now)
    except (InvalidClaims, UitgifteError, RegisterError) as error:
        log.warning("niet_vanzelf_uitgegeven", zaak=row.zaak, soort=row.soort.code, reden=str(error))
        row.refresh_from_db(fields=["uitkomst", "product"])
        row.mist = str(error)[:300]
        _leave_to_medewerker(row, [*found, _tell_stuck()], now=now)


def _with_count(row: Beslissing, feiten: Feiten, *, now: datetime) -> Feiten:
    adres = write_adres(read_adres(row.soort, row.gegevens))
    return replace(feiten, aantal=count_at_adres(row.soort, adres, zonder=verzoek_of(row), now=now))


def _issue(row: Beslissing, feiten: Feiten, found: list[Bevinding], *, now: datetime) -> None:
    reden = write_reasons(found, taal="nl")
    product = hand_over(row, feiten=feiten, door=REGEL, reden=reden, now=now)
    row.bevindingen = [each.to_dict() for each in found]
    row.uitkomst, row.besloten, row.product_id = Uitkomst.VERLEEND, now, product.id
    row.save()
    close_zaak(row, product, toelichting=write_reasons(found, taal=row.gegevens["taal"]), now=now)
    publish("product.beslist", str(row.pk), now=now)


def _leave_to_medewerker(row: Beslissing, found: list[Bevinding], *, now: datetime) -> None:
    row.bevindingen = [each.to_dict() for each in found]
    row.uitkomst, row.besloten = Uitkomst.MEDEWERKER, now
    row.save()
    if row.soort.levering == Levering.DIRECT:  # else nobody expected the counter to decide
        write_note(row, write_reasons(found, taal="nl"), now=now)
    publish("product.beslist", str(row.pk), now=now)


def write_reasons(found: list[Bevinding], *, taal: str) -> str:
    """Each reason on a line of its own, with its article."""
    told = [(each.uitleg.en if taal.startswith("en") else each.uitleg.nl, each.artikel) for each in found]
    return "\n".join(f"{words} ({artikel})" if artikel else words for words, artikel in told)


def _tell_why(row: Beslissing) -> Bevinding:
    """Why no machine decides about this."""
    if row.mens_gevraagd:
        words = gettext_lazy("U vroeg om een medewerker die meekijkt.")
    elif row.soort.levering == Levering.BESLUIT or not row.soort.regels:
        words = gettext_lazy("Een medewerker beslist over uw aanvraag.")
    elif not row.soort.actief:
        words = gettext_lazy("Wij geven dit nu niet meteen uit. Een medewerker kijkt naar uw aanvraag.")
    else:
        words = gettext_lazy("Wij moeten eerst nakijken wie dit aanvraagt. Dat doet een medewerker.")
    return Bevinding(ZONDER_REGEL, Uitslag.ONBEKEND, in_two_languages(words))


def _tell_stuck() -> Bevinding:
    words = gettext_lazy("Wij konden het niet meteen uitgeven. Een medewerker maakt het af.")
    return Bevinding(ZONDER_REGEL, Uitslag.ONBEKEND, in_two_languages(words))
