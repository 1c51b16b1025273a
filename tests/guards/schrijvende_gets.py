"""The GETs that may write: view name → (tables, reason). Any other GET that writes fails its test."""

EDITOR = (
    {"wagtailadmin_editingsession"},
    "Wagtail's own note that somebody has this editor open, to warn a second editor",
)
SCHRIJVENDE_GETS: dict[str, tuple[set[str], str]] = {
    "oidc_callback": (
        {"accounts_sessie", "accounts_user", "accounts_user_groups", "socialaccount_socialaccount"},
        "the provider sends people back with a GET; the state in the session makes it count once",
    ),
    "formulieren:beginnen": (
        {"accounts_sessie", "personen_raadpleging"},
        "the BRP is asked what this step fills in: that is noted, and the answer kept with the login",
    ),
    "formulieren:stap": (
        {"formulieren_concept", "personen_raadpleging"},
        "the same for a later step: the answer is kept with the draft, so that the BRP is asked once",
    ),
    "formulieren_balie:stap": (
        {"formulieren_concept", "personen_raadpleging"},
        "the same at the desk, about whom the employee fills it in for",
    ),
    "formulieren_balie:bijlage": (
        {"formulieren_logregel"},
        "an employee opens a file of a resident with the code that was given: that is noted",
    ),
    "mijnzaken:zaak": (
        {"berichten_bericht", "berichten_regel", "outbox_opdracht"},
        "the proof of a message says once that its person read it; nothing in a mail follows people. A"
        " register elsewhere that keeps when a zaak was opened is told so by a worker",
    ),
    "mijnzaken:product": (
        {"berichten_bericht", "berichten_regel"},
        "the same for a message about an issued product",
    ),
    "zaken:zaak": (
        {"zaken_raadpleging", "zaken_aanwezigheid"},
        "an employee opens a zaak: that is noted for whose it is, and colleagues see who is there",
    ),
    "zaken:document": ({"zaken_raadpleging"}, "an employee opens a document of a zaak: the same note"),
    "zaken:handeling": ({"zaken_raadpleging"}, "the screen shows the zaak as well: the same note"),
    "uitgiftebeheer:product": (
        {"uitgifte_raadpleging"},
        "an employee opens what was issued to somebody: that is noted",
    ),
    "uitgiftebeheer:document": ({"uitgifte_raadpleging"}, "an employee takes its document: the same note"),
    "afspraakstukken:stuk": (
        {"afspraken_voorval"},
        "an employee opens what somebody sent before a visit: that is noted",
    ),
    "wagtailadmin_pages:edit": (
        {"wagtailadmin_editingsession", "wagtailcore_pagesubscription"},
        "Wagtail's own notes that somebody has this editor open and hears of comments",
    ),
    "afspraakbeheer:afspraak": (
        {"afspraken_voorval"},
        "an employee opens who comes and how to reach them: that is noted with the afspraak",
    ),
    **{
        f"wagtailsnippets_afspraken_{name}:edit": EDITOR
        for name in ("afspraaklocatie", "afspraaksoort", "agenda", "openingsregel", "uitzondering")
    },
    "wagtailsnippets_afspraken_vaardigheid:edit": EDITOR,
    "wagtailsnippets_berichten_berichtsjabloon:edit": EDITOR,
    "wagtailsnippets_betalingen_tarief:edit": EDITOR,
    "wagtailsnippets_formulieren_formulier:edit": EDITOR,
    "wagtailsnippets_formulieren_webhook:edit": EDITOR,
    "wagtailsnippets_producten_tekstblok:edit": EDITOR,
    "wagtailsnippets_website_storing:edit": EDITOR,
    "productsoorten:edit": EDITOR,
    "zaaktypen:edit": EDITOR,
    "wagtailsnippets_zaken_team:edit": EDITOR,
    "wagtailadmin_pages:revisions_revert": (
        {"wagtailadmin_editingsession", "wagtailcore_pagesubscription"},
        "the same editor, opened on an old version",
    ),
}
