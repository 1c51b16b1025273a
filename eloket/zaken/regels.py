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
    """`omschrijvingGeneriek` of ZGW, as far as eloket sets it."""

    INITIATOR = "initiator", _("aanvrager")
    BELANGHEBBENDE = "belanghebbende", _("gemachtigde")
    KLANTCONTACTER = "klantcontacter", _("medewerker die het invulde")
