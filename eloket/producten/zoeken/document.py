"""Something that can be found."""

from dataclasses import dataclass
from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _


class Soort(models.TextChoices):
    """What kind of thing a hit is; a hit that is no product says so."""

    PRODUCT = "product", _("Product")
    VRAAG = "vraag", _("Vraag en antwoord")
    FORMULIER = "formulier", _("Formulier")
    LOCATIE = "locatie", _("Adres en openingstijden")
    PAGINA = "pagina", _("Informatie")


@dataclass(frozen=True)
class Document:
    """What a hit shows, and what it is found by. `andere_woorden`: one term per line.

    `formulieren`: ids of the published forms it offers. `tot`: gone from then on; None means never.
    """

    soort: Soort
    titel: str
    url: str
    tekst: str = ""
    andere_woorden: str = ""
    vragen: tuple[str, ...] = ()
    pk: int | None = None
    doelgroepen: frozenset[str] = frozenset()
    themas: frozenset[str] = frozenset()
    formulieren: frozenset[int] = frozenset()
    tot: datetime | None = None

    @property
    def slug(self) -> str:
        """The last part of the address of a page."""
        return self.url.rstrip("/").rpartition("/")[2]

    @property
    def online(self) -> bool:
        """Whether it can be arranged here and now."""
        return bool(self.formulieren)
