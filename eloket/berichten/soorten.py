"""Every kind of message that there is: its own words, what may stand in it, and what it is by law.

The words here are the default. A redacteur may write others (`models.Berichtsjabloon`), with the same
variables: a mail is a postcard, so most kinds do not even know what the zaak is about.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# A variable in a text → the key in what a caller gives. `gemeente` and `telefoon` come from the settings of
# the site; `knop` is the place of the button.
GEGEVENS = {
    "nummer": "reference",
    "product": "product",
    "datum": "date",
    "code": "code",
    "tijd": "time",
    "plaats": "place",
    "meenemen": "bring",
    "door": "by",
}
OVERAL = frozenset({"gemeente", "telefoon", "knop"})


class Aard(TextChoices):
    """What a message is by law. The last two are formal: digital only for who agreed to that (Awb 2:8)."""

    BERICHT = "bericht", _("bericht")
    VERZOEK = "verzoek", _("vraag aan u")
    BESLUIT = "besluit", _("besluit")

    @property
    def formeel(self) -> bool:
        return self is not Aard.BERICHT


class Voor(TextChoices):
    """Who reads it: somebody about what is theirs, somebody who asked for a mail, or an employee.

    The first two are about what stands in Mijn zaken, and reach people as they chose there.
    """

    ZAAK = "zaak", _("over een zaak")
    PRODUCT = "product", _("over een document")
    AFSPRAAK = "afspraak", _("over een afspraak")
    FORMULIER = "formulier", _("over een formulier")
    COLLEGA = "collega", _("voor collega's")


@dataclass(frozen=True, slots=True)
class Soort:
    """`alineas` are paragraphs; `bijlage` is a line that is there only when a file goes along.

    `direct`: it follows at once on something that was sent, and goes to the address that was given there,
    whatever somebody chose for news.
    """

    naam: str
    titel: Promise
    onderwerp: Promise
    alineas: tuple[Promise | str, ...]
    knop: Promise | None = None
    bijlage: Promise | None = None
    variabelen: frozenset[str] = frozenset()
    aard: Aard = Aard.BERICHT
    voor: Voor = Voor.ZAAK
    direct: bool = False

    @property
    def tekst(self) -> str:
        """The default words in the language of now, paragraphs apart by an empty line."""
        return "\n\n".join(map(str, self.alineas))

    @property
    def toegestaan(self) -> frozenset[str]:
        return self.variabelen | OVERAL

    @property
    def heeft_nummer(self) -> bool:
        """Is it about a thing with a number? Then what becomes of it is proven, and a letter can follow."""
        return self.in_mijn_zaken or self.voor == Voor.AFSPRAAK

    @property
    def in_mijn_zaken(self) -> bool:
        """Can whom it is for read more of it in Mijn zaken?"""
        return self.voor in (Voor.ZAAK, Voor.PRODUCT)


LEZER, COLLEGA = _("Beste lezer,"), _("Beste collega,")
NIET_WAT = _("In deze e-mail staat niet wat. Zo kan niemand anders dat lezen.")
WAS_U_DIT_NIET = _("Was u dit niet? Dan hoeft u niets te doen.")
CODE_WERKT_TOT = _("De code werkt tot {datum} uur. Geef hem aan niemand anders.")
BEKIJK_ZAAK = _("Log in en bekijk uw zaak")
BEKIJK_PRODUCT = _("Log in en bekijk uw document")
NUMMER = frozenset({"nummer"})
AFSPRAAK = _("Wanneer: {datum}, {tijd}\nWaar: {plaats}\nAfspraaknummer: {nummer}\nGemaakt door: {door}")
NEEM_MEE = _("Neem mee: {meenemen}")
ZELF_WIJZIGEN = _("{knop}\nKunt u niet komen? Dan kunt u de afspraak daar ook verzetten of annuleren.")
BEKIJK_AFSPRAAK = _("Bekijk uw afspraak")


def _zaak(naam: str, titel: Promise, nieuws: Promise, *, aard: Aard = Aard.BERICHT) -> Soort:
    """News about a zaak: that there is news, never which."""
    return Soort(
        naam=naam,
        titel=titel,
        onderwerp=_("Er is nieuws over uw zaak ({nummer})"),
        alineas=(LEZER, nieuws, NIET_WAT),
        knop=BEKIJK_ZAAK,
        variabelen=NUMMER,
        aard=aard,
    )


def _product(naam: str, titel: Promise, nieuws: Promise, *slot: Promise, aard: Aard = Aard.BERICHT) -> Soort:
    """News about an issued product: under its code, and never what it is."""
    return Soort(
        naam=naam,
        titel=titel,
        onderwerp=_("Er is nieuws over uw document ({nummer})"),
        alineas=(LEZER, nieuws, *slot, NIET_WAT),
        knop=BEKIJK_PRODUCT,
        variabelen=frozenset({"nummer", "datum"}),
        aard=aard,
        voor=Voor.PRODUCT,
    )


def _afspraak(
    naam: str,
    titel: Promise,
    onderwerp: Promise,
    nieuws: Promise,
    *slot: Promise | str,
    knop: Promise = BEKIJK_AFSPRAAK,
    bijlage: Promise | None = None,
) -> Soort:
    """When and where, and never what for: that stands behind the link."""
    return Soort(
        naam=naam,
        titel=titel,
        onderwerp=onderwerp,
        alineas=(LEZER, nieuws, AFSPRAAK, *slot),
        knop=knop,
        bijlage=bijlage,
        variabelen=frozenset({"nummer", "datum", "tijd", "plaats", "meenemen", "door"}),
        voor=Voor.AFSPRAAK,
        direct=True,
    )


def _code(naam: str, titel: Promise, vraag: Promise) -> Soort:
    return Soort(
        naam=naam,
        titel=titel,
        onderwerp=_("Uw code voor een formulier"),
        alineas=(LEZER, vraag, "{code}", CODE_WERKT_TOT, _("Formulier: {product}"), WAS_U_DIT_NIET),
        variabelen=frozenset({"code", "product", "datum"}),
        voor=Voor.FORMULIER,
    )


SOORTEN: dict[str, Soort] = {
    soort.naam: soort
    for soort in (
        Soort(
            naam="aanvraag_ontvangen",
            titel=_("Aanvraag ontvangen"),
            onderwerp=_("Wij hebben uw aanvraag ontvangen ({nummer})"),
            alineas=(
                LEZER,
                _("Wij hebben uw aanvraag ontvangen. U hoeft nu niets te doen."),
                _("Uw nummer: {nummer}\nAanvraag: {product}\nOntvangen op: {datum}"),
                _("{knop}\nVoor uw veiligheid moet u daar soms eerst inloggen."),
            ),
            knop=_("Bekijk uw aanvraag"),
            bijlage=_("Wat u hebt ingevuld, zit als bijlage bij deze e-mail."),
            variabelen=frozenset({"nummer", "product", "datum"}),
            direct=True,
        ),
        _zaak("zaak_status", _("Nieuwe status"), _("Er is iets veranderd in uw zaak met nummer {nummer}.")),
        _zaak(
            "zaak_aanvulling",
            _("Om aanvulling gevraagd"),
            _("Wij hebben meer van u nodig voor uw zaak met nummer {nummer}."),
            aard=Aard.VERZOEK,
        ),
        _zaak(
            "zaak_zienswijze",
            _("Om zienswijze gevraagd"),
            _("Wij vragen wat u vindt van wat wij willen besluiten in uw zaak met nummer {nummer}."),
            aard=Aard.VERZOEK,
        ),
        _zaak(
            "zaak_opgeschort",
            _("Klok staat stil"),
            _("De behandeling van uw zaak met nummer {nummer} staat stil."),
        ),
        _zaak(
            "zaak_hervat",
            _("Klok loopt weer"),
            _("Wij gaan verder met uw zaak met nummer {nummer}."),
        ),
        _zaak(
            "zaak_verlengd",
            _("Meer tijd genomen"),
            _("Wij hebben meer tijd nodig voor uw zaak met nummer {nummer}."),
        ),
        _zaak(
            "zaak_besluit",
            _("Besluit bekendgemaakt"),
            _("Er is een besluit in uw zaak met nummer {nummer}."),
            aard=Aard.BESLUIT,
        ),
        _zaak("zaak_gesloten", _("Zaak gesloten"), _("Uw zaak met nummer {nummer} is klaar.")),
        _product(
            "product_uitgegeven",
            _("Document uitgegeven"),
            _("Uw document met code {nummer} staat voor u klaar in Mijn zaken."),
        ),
        _product(
            "product_verlengd",
            _("Document verlengd"),
            _("Uw document is verlengd. Het nieuwe document heeft code {nummer}."),
            _("Gebruik vanaf nu het nieuwe document. De code van het oude document is niet meer geldig."),
        ),
        _product(
            "product_gewijzigd",
            _("Document gewijzigd"),
            _("Uw document is gewijzigd. Het nieuwe document heeft code {nummer}."),
            _("Gebruik vanaf nu het nieuwe document. De code van het oude document is niet meer geldig."),
        ),
        _product(
            "product_herinnering",
            _("Document verloopt bijna"),
            _("Uw document met code {nummer} geldt nog tot en met {datum}."),
            _("Wilt u het langer houden? Verleng het dan voor die dag in Mijn zaken."),
        ),
        _product(
            "product_verlopen",
            _("Document verlopen"),
            _("Uw document met code {nummer} is verlopen. Het geldt niet meer."),
        ),
        _product(
            "product_geschorst",
            _("Document tijdelijk stopgezet"),
            _("Wij hebben besloten dat uw document met code {nummer} voorlopig niet geldt."),
            aard=Aard.BESLUIT,
        ),
        _product(
            "product_hervat",
            _("Document geldt weer"),
            _("Uw document met code {nummer} geldt weer."),
        ),
        _product(
            "product_ingetrokken",
            _("Document ingetrokken door de gemeente"),
            _("Wij hebben besloten uw document met code {nummer} in te trekken. Het geldt niet meer."),
            aard=Aard.BESLUIT,
        ),
        _product(
            "product_beeindigd",
            _("Document beëindigd door de houder"),
            _("Uw document met code {nummer} is op uw verzoek beëindigd. Het geldt niet meer."),
            _("Hebt u dit niet gevraagd? Bel ons dan meteen."),
        ),
        Soort(
            naam="bestand_geweigerd",
            titel=_("Bestand geweigerd door de virusscanner"),
            onderwerp=_("Een bestand bij uw aanvraag konden wij niet gebruiken ({nummer})"),
            alineas=(
                LEZER,
                _(
                    "U stuurde ons een bestand mee met uw aanvraag. In dat bestand zat misschien een virus. "
                    "Daarom hebben wij het weggegooid. Uw aanvraag zelf is er gewoon."
                ),
                _(
                    "Laat uw apparaat controleren. Neem daarna contact met ons op: dan spreken wij af hoe u "
                    "het bestand opnieuw stuurt."
                ),
                _("Uw nummer: {nummer}\nAanvraag: {product}"),
            ),
            variabelen=frozenset({"nummer", "product"}),
            direct=True,
        ),
        _afspraak(
            "afspraak_bevestigd",
            _("Afspraak gemaakt"),
            _("De afspraak op {datum} staat vast ({nummer})"),
            _("De afspraak bij {gemeente} staat vast."),
            NEEM_MEE,
            ZELF_WIJZIGEN,
            bijlage=_("Met de bijlage zet u de afspraak in uw agenda."),
        ),
        _afspraak(
            "afspraak_gewijzigd",
            _("Afspraak verzet"),
            _("De afspraak is verzet naar {datum} ({nummer})"),
            _("De afspraak bij {gemeente} is verzet. Dit is de nieuwe tijd:"),
            NEEM_MEE,
            ZELF_WIJZIGEN,
            bijlage=_("Met de bijlage zet u de nieuwe tijd in uw agenda."),
        ),
        _afspraak(
            "afspraak_geannuleerd",
            _("Afspraak geannuleerd"),
            _("De afspraak op {datum} is geannuleerd ({nummer})"),
            _("De afspraak bij {gemeente} is geannuleerd. U hoeft niet te komen. Dit was de afspraak:"),
            "{knop}",
            knop=_("Maak een nieuwe afspraak"),
            bijlage=_("Met de bijlage haalt u de afspraak uit uw agenda."),
        ),
        _afspraak(
            "afspraak_herinnering",
            _("Herinnering aan een afspraak"),
            _("Herinnering: uw afspraak op {datum} ({nummer})"),
            _("U hebt binnenkort een afspraak bij {gemeente}."),
            NEEM_MEE,
            ZELF_WIJZIGEN,
        ),
        Soort(
            naam="formulier_link",
            titel=_("Link naar een bewaard formulier"),
            onderwerp=_("Uw bewaarde formulier"),
            alineas=(
                LEZER,
                _(
                    "Iemand vulde dit e-mailadres in om later verder te gaan met een formulier. Was u dat? "
                    "Gebruik dan deze link:"
                ),
                "{knop}",
                _("U krijgt daarna een code op dit e-mailadres. Zonder die code ziet niemand uw antwoorden."),
                _("Formulier: {product}\nWij bewaren het tot: {datum}"),
                WAS_U_DIT_NIET,
            ),
            knop=_("Ga verder met uw formulier"),
            variabelen=frozenset({"product", "datum"}),
            voor=Voor.FORMULIER,
        ),
        _code(
            "formulier_hervatten",
            _("Code om verder te gaan met een formulier"),
            _(
                "Iemand wil verder met een formulier dat met dit e-mailadres is bewaard. Was u dat? Typ dan "
                "deze code over:"
            ),
        ),
        _code(
            "formulier_bevestigen",
            _("Code om een e-mailadres te bevestigen in een formulier"),
            _("Iemand vulde dit e-mailadres in op een formulier van ons. Was u dat? Typ dan deze code over:"),
        ),
        Soort(
            naam="formulier_verloopt",
            titel=_("Bewaard formulier verloopt bijna"),
            onderwerp=_("Wij verwijderen uw bewaarde formulier"),
            alineas=(
                LEZER,
                _(
                    "U bewaarde een formulier om later verder te gaan. Op {datum} verwijderen wij het. Wilt "
                    "u het nog versturen? Doe dat dan voor die dag."
                ),
                _("Formulier: {product}"),
                "{knop}",
                _("Hoeft het niet meer? Dan hoeft u niets te doen."),
            ),
            knop=_("Ga verder met uw formulier"),
            variabelen=frozenset({"product", "datum"}),
            voor=Voor.FORMULIER,
        ),
        Soort(
            naam="adres_bevestigen",
            titel=_("Code om een e-mailadres te bevestigen in Mijn zaken"),
            onderwerp=_("Uw code voor Mijn zaken"),
            alineas=(
                LEZER,
                _(
                    "Iemand vulde dit e-mailadres in bij Mijn zaken, om er berichten van ons op te krijgen. "
                    "Was u dat? Typ dan deze code over:"
                ),
                "{code}",
                CODE_WERKT_TOT,
                WAS_U_DIT_NIET,
            ),
            variabelen=frozenset({"code", "datum"}),
            voor=Voor.FORMULIER,
        ),
        Soort(
            naam="team_aanvraag",
            titel=_("Nieuwe aanvraag, voor het team"),
            onderwerp=_("Nieuwe aanvraag {nummer}: {product}"),
            alineas=(
                COLLEGA,
                _("Er is een nieuwe aanvraag."),
                _("Nummer: {nummer}\nAanvraag: {product}\nOntvangen op: {datum}"),
            ),
            knop=_("Bekijk de zaak"),
            bijlage=_("Wat de aanvrager heeft ingevuld, zit als bijlage bij deze e-mail."),
            variabelen=frozenset({"nummer", "product", "datum"}),
            voor=Voor.COLLEGA,
        ),
        Soort(
            naam="beheer_bezorging",
            titel=_("Er wacht werk, voor beheerders"),
            onderwerp=_("Er wacht werk langer dan een dag"),
            alineas=(
                COLLEGA,
                _(
                    "In het e-loket wacht iets al langer dan een dag, of lukt het niet zonder u. Er gaat "
                    "niets verloren. Kijk wat er aan de hand is en probeer het opnieuw."
                ),
            ),
            knop=_("Bekijk wat er wacht"),
            voor=Voor.COLLEGA,
        ),
        Soort(
            naam="beheer_register",
            titel=_("Formulier past niet bij het zaakregister, voor beheerders"),
            onderwerp=_("Een formulier past niet meer bij het zaakregister"),
            alineas=(
                COLLEGA,
                _(
                    "Een formulier op de site noemt iets dat het zaakregister niet (meer) kent. Aanvragen "
                    "komen nog binnen, maar niet alles komt in de zaak. Laat het formulier of het zaaktype "
                    "aanpassen."
                ),
            ),
            knop=_("Bekijk om welke formulieren het gaat"),
            voor=Voor.COLLEGA,
        ),
    )
}


def list_keuzes() -> list[tuple[str, str]]:
    """Each kind by its name and what a redacteur calls it."""
    return [(soort.naam, str(soort.titel)) for soort in SOORTEN.values()]


def spell(variabelen: Iterable[str]) -> str:
    """`{nummer}, {product}`, for a message or a help text."""
    return ", ".join(f"{{{naam}}}" for naam in sorted(variabelen))
