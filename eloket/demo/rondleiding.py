"""The ten-minute tour in short, and the addresses. `docs/demo.md` tells the tour at length.

Where zaken live in another system, what Kees does is done there.
"""

from eloket.website.services import Link

BEGIN = (
    Link("Zoek “verhuizing”", "/zoeken/?q=verhuizing", "Open het product “Verhuizing doorgeven”."),
    Link(
        "Geef een verhuizing door",
        "/formulieren/verhuizing-doorgeven/",
        "Log in als Noor de Wit. Vul drie stappen in en verstuur. U krijgt meteen een nummer.",
    ),
    Link("Lees de e-mail", "/demo/#postvak", "Na een paar seconden staat hij onderaan deze pagina."),
    Link("Bekijk de zaak van Noor", "/mijn-zaken/", "U ziet wat er al gedaan is en wanneer het klaar is."),
)
HIER = (
    Link(
        "Behandel de zaak",
        "/beheer/zaken/",
        "Log in als Kees Jansen, behandelaar. Zet de volgende status. Kijk daarna weer bij Noor.",
    ),
    Link(
        "Volg een zaak tot het besluit",
        "/mijn-zaken/ELK-DEMO-3/",
        "Log in als Bram Willemsen en stuur de tekening die nog mist. Neem als Kees het besluit.",
    ),
)
EINDE = (
    Link(
        "Verander een product",
        "/beheer/",
        "Log in als Samira Idrissi, redacteur. Verander wat een paspoort kost en publiceer. Ieder ziet het.",
    ),
    Link(
        "Kijk of alles aankomt",
        "/beheer/bezorging/",
        "Log in als Mo Yilmaz, beheerder. Hier staat wat nog wacht en wat niet lukt.",
    ),
)
ADRESSEN = (
    Link("Website", "/", "voor iedereen"),
    Link("Mijn zaken", "/mijn-zaken/", "voor inwoners en ondernemers"),
    Link("Beheer", "/beheer/", "voor medewerkers: pagina’s, formulieren, zaken en bezorging"),
    Link("Balie", "/balie/", "voor het KCC"),
    Link("Storingen", "/storingen/", "wat werkt nu?"),
    Link("API", "/api/v1/openapi.json", "voor ontwikkelaars"),
)


def list_stappen(zaaksysteem: str) -> tuple[Link, ...]:
    """The stops. `zaaksysteem`: the address of the other system; "" when zaken are handled here."""
    return (*BEGIN, *(_elders(zaaksysteem) if zaaksysteem else HIER), *EINDE)


def list_adressen(zaaksysteem: str) -> tuple[Link, ...]:
    """Where to go, with the other system first when there is one."""
    other = Link("Zaaksysteem", f"{zaaksysteem}/zaaksysteem/", "voor behandelaars: het andere systeem")
    return (other, *ADRESSEN) if zaaksysteem else ADRESSEN


def _elders(zaaksysteem: str) -> tuple[Link, ...]:
    return (
        Link(
            "Behandel de zaak in het zaaksysteem",
            f"{zaaksysteem}/zaaksysteem/",
            "Een ander systeem. U bent daar Kees Jansen. Zet de volgende status en kijk weer bij Noor.",
        ),
        Link(
            "Volg een zaak tot het besluit",
            "/mijn-zaken/ELK-DEMO-3/",
            "Log in als Bram Willemsen. Neem als Kees het besluit in het zaaksysteem: Bram ziet het hier.",
        ),
    )
