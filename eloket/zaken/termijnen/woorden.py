"""The steps of a term in plain words, in the language of whoever reads."""

from collections.abc import Mapping
from datetime import date

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from eloket.zaken.termijnen.awt import Reden
from eloket.zaken.termijnen.duur import Duur
from eloket.zaken.termijnen.feestdagen import DAG, ZATERDAG, days_between, find_feestdag
from eloket.zaken.termijnen.feiten import Termijnbron
from eloket.zaken.termijnen.regel import Aanleiding
from eloket.zaken.termijnen.stap import Regel, Stap

_START: Mapping[Aanleiding, Promise] = {
    Aanleiding.ONTVANGST: gettext_lazy(
        "De gemeente kreeg dit op %(van)s. De dag daarna is dag 1 van de termijn."
    ),
    Aanleiding.BEKENDMAKING: gettext_lazy(
        "Het besluit is bekendgemaakt op %(van)s. De dag daarna is dag 1 van de termijn."
    ),
    Aanleiding.EINDE_BEZWAARTERMIJN: gettext_lazy(
        "Bezwaar maken kon tot en met %(van)s. De dag daarna is dag 1 van de termijn."
    ),
    Aanleiding.INGEBREKESTELLING: gettext_lazy(
        "De gemeente was te laat en kreeg op %(van)s een ingebrekestelling."
        " De dag daarna is dag 1 van de termijn."
    ),
    Aanleiding.EINDE_DWANGSOM: gettext_lazy(
        "De laatste dag waarover de gemeente moet betalen, is %(van)s. De dag daarna is dag 1 van de termijn."
    ),
    Aanleiding.EINDE_HERSTELTERMIJN: gettext_lazy(
        "Aanvullen kon tot en met %(van)s, of gebeurde toen. De dag daarna is dag 1 van de termijn."
    ),
    Aanleiding.GEBEURTENIS: gettext_lazy(
        "Het gaat om wat op %(van)s gebeurt. Vanaf die dag tellen we terug."
    ),
}
_DUUR: Mapping[Termijnbron, Promise] = {
    Termijnbron.WET: gettext_lazy("De termijn in de wet is %(duur)s. Dat is tot en met %(tot)s."),
    Termijnbron.VERORDENING: gettext_lazy(
        "De termijn in de regels van de gemeente is %(duur)s. Dat is tot en met %(tot)s."
    ),
    Termijnbron.DIENSTNORM: gettext_lazy(
        "De gemeente wil binnen %(duur)s klaar zijn. Dat is tot en met %(tot)s."
    ),
}
_SCHUIFT_NIET: Mapping[Reden, Promise] = {
    Reden.UREN: gettext_lazy(
        "%(dag)s. De datum blijft toch zo: een termijn in uren schuift niet op naar een werkdag."
    ),
    Reden.TE_LANG: gettext_lazy(
        "%(dag)s. De datum blijft toch zo: een termijn van meer dan 12 weken of 3 maanden schuift niet op."
    ),
    Reden.VERORDENING: gettext_lazy(
        "%(dag)s. De datum blijft toch zo: een termijn van de gemeente zelf schuift niet op naar een werkdag."
    ),
    Reden.DIENSTNORM: gettext_lazy(
        "%(dag)s. De datum blijft toch zo: dit is wat de gemeente belooft, geen termijn uit de wet."
    ),
    Reden.TERUG: gettext_lazy("%(dag)s. De datum blijft toch zo: wie terugtelt, schuift niet op."),
}
_REST: Mapping[Regel, Promise] = {
    Regel.TERUG: gettext_lazy("%(duur)s daarvoor is %(tot)s."),
    Regel.OPSCHORTING: gettext_lazy(
        "Van %(eerste)s tot en met %(laatste)s telt de tijd niet mee. De datum wordt %(tot)s."
    ),
    Regel.OPSCHORTING_LOOPT: gettext_lazy(
        "Vanaf %(eerste)s staat de klok stil. Loopt de klok vandaag weer, dan wordt de datum %(tot)s."
        " Voor elke dag dat het langer duurt, komt er een dag bij."
    ),
    Regel.OPSCHORTING_DUBBEL: gettext_lazy(
        "Op %(eerste)s is nog een keer gezegd dat de klok stilstaat. Die dagen telden al niet mee."
    ),
    Regel.OPSCHORTING_LEEG: gettext_lazy(
        "Vanaf %(eerste)s zou de klok stilstaan. Dat was niet meer nodig. Daarom komt er geen tijd bij."
    ),
    Regel.OPSCHORTING_TE_LAAT: gettext_lazy(
        "Op %(eerste)s was de termijn al voorbij. Daarom komt er geen tijd bij."
    ),
    Regel.VERLENGING: gettext_lazy(
        "Op %(eerste)s liet de gemeente weten dat zij %(duur)s meer tijd neemt. De datum wordt %(tot)s."
    ),
    Regel.VERLENGING_TWEEDE: gettext_lazy(
        "Op %(eerste)s nam de gemeente nog een keer meer tijd. Dat mag maar één keer."
        " De datum blijft daarom %(tot)s."
    ),
    Regel.VERLENGING_TE_LAAT: gettext_lazy(
        "Op %(eerste)s nam de gemeente meer tijd. Toen was de termijn al voorbij."
        " De datum blijft daarom %(tot)s."
    ),
    Regel.WERKDAG: gettext_lazy(
        "Een termijn uit de wet eindigt niet op een zaterdag, zondag of feestdag."
        " Wij slaan over: %(overgeslagen)s. De datum wordt %(tot)s."
    ),
    Regel.TWEE_WERKDAGEN: gettext_lazy("In deze termijn horen minstens 2 werkdagen. De datum wordt %(tot)s."),
    Regel.JAAR_ONBEKEND: gettext_lazy(
        "Welke dagen in %(jaar)s tellen als extra feestdag, is nog niet bekend."
        " Daarom kan de datum nog een dag later worden dan %(tot)s."
    ),
    Regel.STORING: gettext_lazy(
        "Van %(eerste)s tot en met %(laatste)s was er een storing."
        " Daarom is er meer tijd: tot en met %(tot)s."
    ),
    Regel.HERSTELTERMIJN: gettext_lazy(
        "Op %(van)s vroegen wij u om meer informatie. Antwoorden kon tot en met %(tot)s."
    ),
    Regel.REGISTER: gettext_lazy(
        "Bij deze zaak staat %(tot)s. Dat is de datum die geldt. Bel ons als u wilt weten waarom."
    ),
    Regel.DWANGSOM_BEGINT: gettext_lazy(
        "Is er dan nog geen besluit, dan moet de gemeente betalen voor elke dag vanaf %(tot)s."
    ),
    Regel.DWANGSOM_EINDIGT: gettext_lazy(
        "Dat duurt ten hoogste 42 dagen: tot en met %(tot)s. Weekenden en feestdagen tellen mee."
    ),
}


def explain(stap: Stap) -> str:
    """What this step says, in one or a few short sentences. The reason that somebody gave is `stap.feit`."""
    return str(_sentence(stap)) % _facts(stap)


def spell_dag(dag: date) -> str:
    """`woensdag 5 mei 2027`."""
    return date_format(dag, "l j F Y")


def spell_duur(duur: Duur) -> str:
    """`8 weken`, `1 maand en 10 dagen`."""
    weken, dagen = divmod(duur.dagen, 7) if duur.dagen % 7 == 0 else (0, duur.dagen)
    parts = [
        ngettext("%(n)s jaar", "%(n)s jaar", duur.jaren) % {"n": duur.jaren} if duur.jaren else "",
        ngettext("%(n)s maand", "%(n)s maanden", duur.maanden) % {"n": duur.maanden} if duur.maanden else "",
        ngettext("%(n)s week", "%(n)s weken", weken) % {"n": weken} if weken else "",
        ngettext("%(n)s dag", "%(n)s dagen", dagen) % {"n": dagen} if dagen else "",
        ngettext("%(n)s uur", "%(n)s uur", duur.uren) % {"n": duur.uren} if duur.uren else "",
    ]
    return _(" en ").join(filter(None, parts))


def _sentence(stap: Stap) -> Promise:
    if stap.regel is Regel.START:
        return _START[stap.aanleiding or Aanleiding.ONTVANGST]
    if stap.regel is Regel.DUUR:
        return _DUUR[stap.bron]
    if stap.regel is Regel.SCHUIFT_NIET:
        return _SCHUIFT_NIET[stap.reden or Reden.DIENSTNORM]
    return _REST[stap.regel]


def _facts(stap: Stap) -> Mapping[str, str]:
    eerste, laatste = stap.eerste or stap.van, stap.laatste or stap.tot
    return {
        "van": spell_dag(stap.van),
        "tot": spell_dag(stap.tot),
        "eerste": spell_dag(eerste),
        "laatste": spell_dag(laatste),
        "duur": spell_duur(stap.duur) if stap.duur else "",
        "jaar": str(stap.tot.year),
        "dag": _what_is(stap.tot),
        "overgeslagen": _list_skipped(eerste, laatste) if stap.regel is Regel.WERKDAG else "",
    }


def _list_skipped(eerste: date, laatste: date) -> str:
    return ", ".join(_short(dag) for dag in days_between(eerste, laatste + DAG))


def _short(dag: date) -> str:
    """`woensdag 5 mei (Bevrijdingsdag)`; a Saturday or Sunday explains itself."""
    words = date_format(dag, "l j F")
    feestdag = find_feestdag(dag)
    return words if feestdag is None or dag.weekday() >= ZATERDAG else f"{words} ({feestdag.label})"


def _what_is(dag: date) -> str:
    feestdag = find_feestdag(dag)
    if feestdag is None:
        return spell_dag(dag).capitalize()
    return _("%(dag)s is een feestdag (%(naam)s)") % {
        "dag": spell_dag(dag).capitalize(),
        "naam": feestdag.label,
    }
