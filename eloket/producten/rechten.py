"""What redacteuren and eindredacteuren may do with products and what hangs on them, and who tells outages."""

from eloket.accounts.services import Rol, grant_rechten

SCHRIJVEN = [
    "producten.view_uniformeproductnaam",
    "producten.view_organisatie",
    "producten.view_waardering",
    "producten.view_vraagzondertreffer",
    "producten.delete_vraagzondertreffer",
    "producten.add_overname",
    "producten.view_tekstblok",
    "producten.add_tekstblok",
    "producten.change_tekstblok",
    "wagtail_localize.submit_translation",
]
EINDVERANTWOORDEN = [
    "producten.delete_tekstblok",
    "producten.add_organisatie",
    "producten.change_organisatie",
    "producten.publish_incomplete",
    # Of the whole site: website stands beside accounts and cannot grant its own.
    "website.change_instellingen",
    "website.add_locatie",
    "website.change_locatie",
    "website.delete_locatie",
    "website.view_locatie",
]

BEHEREN = [f"website.{verb}_storing" for verb in ("add", "change", "delete", "view")]


def grant() -> None:
    """Called once, when the apps are loaded."""
    grant_rechten(Rol.REDACTEUR, SCHRIJVEN)
    grant_rechten(Rol.EINDREDACTEUR, [*SCHRIJVEN, *EINDVERANTWOORDEN])
    grant_rechten(Rol.BEHEERDER, BEHEREN)
