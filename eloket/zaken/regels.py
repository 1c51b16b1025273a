"""What a zaaktype must hold before zaken can run on it; shared by models and backends."""

from django.db import models
from django.utils.translation import gettext_lazy as _

DEFAULT_ZAAKTYPE = "aanvraag"


class Vertrouwelijkheid(models.TextChoices):
    """`vertrouwelijkheidaanduiding` of ZGW, from open to closed."""

    OPENBAAR = "openbaar", _("openbaar")
    BEPERKT_OPENBAAR = "beperkt_openbaar", _("beperkt openbaar")
    INTERN = "intern", _("intern")
    ZAAKVERTROUWELIJK = "zaakvertrouwelijk", _("zaakvertrouwelijk")
    VERTROUWELIJK = "vertrouwelijk", _("vertrouwelijk")
    CONFIDENTIEEL = "confidentieel", _("confidentieel")
    GEHEIM = "geheim", _("geheim")
    ZEER_GEHEIM = "zeer_geheim", _("zeer geheim")


class Controle(models.TextChoices):
    """Whether an employee looked into who somebody says to be; empty where a login told it."""

    OPEN = "open", _("nog te controleren")
    KLOPT = "klopt", _("gecontroleerd, klopt")
    KLOPT_NIET = "klopt_niet", _("gecontroleerd, klopt niet")


class RolOmschrijving(models.TextChoices):
    """`omschrijvingGeneriek` of ZGW; eloket itself sets the first four."""

    INITIATOR = "initiator", _("aanvrager")
    BELANGHEBBENDE = "belanghebbende", _("gemachtigde")
    KLANTCONTACTER = "klantcontacter", _("medewerker die het invulde")
    BEHANDELAAR = "behandelaar", _("behandelaar")
    ADVISEUR = "adviseur", _("adviseur")
    BESLISSER = "beslisser", _("wie beslist")
    MEDE_INITIATOR = "mede_initiator", _("medeaanvrager")
    ZAAKCOORDINATOR = "zaakcoordinator", _("coördinator")


class AardRelatie(models.TextChoices):
    """`aardRelatie` of ZGW: what the other zaak is to this one."""

    VERVOLG = "vervolg", _("volgt op")
    ONDERWERP = "onderwerp", _("gaat over")
    BIJDRAGE = "bijdrage", _("draagt bij aan")


class Zaakrol(models.TextChoices):
    """What an employee does with zaken of a zaaktype. Each of the first three may what the one before may.

    The beheerder only says who does what: that gives no look into a zaak.
    """

    RAADPLEGER = "raadpleger", _("raadpleger: leest")
    BEHANDELAAR = "behandelaar", _("behandelaar: leest en behandelt")
    COORDINATOR = "coordinator", _("coördinator: behandelt, en verdeelt het werk")
    BEHEERDER = "beheerder", _("beheerder: zegt wie wat mag, en ziet geen zaken")


class Raadpleegdoel(models.TextChoices):
    """Why an employee looked into a zaak, in words that the resident may read."""

    BEHANDELEN = "behandelen", _("de zaak behandelen")
    VRAAG = "vraag", _("een vraag beantwoorden")
    ADVIES = "advies", _("advies geven")
    CONTROLE = "controle", _("controleren of wij ons werk goed doen")
    ANDERS = "anders", _("een andere reden")


class Archiefnominatie(models.TextChoices):
    """What happens to a closed zaak."""

    BLIJVEND_BEWAREN = "blijvend_bewaren", _("blijvend bewaren")
    VERNIETIGEN = "vernietigen", _("vernietigen")


class Afleidingswijze(models.TextChoices):
    """Where the brondatum of the archive term comes from (`brondatumArchiefprocedure` of ZGW)."""

    AFGEHANDELD = "afgehandeld", _("de einddatum van de zaak")
    EIGENSCHAP = "eigenschap", _("een eigenschap")
    TERMIJN = "termijn", _("een vaste termijn na de einddatum")
    INGANGSDATUM_BESLUIT = "ingangsdatum_besluit", _("de dag waarop het besluit ingaat")
    VERVALDATUM_BESLUIT = "vervaldatum_besluit", _("de dag waarop het besluit vervalt")
    ANDER_DATUMKENMERK = "ander_datumkenmerk", _("een datum die iemand later invult")


class Richting(models.TextChoices):
    """Which way a document goes; an internal one stays inside."""

    INKOMEND = "inkomend", _("van de inwoner")
    UITGAAND = "uitgaand", _("aan de inwoner")
    INTERN = "intern", _("intern")


class Documentstatus(models.TextChoices):
    """`status` of a document in ZGW. Only the last two are finished."""

    IN_BEWERKING = "in_bewerking", _("in bewerking")
    TER_VASTSTELLING = "ter_vaststelling", _("ter vaststelling")
    DEFINITIEF = "definitief", _("definitief")
    GEARCHIVEERD = "gearchiveerd", _("gearchiveerd")


#: The statussen in which a resident may see a document.
ZICHTBARE_DOCUMENTSTATUSSEN = frozenset({Documentstatus.DEFINITIEF, Documentstatus.GEARCHIVEERD})


def levels_up_to(maximum: str) -> tuple[str, ...]:
    """The vertrouwelijkheidaanduidingen that are as open as `maximum`, or more open. Errors: ValueError."""
    values = list(Vertrouwelijkheid.values)
    return tuple(values[: values.index(maximum) + 1])


#: From least to most; the beheerder is not among them, who sees no zaken.
ZAAKROLLEN = (Zaakrol.RAADPLEGER, Zaakrol.BEHANDELAAR, Zaakrol.COORDINATOR)
