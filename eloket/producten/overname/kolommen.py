"""The columns of a table with products: what each holds, and how it is read.

The names are documented for redacteuren in docs/overnemen.md; a test compares.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from eloket.accounts.services import Niveau
from eloket.producten.models.antwoorden import Kostensoort, Termijneenheid, Termijnsoort
from eloket.producten.models.productbeheer import Identificatiesoort
from eloket.producten.models.productdelen import Kanaal
from eloket.producten.overname.aanbod import Aangeboden, Upn
from eloket.producten.overname.doelgroepen import read_doelgroep

Lezer = Callable[[Aangeboden, str], None]

# Other headings that people give to the same column.
ANDERS = {
    "naam": "titel", "productnaam": "titel", "title": "titel", "korte_omschrijving": "samenvatting",
    "abstract": "samenvatting", "omschrijving": "wat", "wat_is_het": "wat", "voorwaarden": "voor_wie",
    "voor_wie_is_het": "voor_wie", "hoe_regelt_u_het": "hoe", "aanvragen": "hoe", "wat_kost_het": "kosten",
    "hoe_lang_duurt_het": "termijn", "trefwoorden": "synoniemen", "andere_woorden": "synoniemen",
    "upl": "upn", "uniforme_productnaam": "upn", "uniforme_productnamen": "upn", "upn_uri": "upn",
    "thema": "themas", "levensgebeurtenis": "levensgebeurtenissen", "identificatie": "id", "kenmerk": "id",
    "productid": "id", "adres": "url", "identifier": "url", "aanvraagurl": "aanvraag_url",
    "online": "elektronisch", "telefoon": "telefonisch", "post": "schriftelijk", "balie": "persoonlijk",
    "bedrag": "kosten_kort", "prijs": "kosten_kort", "kosten_in_het_kort": "kosten_kort",
    "tarief": "tarieven", "formulier": "formulieren", "afspraaksoort": "afspraaksoorten",
    "wat_hebt_u_nodig": "bewijs", "meenemen": "bewijs", "organisatie": "verantwoordelijke",
    "authority": "verantwoordelijke", "inloggen": "identificatie", "notitie_kcc": "desk_memo",
    "deskmemo": "desk_memo", "bezwaar_en_beroep": "bezwaar", "opnieuw_nakijken_op": "herzien_op",
}  # fmt: skip
MAANDEN = [
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
    "november", "december",
]  # fmt: skip
EENHEDEN = {
    **{name.value: name for name in Termijneenheid},
    "werkdag": Termijneenheid.WERKDAGEN, "dag": Termijneenheid.DAGEN, "week": Termijneenheid.WEKEN,
    "maand": Termijneenheid.MAANDEN, "direct klaar": Termijneenheid.DIRECT,
    "geen termijn": Termijneenheid.GEEN,
}  # fmt: skip
NIVEAUS = {
    name.name.lower(): name.value for name in (Niveau.BASIS, Niveau.MIDDEN, Niveau.SUBSTANTIEEL, Niveau.HOOG)
}
TERM = re.compile(r"(?:binnen )?(\d{1,4}) ([a-z]+)", re.I)
AMOUNT = re.compile(r"(?:€|eur|euro)?\s*(\d{1,3}(?:\.\d{3})+|\d{1,7})(?:[,.](\d{2}|-))?\s*(?:euro)?", re.I)


def normalise(kop: str) -> str:
    """The name of a column, however it was typed."""
    name = re.sub(r"[^a-z0-9]+", "_", kop.lower().strip().replace("’", "").replace("'", "")).strip("_")
    return ANDERS.get(name, name)


def read_row(nummer: int, cells: Mapping[str, str]) -> Aangeboden:
    """One row; `cells` by normalised name, without empty ones and unknown columns."""
    aanbod = Aangeboden(nummer)
    for name, text in cells.items():
        KOLOMMEN[name](aanbod, text)
    return aanbod


def split_words(text: str) -> list[str]:
    """Several things in one cell: by | or ; or on lines of their own."""
    return [part.strip() for part in re.split(r"[|;\n]", text) if part.strip()]


def read_amount(text: str) -> str:
    """An amount as we write it, from "18.30", "€ 1.250" or "12,-"; other text stays as it is."""
    found = AMOUNT.fullmatch(text.strip())
    if not found:
        return text.strip()
    whole, cents = found.group(1).replace(".", ""), found.group(2) or "00"
    amount = Decimal(f"{whole}.{cents.replace('-', '00')}")
    if not amount:
        return _("gratis")
    return "€ " + f"{amount:,.2f}".replace(",", " ").replace(".", ",").replace(" ", ".")


def read_date(text: str) -> date | None:
    """A day as 2026-01-31, 31-01-2026, 31/1/2026 or 31 januari 2026."""
    words = (
        text.strip().lower().split("t")[0] if re.match(r"\d{4}-\d", text.strip()) else text.strip().lower()
    )
    named = re.fullmatch(r"(\d{1,2}) ([a-z]+) (\d{4})", words)
    if named and named.group(2) in MAANDEN:
        words = f"{named.group(1)}-{MAANDEN.index(named.group(2)) + 1}-{named.group(3)}"
    parts = re.fullmatch(r"(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})", words.split(" ")[0])
    if not parts:
        return None
    first, month, last = (int(part) for part in parts.groups())
    try:
        return date(first, month, last) if first > 31 else date(last, month, first)
    except ValueError:
        return None


# --- The readers -----


def _set(name: str) -> Lezer:
    def read(aanbod: Aangeboden, text: str) -> None:
        setattr(aanbod, name, text.strip())

    return read


def _words(name: str) -> Lezer:
    def read(aanbod: Aangeboden, text: str) -> None:
        setattr(aanbod, name, split_words(text))

    return read


def _rich(name: str) -> Lezer:
    def read(aanbod: Aangeboden, text: str) -> None:
        aanbod.teksten[name] = text

    return read


def _plain(name: str) -> Lezer:
    def read(aanbod: Aangeboden, text: str) -> None:
        aanbod.waarden[name] = text.strip()

    return read


def _kanaal(kanaal: Kanaal) -> Lezer:
    def read(aanbod: Aangeboden, text: str) -> None:
        aanbod.kanalen[kanaal] = text

    return read


def _choice(name: str, choices: Mapping[str, Any]) -> Lezer:
    def read(aanbod: Aangeboden, text: str) -> None:
        found = choices.get(text.strip().lower())
        if found is None:
            _refuse(aanbod, name, text)
        else:
            aanbod.waarden[name] = found

    return read


def _wijzer(name: str) -> Lezer:
    def read(aanbod: Aangeboden, text: str) -> None:
        aanbod.wijzers[name] = split_words(text)

    return read


def _id(aanbod: Aangeboden, text: str) -> None:
    aanbod.kenmerk = f"id:{text.strip()}"


def _upn(aanbod: Aangeboden, text: str) -> None:
    parts = split_words(text)
    aanbod.upns = [Upn(uri=part) if "://" in part else Upn(naam=part) for part in parts]


def _doelgroep(aanbod: Aangeboden, text: str) -> None:
    found, unknown = (
        read_doelgroep([text])
        if read_doelgroep([text])[0]
        else read_doelgroep(re.split(r"[|;,\n/]| en ", text))
    )
    if found:
        aanbod.waarden["doelgroep"] = found
    for word in unknown:
        _refuse(aanbod, "doelgroep", word)


def _synoniemen(aanbod: Aangeboden, text: str) -> None:
    aanbod.waarden["synoniemen"] = "\n".join(
        part.strip() for part in re.split(r"[|;,\n]", text) if part.strip()
    )


def _kosten_kort(aanbod: Aangeboden, text: str) -> None:
    """ "gratis", an amount, or what it depends on. An amount belongs in the tarieventabel."""
    amount = read_amount(text)
    if amount.lower() in ("gratis", str(_("gratis"))):
        aanbod.waarden["kosten_soort"] = Kostensoort.GRATIS
        return
    aanbod.waarden |= {"kosten_soort": Kostensoort.VERSCHILT, "kosten_kort": amount}
    if amount.startswith("€ "):
        aanbod.meldingen.append(
            _("Zet het bedrag %(bedrag)s in de tarieventabel en kies het daar.") % {"bedrag": amount}
        )


def _termijn(aanbod: Aangeboden, text: str) -> None:
    """ "8 weken" is a number and a unit; anything else is explanation."""
    short = " ".join(text.lower().split())
    found = TERM.fullmatch(short)
    if found and found.group(2) in EENHEDEN:
        _aantal(aanbod, found.group(1))
        aanbod.waarden["termijn_eenheid"] = EENHEDEN[found.group(2)]
    elif short in ("direct", "direct klaar", "geen", "geen termijn"):
        aanbod.waarden["termijn_eenheid"] = EENHEDEN[short]
    else:
        aanbod.teksten["termijn"] = text


def _aantal(aanbod: Aangeboden, text: str) -> None:
    if re.fullmatch(r"[0-9]{1,4}", text.strip()) and int(text) > 0:
        aanbod.waarden["termijn_aantal"] = int(text)
    else:
        _refuse(aanbod, "termijn_aantal", text)


def _dag(name: str) -> Lezer:
    def read(aanbod: Aangeboden, text: str) -> None:
        if found := read_date(text):
            aanbod.waarden[name] = found
        else:
            _refuse(aanbod, name, text)

    return read


def _aanvraag_url(aanbod: Aangeboden, text: str) -> None:
    aanbod.waarden["online"] = text.strip()


def _refuse(aanbod: Aangeboden, kolom: str, text: str) -> None:
    aanbod.meldingen.append(
        _("Kolom %(kolom)s: met “%(tekst)s” kunnen wij niets. Dit is leeg gelaten.")
        % {"kolom": kolom, "tekst": text.strip()[:60]}
    )


KOLOMMEN: dict[str, Lezer] = {
    "id": _id,
    "url": _set("url"),
    "titel": _set("titel"),
    "slug": _set("slug"),
    "samenvatting": _set("samenvatting"),
    "doelgroep": _doelgroep,
    "upn": _upn,
    "themas": _words("themas"),
    "levensgebeurtenissen": _words("levensgebeurtenissen"),
    "synoniemen": _synoniemen,
    "inhoud": _rich("inhoud"),
    "wat": _rich("wat"),
    "voor_wie": _rich("voor_wie"),
    "bewijs": _rich("bewijs"),
    "hoe": _rich("hoe"),
    "elders_naam": _plain("elders_naam"),
    "elders_url": _plain("elders_url"),
    "kosten_soort": _choice("kosten_soort", {name.value: name for name in Kostensoort}),
    "tarieven": _wijzer("tarieven"),
    "kosten_kort": _kosten_kort,
    "kosten": _rich("kosten"),
    "termijn": _termijn,
    "termijn_aantal": _aantal,
    "termijn_eenheid": _choice("termijn_eenheid", EENHEDEN),
    "termijn_soort": _choice("termijn_soort", {name.value: name for name in Termijnsoort}),
    "termijn_grondslag": _plain("termijn_grondslag"),
    "geen_reactie": _rich("geen_reactie"),
    "bezwaar": _rich("bezwaar"),
    "contact": _rich("contact"),
    "persoonlijk": _kanaal(Kanaal.PERSOONLIJK),
    "telefonisch": _kanaal(Kanaal.TELEFOON),
    "schriftelijk": _kanaal(Kanaal.SCHRIFTELIJK),
    "elektronisch": _kanaal(Kanaal.ELEKTRONISCH),
    "aanvraag_url": _aanvraag_url,
    "formulieren": _wijzer("formulieren"),
    "afspraaksoorten": _wijzer("afspraaksoorten"),
    "identificatie": _choice("identificatie", {name.value: name for name in Identificatiesoort}),
    "niveau": _choice("niveau", NIVEAUS),
    "niveau_motief": _plain("niveau_motief"),
    "verantwoordelijke": _wijzer("verantwoordelijke"),
    "bevoegde": _wijzer("bevoegde"),
    "desk_memo": _rich("desk_memo"),
    "gecontroleerd_op": _dag("gecontroleerd_op"),
    "herzien_op": _dag("herzien_op"),
}
