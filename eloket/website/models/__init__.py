"""Pages and settings that the whole site shares; page apps build on `BasePage`."""

from eloket.website.models.cacheversie import CacheVersie
from eloket.website.models.instellingen import Instellingen
from eloket.website.models.locatie import Afwijking, Locatie, Openingstijd, Weekdag
from eloket.website.models.paginas import BasePage, ContentPage
from eloket.website.models.storing import Storing, Wat
from eloket.website.models.verklaringen import Toegankelijkheid, Verklaringen

__all__ = [
    "Afwijking",
    "BasePage",
    "CacheVersie",
    "ContentPage",
    "Instellingen",
    "Locatie",
    "Openingstijd",
    "Storing",
    "Toegankelijkheid",
    "Verklaringen",
    "Wat",
    "Weekdag",
]
