"""Who comes, for what and how to reach them, in words for an employee."""

from django.utils.translation import gettext as _

from eloket.afspraken.models import Afspraak
from eloket.afspraken.services.gegevens import (
    Bedrijfsgegevens,
    Contactgegevens,
    read_bedrijf,
    read_bezoekers,
    read_contact,
)

Feiten = list[tuple[str, str]]


def tell_regels(row: Afspraak) -> str:
    """ "Paspoort aanvragen × 4, Rijbewijs aanvragen"; asks for `regels__soort`."""
    return ", ".join(
        f"{regel.soort.naam} × {regel.personen}" if regel.personen > 1 else regel.soort.naam
        for regel in row.regels.all()
    )


def tell_wie(row: Afspraak) -> str:
    """The name, and of a business that too; "" when it was emptied."""
    names = [(row.contact or {}).get("naam", ""), (row.bedrijf or {}).get("naam", "")]
    return ", ".join(name for name in names if name)


def tell_contact(row: Afspraak) -> Feiten:
    """Who comes and how to reach them, each with its label; only what was filled in."""
    contact, bedrijf = read_contact(row.contact), read_bedrijf(row.bedrijf)
    rows = [(_("Naam"), tell_wie(row))]
    rows += _tell_person(contact) if contact else []
    rows += _tell_business(bedrijf) if bedrijf else []
    rows.append((_("Komt mee"), ", ".join(each.naam for each in read_bezoekers(row.bezoekers))))
    return [(label, value) for label, value in rows if value]


def _tell_person(contact: Contactgegevens) -> Feiten:
    return [
        (_("Telefoon"), contact.telefoon),
        (_("E-mail"), contact.email),
        (_("Adres"), ", ".join(contact.adres)),
        (_("Hulp nodig bij"), contact.hulp),
        (_("Opmerking"), contact.opmerking),
    ]


def _tell_business(bedrijf: Bedrijfsgegevens) -> Feiten:
    return [
        (_("KvK-nummer"), bedrijf.kvk),
        (_("Vestigingsnummer"), bedrijf.vestiging),
        (_("Adres van het bedrijf"), ", ".join(bedrijf.adres)),
        (_("Onderwerp"), bedrijf.onderwerp),
        (_("Namens"), bedrijf.namens),
    ]
