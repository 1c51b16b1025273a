"""One long text divided over the questions of a product, by its headings."""

import re

from eloket.producten.overname.opmaak import clean_html

# The field: how catalogues tend to head it. The first that fits counts.
KOPPEN = {
    "geen_reactie": r"(wat als|als) (u|wij) (niets|niet|geen)|geen reactie",
    "bezwaar": r"bezwaar|beroep|(bent u het er )?niet (mee )?eens",
    "termijn": r"hoe lang|termijn|doorlooptijd|wanneer krijg|hoe snel",
    "kosten": r"kosten|wat kost|tarie(f|ven)|prij(s|zen)|leges",
    "voor_wie": r"voor wie|voorwaarden|wie kan|wanneer kom",
    "bewijs": r"meenemen|meesturen|wat (hebt|heeft) u nodig|nodig|bewijs|benodigd",
    "hoe": r"hoe |aanpak|aanvragen|zo (regelt|werkt|vraagt)|regelen|werkwijze|stappen",
    "contact": r"contact|meer informatie",
    "wat": r"wat is|omschrijving|beschrijving|inhoud|algemeen|inleiding|uitleg",
}
KOP = re.compile(r"<h3>(.*?)</h3>")


def divide(html: str) -> dict[str, str]:
    """Field to clean HTML. What stands under no heading that we know, stays with what came before it."""
    pieces = KOP.split(html)
    fields: dict[str, str] = {}
    current = "wat"
    _add(fields, current, pieces[0])
    for kop, text in zip(pieces[1::2], pieces[2::2], strict=True):
        found = _field(kop)
        current = found or current
        _add(fields, current, text if found and current not in fields else f"<h3>{kop}</h3>{text}")
    return {name: clean_html(text).html for name, text in fields.items() if text}


def _add(fields: dict[str, str], name: str, text: str) -> None:
    if text.strip():
        fields[name] = fields.get(name, "") + text


def _field(kop: str) -> str:
    words = re.sub(r"<[^>]+>", "", kop).lower().strip()
    return next((name for name, pattern in KOPPEN.items() if re.match(pattern, f"{words} ")), "")
