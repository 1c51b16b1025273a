"""The table of who gets what: address (as in urls.txt) → path to try and the answer for each visitor.

The answers are in the order of wereld.VISITORS: nobody, Noor (whose things they are), another resident, and
the redacteur, behandelaar, KCC-medewerker and beheerder. 302 sends on to a login, or in the admin back home.
"""

from uuid import UUID

EVERYBODY = [200] * 7
NOBODY = [404] * 7
SENT_ON = [302] * 7
POST_ONLY = [405] * 7
OF_NOOR = [302, 200, 404, 302, 302, 302, 302]  # 404 for others: not even that it exists
OF_NOOR_ON = [302, 302, 404, 302, 302, 302, 302]
OF_BEHEERDER = [302, 302, 302, 302, 302, 302, 200]
OF_REDACTEUR = [302, 302, 302, 200, 302, 302, 302]
OF_UITGIFTE = [302, 302, 302, 302, 200, 200, 200]
OF_MEDEWERKERS = [302, 302, 302, 200, 200, 200, 200]
ADMIN_POST = [302, 302, 302, 405, 405, 405, 405]
OF_KCC = [302, 302, 302, 403, 403, 200, 403]
OF_NOBODY_HERE = [302, 302, 302, 404, 404, 404, 404]  # there is no such row
AFSPRAKEN = ["afspraaklocatie", "afspraaksoort", "agenda", "openingsregel", "uitzondering"]
OF_KCC_ON = [302, 302, 302, 403, 403, 302, 403]
FORM = "/formulieren/fietsenstalling/"
BALIE = "/balie/formulieren/"
BALIE_AFSPRAKEN = "/balie/afspraken/"

TOEGANG: dict[str, tuple[str, list[int]]] = {
    # For everybody
    ".well-known/security.txt website:security-txt": ("/.well-known/security.txt", EVERYBODY),
    r"^((?:[\w\-]+/)*)$ wagtail_serve": ("/", EVERYBODY),
    "afspraken/ afspraken:start": ("/afspraken/", EVERYBODY),
    **{
        f"afspraken/beheren/<str:token>/{path} afspraken:{name}": (f"/afspraken/beheren/abc/{path}", NOBODY)
        for path, name in (
            ("", "beheren"),
            ("afspraak.ics", "agendabestand"),
            ("annuleren/", "annuleren"),
            ("verzetten/", "verzetten"),
        )
    },
    "afspraken/opzoeken/ afspraken:opzoeken": ("/afspraken/opzoeken/", EVERYBODY),
    "afspraken/waarvoor/ afspraken:waarvoor": ("/afspraken/waarvoor/", EVERYBODY),
    "afspraken/plaats/ afspraken:plaats": ("/afspraken/plaats/", SENT_ON),
    "afspraken/tijd/ afspraken:tijd": ("/afspraken/tijd/", SENT_ON),
    "afspraken/vasthouden/ afspraken:vasthouden": ("/afspraken/vasthouden/", SENT_ON),
    # Of the browser that holds a time: everybody else reads that it holds none.
    "afspraken/gegevens/ afspraken:gegevens": ("/afspraken/gegevens/", EVERYBODY),
    "afspraken/controleren/ afspraken:controleren": ("/afspraken/controleren/", EVERYBODY),
    "afspraken/klaar/ afspraken:klaar": ("/afspraken/klaar/", SENT_ON),
    "api/handhaving/v1/ handhaving-v1:api-root": ("/api/handhaving/v1/", EVERYBODY),
    "api/handhaving/v1/ handhaving-v1:root": ("/api/handhaving/v1/", EVERYBODY),
    "api/handhaving/v1/openapi.json handhaving-v1:openapi-json": (
        "/api/handhaving/v1/openapi.json",
        EVERYBODY,
    ),
    "api/handhaving/v1/parkeercontroles handhaving-v1:parkeercontroles": (
        "/api/handhaving/v1/parkeercontroles",
        POST_ONLY,
    ),
    "api/handhaving/v1/<path:rest> handhaving-v1:niets": ("/api/handhaving/v1/bestaat/niet", NOBODY),
    "api/zgw/notificaties zaken_meldingen": ("/api/zgw/notificaties", POST_ONLY),
    "api/v1/ api-v1:api-root": ("/api/v1/", EVERYBODY),
    "api/v1/ api-v1:root": ("/api/v1/", EVERYBODY),
    "api/v1/openapi.json api-v1:openapi-json": ("/api/v1/openapi.json", EVERYBODY),
    "api/v1/producten api-v1:producten": ("/api/v1/producten", EVERYBODY),
    "api/v1/producten/<slug> api-v1:product": ("/api/v1/producten/bestaat-niet", NOBODY),
    "api/v1/<path:rest> api-v1:niets": ("/api/v1/bestaat/niet", NOBODY),
    "api/v1/sdg/producten api-v1:sdg_producten": ("/api/v1/sdg/producten", EVERYBODY),
    "api/v1/sdg/producten/<uuid> api-v1:sdg_product": (f"/api/v1/sdg/producten/{UUID(int=0)}", NOBODY),
    "controleer/ uitgifte:start": ("/controleer/", EVERYBODY),
    "controleer/<str:code>/ uitgifte:controleer": ("/controleer/ABC/", NOBODY),
    "controleer/bestand/ uitgifte:bestand": ("/controleer/bestand/", POST_ONLY),
    "demo/ demo": ("/demo/", EVERYBODY),
    "demo/verder/ demo-verder": ("/demo/verder/", POST_ONLY),
    "demo/register/ demo-register": ("/demo/register/", POST_ONLY),
    "demo/post/<slug:id>/ demo-mail": ("/demo/post/x/", NOBODY),
    r"documenten/^(\d+)/(.*)$ wagtaildocs_serve": ("/documenten/1/x.pdf", NOBODY),
    "formulieren/<slug:slug>/ formulieren:start": (FORM, EVERYBODY),
    "healthz healthz": ("/healthz", EVERYBODY),
    "readyz readyz": ("/readyz", EVERYBODY),
    "samenwerkende-catalogi.xml samenwerkende-catalogi": ("/samenwerkende-catalogi.xml", EVERYBODY),
    "sitemap.xml sitemap": ("/sitemap.xml", EVERYBODY),
    "digitaal-bereiken/ digitaal-bereiken": ("/digitaal-bereiken/", EVERYBODY),
    "storingen/ storingen": ("/storingen/", EVERYBODY),
    "thema/<slug:kenmerk>.css website:thema": ("/thema/abc.css", EVERYBODY),
    "waardering/ waardering": ("/waardering/", SENT_ON),
    "waardering/bedankt/ waardering-bedankt": ("/waardering/bedankt/", EVERYBODY),
    "zoeken/ zoeken": ("/zoeken/?q=x", EVERYBODY),
    "zoeken/niets-gevonden/ zoeken-niets": ("/zoeken/niets-gevonden/", POST_ONLY),
    "zoeken/suggesties/ zoeken-suggesties": ("/zoeken/suggesties/?q=x", EVERYBODY),
    # Login and logout
    "inloggen/ accounts:inloggen": ("/inloggen/", [200, 302, 302, 200, 200, 200, 200]),
    "inloggen/blijf/ accounts:blijf": ("/inloggen/blijf/", POST_ONLY),
    "inloggen/medewerker/ accounts:medewerker": ("/inloggen/medewerker/", EVERYBODY),
    "inloggen/medewerker/blijf/ accounts:medewerker_blijf": ("/inloggen/medewerker/blijf/", POST_ONLY),
    "inloggen/medewerker/nood/ accounts:nood": ("/inloggen/medewerker/nood/", EVERYBODY),
    "inloggen/medewerker/uitloggen/ accounts:medewerker_uitloggen": (
        "/inloggen/medewerker/uitloggen/",
        EVERYBODY,
    ),
    "inloggen/oidc/<slug:middel>/callback/ oidc_callback": ("/inloggen/oidc/digid/callback/", [400] * 7),
    "inloggen/uitgelogd/ accounts:uitgelogd": ("/inloggen/uitgelogd/", EVERYBODY),
    "inloggen/uitloggen/ accounts:uitloggen": ("/inloggen/uitloggen/", EVERYBODY),
    # Ways in that Wagtail brings and that we do not have
    "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/"
    " wagtailcore_authenticate_with_password": ("/_util/authenticate_with_password/1/1/", NOBODY),
    "_util/login/ accounts:": ("/_util/login/", SENT_ON),
    "_util/login/ wagtailcore_login": ("/_util/login/", SENT_ON),
    "documenten/authenticate_with_password/<int:restriction_id>/ wagtaildocs_authenticate_with_password": (
        "/documenten/authenticate_with_password/1/",
        NOBODY,
    ),
    # Of one resident
    "formulieren/<slug:slug>/beginnen/ formulieren:beginnen": (
        f"{FORM}beginnen/",
        [302, 302, 200, 302, 302, 302, 302],
    ),
    "formulieren/<slug:slug>/<uuid:uuid>/ formulieren:verder": (FORM + "{concept}/", OF_NOOR_ON),
    "formulieren/<slug:slug>/<uuid:uuid>/<slug:step>/ formulieren:stap": (
        FORM + "{concept}/wanneer/",
        OF_NOOR,
    ),
    "formulieren/<slug:slug>/<uuid:uuid>/bijlage/<uuid:bijlage>/ formulieren:bijlage": (
        FORM + "{aanvraag}/bijlage/{bijlage}/",
        OF_NOOR,
    ),
    "formulieren/<slug:slug>/<uuid:uuid>/controleren/ formulieren:controleren": (
        FORM + "{concept}/controleren/",
        OF_NOOR_ON,
    ),
    "formulieren/<slug:slug>/<uuid:uuid>/einde/ formulieren:einde": (FORM + "{concept}/einde/", OF_NOOR_ON),
    "formulieren/<slug:slug>/<uuid:uuid>/hervatten/ formulieren:hervatten": (
        FORM + "{concept}/hervatten/",  # tells nobody whose it is: the address it goes on to asks for that
        SENT_ON,
    ),
    "formulieren/<slug:slug>/<uuid:uuid>/hulp/ formulieren:hulp": (FORM + "{concept}/hulp/", OF_NOOR),
    "formulieren/<slug:slug>/overnemen/ formulieren:overnemen": (
        f"{FORM}overnemen/",
        [302, 200, 200, 302, 302, 302, 302],
    ),
    "formulieren/<slug:slug>/papier/ formulieren:papier": (f"{FORM}papier/", EVERYBODY),
    "formulieren/<slug:slug>/<uuid:uuid>/later/ formulieren:later": (FORM + "{concept}/later/", OF_NOOR),
    "formulieren/<slug:slug>/<uuid:uuid>/mens/ formulieren:mens": (FORM + "{aanvraag}/mens/", POST_ONLY),
    "formulieren/<slug:slug>/<uuid:uuid>/weg/ formulieren:weg": (FORM + "{concept}/weg/", OF_NOOR),
    "formulieren/<slug:slug>/<uuid:uuid>/kopie/ formulieren:kopie": (FORM + "{aanvraag}/kopie/", OF_NOOR_ON),
    "formulieren/<slug:slug>/<uuid:uuid>/ontvangst/ formulieren:ontvangst": (
        FORM + "{aanvraag}/ontvangst/",
        OF_NOOR,
    ),
    "mijn-zaken/ mijnzaken:lijst": ("/mijn-zaken/", [302, 200, 200, 302, 302, 302, 302]),
    "mijn-zaken/berichten/ mijnzaken:berichten": (
        "/mijn-zaken/berichten/",
        [302, 200, 200, 302, 302, 302, 302],
    ),
    "mijn-zaken/berichten/berichten.<slug:vorm> mijnzaken:berichten-meenemen": (
        "/mijn-zaken/berichten/berichten.csv",
        [302, 200, 200, 302, 302, 302, 302],
    ),
    "mijn-zaken/<str:identificatie>/ mijnzaken:zaak": ("/mijn-zaken/{zaak}/", OF_NOOR),
    "mijn-zaken/inzage/ mijnzaken:inzage": ("/mijn-zaken/inzage/", [302, 200, 200, 302, 302, 302, 302]),
    "mijn-zaken/<str:identificatie>/inzage/ mijnzaken:inzage-zaak": ("/mijn-zaken/{zaak}/inzage/", OF_NOOR),
    "mijn-zaken/afspraken/<uuid:id>/ mijnzaken:afspraak": (
        "/mijn-zaken/afspraken/00000000-0000-4000-8000-000000000000/",
        [302, 404, 404, 302, 302, 302, 302],
    ),
    "mijn-zaken/producten/ mijnzaken:producten": (
        "/mijn-zaken/producten/",
        [302, 200, 200, 302, 302, 302, 302],
    ),
    "mijn-zaken/producten/<slug:code>/ mijnzaken:product": ("/mijn-zaken/producten/{product}/", OF_NOOR),
    "mijn-zaken/producten/<slug:code>/document/ mijnzaken:product-document": (
        "/mijn-zaken/producten/{product}/document/",
        OF_NOOR,
    ),
    **{
        f"mijn-zaken/producten/<slug:code>/{doen}/ mijnzaken:product-{doen}": (
            f"/mijn-zaken/producten/{{product}}/{doen}/",
            OF_NOOR,
        )
        for doen in ("beeindigen", "kenteken", "verlengen")
    },
    "mijn-zaken/<str:identificatie>/waarom/ mijnzaken:waarom": ("/mijn-zaken/{zaak}/waarom/", OF_NOOR),
    "mijn-zaken/<str:identificatie>/documenten/<slug:id>/ mijnzaken:document": (
        "/mijn-zaken/{zaak}/documenten/{bijlage}/",
        OF_NOOR,
    ),
    "mijn-zaken/<str:identificatie>/te-laat/ mijnzaken:te-laat": ("/mijn-zaken/{zaak}/te-laat/", OF_NOOR),
    "mijn-zaken/<str:identificatie>/antwoord/<slug:verzoek>/ mijnzaken:antwoord": (
        "/mijn-zaken/{gevraagd}/antwoord/{verzoek}/",
        OF_NOOR,
    ),
    "mijn-zaken/<str:identificatie>/toevoegen/ mijnzaken:toevoegen": (
        "/mijn-zaken/{zaak}/toevoegen/",
        OF_NOOR,
    ),
    # Of employees
    "balie/ balie:start": ("/balie/", [302, 302, 302, 403, 403, 200, 403]),
    "balie/producten/ balie:producten": ("/balie/producten/", [302, 302, 302, 403, 403, 200, 403]),
    "balie/producten/<slug:slug>/ balie:product": (
        "/balie/producten/bestaat-niet/",
        [302, 302, 302, 403, 403, 404, 403],
    ),
    "balie/afspraken/ afspraken_balie:start": (BALIE_AFSPRAKEN, OF_KCC),
    "balie/afspraken/waarvoor/ afspraken_balie:waarvoor": (f"{BALIE_AFSPRAKEN}waarvoor/", OF_KCC),
    "balie/afspraken/plaats/ afspraken_balie:plaats": (f"{BALIE_AFSPRAKEN}plaats/", OF_KCC_ON),
    "balie/afspraken/tijd/ afspraken_balie:tijd": (f"{BALIE_AFSPRAKEN}tijd/", OF_KCC_ON),
    "balie/afspraken/vasthouden/ afspraken_balie:vasthouden": (f"{BALIE_AFSPRAKEN}vasthouden/", OF_KCC_ON),
    "balie/afspraken/gegevens/ afspraken_balie:gegevens": (f"{BALIE_AFSPRAKEN}gegevens/", OF_KCC),
    "balie/afspraken/controleren/ afspraken_balie:controleren": (f"{BALIE_AFSPRAKEN}controleren/", OF_KCC),
    "balie/afspraken/klaar/ afspraken_balie:klaar": (f"{BALIE_AFSPRAKEN}klaar/", OF_KCC_ON),
    "balie/formulieren/ formulieren_balie:start": (BALIE, OF_KCC),
    "balie/formulieren/<slug:slug>/beginnen/ formulieren_balie:beginnen": (
        f"{BALIE}fietsenstalling/beginnen/",
        OF_KCC,
    ),
    **{
        # Noor's draft, which she opened for nobody
        f"balie/formulieren/<slug:slug>/<uuid:uuid>/{path} formulieren_balie:{name}": (
            f"{BALIE}fietsenstalling/{{concept}}/{path.replace('<slug:step>', 'wanneer')}",
            [302, 302, 302, 403, 403, 302 if name == "later" else 404, 403],
        )
        for path, name in (
            ("", "verder"),
            ("<slug:step>/", "stap"),
            ("controleren/", "controleren"),
            ("einde/", "einde"),
            ("kopie/", "kopie"),
            ("scan/", "scan"),
            ("later/", "later"),  # to the employee's own list
            ("ontvangst/", "ontvangst"),
            ("overgeven/", "overgeven"),
            ("weg/", "weg"),
        )
    },
    "balie/formulieren/<slug:slug>/<uuid:uuid>/bijlage/<uuid:bijlage>/ formulieren_balie:bijlage": (
        f"{BALIE}fietsenstalling/{{aanvraag}}/bijlage/{{bijlage}}/",  # Noor's, who sent it herself
        [302, 302, 302, 403, 403, 404, 403],
    ),
    "beheer/brieven/ brieven:lijst": ("/beheer/brieven/", [302, 302, 302, 302, 200, 302, 200]),
    "beheer/brieven/<int:pk>/brief.pdf brieven:brief": (
        "/beheer/brieven/1/brief.pdf",
        [302, 302, 302, 302, 404, 302, 404],
    ),
    "beheer/brieven/<int:pk>/opnieuw/ brieven:opnieuw": ("/beheer/brieven/1/opnieuw/", ADMIN_POST),
    "beheer/brieven/<int:pk>/verstuurd/ brieven:verstuurd": ("/beheer/brieven/1/verstuurd/", ADMIN_POST),
    "beheer/bezorging/ outbox:lijst": ("/beheer/bezorging/", OF_BEHEERDER),
    "beheer/bezorging/opnieuw/ outbox:opnieuw": (
        "/beheer/bezorging/opnieuw/",
        [302, 302, 302, 405, 405, 405, 405],
    ),
    "beheer/stilstand/ stilstand": ("/beheer/stilstand/", OF_BEHEERDER),
    "beheer/snippets/website/storing/add/ wagtailsnippets_website_storing:add": (
        "/beheer/snippets/website/storing/add/",
        OF_BEHEERDER,
    ),
    "beheer/snippets/website/storing/results/ wagtailsnippets_website_storing:list_results": (
        "/beheer/snippets/website/storing/results/",
        OF_BEHEERDER,
    ),
    "beheer/snippets/website/storing/ wagtailsnippets_website_storing:list": (
        "/beheer/snippets/website/storing/",
        OF_BEHEERDER,
    ),
    "beheer/logout/": ("/beheer/logout/", EVERYBODY),
    "beheer/overnemen/ overnemen:lijst": ("/beheer/overnemen/", [302, 302, 302, 200, 302, 302, 302]),
    "beheer/overnemen/<uuid:pk>/ overnemen:overname": (
        "/beheer/overnemen/00000000-0000-0000-0000-000000000000/",
        [302, 302, 302, 404, 302, 302, 302],
    ),
    "beheer/overnemen/<uuid:pk>/uitvoeren/ overnemen:uitvoeren": (
        "/beheer/overnemen/00000000-0000-0000-0000-000000000000/uitvoeren/",
        [302, 302, 302, 405, 405, 405, 405],
    ),
    "beheer/overnemen/<uuid:pk>/verslag.csv overnemen:verslag": (
        "/beheer/overnemen/00000000-0000-0000-0000-000000000000/verslag.csv",
        [302, 302, 302, 404, 302, 302, 302],
    ),
    "beheer/overnemen/<uuid:pk>/weg/ overnemen:weg": (
        "/beheer/overnemen/00000000-0000-0000-0000-000000000000/weg/",
        [302, 302, 302, 405, 405, 405, 405],
    ),
    "beheer/snippets/choose/producten/uniformeproductnaam/"
    " wagtailsnippetchoosers_producten_uniformeproductnaam:choose": (
        "/beheer/snippets/choose/producten/uniformeproductnaam/",
        [302, 302, 302, 200, 200, 200, 200],  # a public list
    ),
    "beheer/snippets/choose/producten/uniformeproductnaam/results/"
    " wagtailsnippetchoosers_producten_uniformeproductnaam:choose_results": (
        "/beheer/snippets/choose/producten/uniformeproductnaam/results/",
        [302, 302, 302, 200, 200, 200, 200],  # a public list
    ),
    "beheer/snippets/formulieren/formulier/ wagtailsnippets_formulieren_formulier:list": (
        "/beheer/snippets/formulieren/formulier/",
        OF_REDACTEUR,
    ),
    "beheer/formulieren/<int:pk>/exporteren/ formulieroverdracht:exporteren": (
        "/beheer/formulieren/{formulier}/exporteren/",
        OF_REDACTEUR,
    ),
    "beheer/formulieren/importeren/ formulieroverdracht:importeren": (
        "/beheer/formulieren/importeren/",
        OF_REDACTEUR,
    ),
    "beheer/formulieren/importeren/uitvoeren/ formulieroverdracht:uitvoeren": (
        "/beheer/formulieren/importeren/uitvoeren/",
        [302, 302, 302, 405, 405, 405, 405],
    ),
    "beheer/snippets/formulieren/formulier/add/ wagtailsnippets_formulieren_formulier:add": (
        "/beheer/snippets/formulieren/formulier/add/",
        OF_REDACTEUR,
    ),
    "beheer/snippets/formulieren/formulier/edit/<int:pk>/ wagtailsnippets_formulieren_formulier:edit": (
        "/beheer/snippets/formulieren/formulier/edit/{formulier}/",
        OF_REDACTEUR,
    ),
    "beheer/snippets/formulieren/formulier/results/ wagtailsnippets_formulieren_formulier:list_results": (
        "/beheer/snippets/formulieren/formulier/results/",
        OF_REDACTEUR,
    ),
    "beheer/reports/formulieren/zaakregister/ formulierrapport:zaakregister": (
        "/beheer/reports/formulieren/zaakregister/",
        [302, 302, 302, 200, 302, 302, 200],
    ),
    **{
        f"beheer/reports/{app}/{path}/ {space}:{name}": (f"/beheer/reports/{app}/{path}/", OF_BEHEERDER)
        for app, space, rapport in (
            ("formulieren", "formulierlog", "logboek"),
            ("formulieren", "formulierlog", "leveringen"),
            ("personen", "personenlog", "raadplegingen"),
            ("uitgifte", "productenlog", "raadplegingen"),
            ("zaken", "zakenlog", "raadplegingen"),
        )
        for path, name in ((rapport, rapport), (f"{rapport}/resultaten", f"{rapport}-resultaten"))
    },
    "beheer/snippets/formulieren/webhook/ wagtailsnippets_formulieren_webhook:list": (
        "/beheer/snippets/formulieren/webhook/",
        OF_BEHEERDER,
    ),
    "beheer/snippets/formulieren/formulier/delete/<int:pk>/ wagtailsnippets_formulieren_formulier:delete": (
        "/beheer/snippets/formulieren/formulier/delete/{formulier}/",
        SENT_ON,
    ),
    "beheer/snippets/producten/uniformeproductnaam/ wagtailsnippets_producten_uniformeproductnaam:list": (
        "/beheer/snippets/producten/uniformeproductnaam/",
        OF_REDACTEUR,
    ),
    "beheer/afspraken/<uuid:afspraak>/stukken/ afspraakstukken:lijst": (
        "/beheer/afspraken/00000000-0000-4000-8000-000000000000/stukken/",
        [302, 302, 302, 404, 404, 404, 404],
    ),
    "beheer/afspraken/<uuid:afspraak>/stukken/<int:bijlage>/ afspraakstukken:stuk": (
        "/beheer/afspraken/00000000-0000-4000-8000-000000000000/stukken/1/",
        [302, 302, 302, 404, 404, 404, 404],
    ),
    # The agenda: everybody looks, a redacteur sets it up, who meets people sees who comes
    "beheer/afspraken/ afspraakbeheer:start": ("/beheer/afspraken/", OF_MEDEWERKERS),
    "beheer/afspraken/<uuid:id>/ afspraakbeheer:afspraak": (
        f"/beheer/afspraken/{UUID(int=0)}/",
        [302, 302, 302, 302, 404, 404, 302],
    ),
    "beheer/afspraken/<uuid:id>/status/ afspraakbeheer:status": (
        f"/beheer/afspraken/{UUID(int=0)}/status/",
        ADMIN_POST,
    ),
    "beheer/afspraken/bord/<slug:code>/ afspraakbeheer:bord": (
        "/beheer/afspraken/bord/bestaat-niet/",
        [302, 302, 302, 404, 404, 404, 404],
    ),
    "beheer/afspraken/bord/<slug:code>/aanmelden/ afspraakbeheer:aanmelden": (
        "/beheer/afspraken/bord/bestaat-niet/aanmelden/",
        ADMIN_POST,
    ),
    "beheer/afspraken/buiten/ afspraakbeheer:buiten": ("/beheer/afspraken/buiten/", OF_MEDEWERKERS),
    **{
        f"beheer/afspraken/cijfers/{path} afspraakbeheer:{name}": (
            f"/beheer/afspraken/cijfers/{path}",
            [302, 302, 302, 200, 302, 302, 200],
        )
        for path, name in (("", "cijfers"), ("afspraken.csv", "cijfers-csv"))
    },
    "beheer/afspraken/feestdagen/ afspraakbeheer:feestdagen": ("/beheer/afspraken/feestdagen/", OF_REDACTEUR),
    **{
        f"beheer/snippets/afspraken/{model}/{path} wagtailsnippets_afspraken_{model}:{name}": (
            f"/beheer/snippets/afspraken/{model}/{path.replace('<int:pk>', '999999')}",
            answers,
        )
        for path, name, models, answers in (
            ("", "list", [*AFSPRAKEN, "vaardigheid"], OF_MEDEWERKERS),
            ("add/", "add", AFSPRAKEN, OF_REDACTEUR),
            ("edit/<int:pk>/", "edit", AFSPRAKEN, OF_NOBODY_HERE),
            ("delete/<int:pk>/", "delete", AFSPRAKEN, OF_NOBODY_HERE),
            ("results/", "list_results", ["openingsregel", "uitzondering"], OF_MEDEWERKERS),
        )
        for model in models
    },
    "beheer/snippets/berichten/berichtsjabloon/ wagtailsnippets_berichten_berichtsjabloon:list": (
        "/beheer/snippets/berichten/berichtsjabloon/",
        OF_REDACTEUR,
    ),
    "beheer/snippets/betalingen/tarief/ wagtailsnippets_betalingen_tarief:list": (
        "/beheer/snippets/betalingen/tarief/",
        OF_REDACTEUR,
    ),
    "beheer/snippets/betalingen/tarief/results/ wagtailsnippets_betalingen_tarief:list_results": (
        "/beheer/snippets/betalingen/tarief/results/",
        OF_REDACTEUR,
    ),
    "beheer/snippets/betalingen/tarief/usage/<int:pk>/ wagtailsnippets_betalingen_tarief:usage": (
        "/beheer/snippets/betalingen/tarief/usage/999999/",
        [302, 302, 302, 404, 404, 404, 404],  # there is no such row
    ),
    "beheer/snippets/producten/organisatie/ wagtailsnippets_producten_organisatie:list": (
        "/beheer/snippets/producten/organisatie/",
        OF_REDACTEUR,
    ),
    "beheer/snippets/producten/tekstblok/ wagtailsnippets_producten_tekstblok:list": (
        "/beheer/snippets/producten/tekstblok/",
        OF_REDACTEUR,
    ),
    "beheer/snippets/website/locatie/ wagtailsnippets_website_locatie:list": (
        "/beheer/snippets/website/locatie/",
        SENT_ON,  # of the eindredacteur
    ),
    # Wagtail's own API of the admin: for looking; its actions are closed (they go around the gate)
    "beheer/api/main/^pages/ wagtailadmin_api:pages:listing": ("/beheer/api/main/pages/", OF_MEDEWERKERS),
    "beheer/api/main/^pages/<int:pk>/ wagtailadmin_api:pages:detail": (
        "/beheer/api/main/pages/1/",  # the root, which it never shows
        [302, 302, 302, 404, 404, 404, 404],
    ),
    "beheer/api/main/^pages/<int:pk>/action/<str:action_name>/ wagtailadmin_api:pages:action": (
        "/beheer/api/main/pages/1/action/publish/",
        [302, 302, 302, 405, 405, 405, 405],
    ),
    "beheer/api/main/^pages/find/ wagtailadmin_api:pages:find": (
        "/beheer/api/main/pages/find/?id=1",
        [302, 302, 302, 404, 404, 404, 404],
    ),
    "beheer/reports/producten/controledatum/ redactie:controledatum": (
        "/beheer/reports/producten/controledatum/",
        OF_REDACTEUR,
    ),
    "beheer/reports/producten/dode-links/ redactie:dode-links": (
        "/beheer/reports/producten/dode-links/",
        OF_REDACTEUR,
    ),
    "beheer/reports/producten/engels/ redactie:engels": (
        "/beheer/reports/producten/engels/",
        OF_REDACTEUR,
    ),
    "beheer/reports/producten/leesbaarheid/ redactie:leesbaarheid": (
        "/beheer/reports/producten/leesbaarheid/",
        OF_REDACTEUR,
    ),
    "beheer/reports/producten/niveau/ redactie:niveau": ("/beheer/reports/producten/niveau/", OF_REDACTEUR),
    "beheer/reports/producten/onvolledig/ redactie:onvolledig": (
        "/beheer/reports/producten/onvolledig/",
        OF_REDACTEUR,
    ),
    "beheer/reports/producten/vervallen-namen/ redactie:vervallen-namen": (
        "/beheer/reports/producten/vervallen-namen/",
        OF_REDACTEUR,
    ),
    "beheer/tarieventabel/ tarieventabel:lijst": ("/beheer/tarieventabel/", OF_REDACTEUR),
    "beheer/tarieventabel/<int:pk>/ tarieventabel:concept": (
        "/beheer/tarieventabel/999999/",
        [302, 302, 302, 404, 302, 302, 302],  # a redacteur may look, and there is no such table
    ),
    "beheer/tarieventabel/<int:pk>/weg/ tarieventabel:weg": (
        "/beheer/tarieventabel/999999/weg/",
        [302, 302, 302, 405, 405, 405, 405],
    ),
    "beheer/tarieventabel/download/ tarieventabel:download": (
        "/beheer/tarieventabel/download/",
        OF_REDACTEUR,
    ),
    "beheer/formuliercijfers/ formuliercijfers": ("/beheer/formuliercijfers/", OF_REDACTEUR),
    "beheer/formuliercijfers/resultaten/ formuliercijfers-resultaten": (
        "/beheer/formuliercijfers/resultaten/",
        OF_REDACTEUR,
    ),
    "beheer/waarderingen/ waarderingen": ("/beheer/waarderingen/", [302, 302, 302, 200, 302, 302, 302]),
    "beheer/waarderingen/resultaten/ waarderingen-resultaten": (
        "/beheer/waarderingen/resultaten/",
        [302, 302, 302, 200, 302, 302, 302],
    ),
    "beheer/users/ wagtailusers_users:index": ("/beheer/users/", OF_BEHEERDER),
    "beheer/users/results/ wagtailusers_users:index_results": ("/beheer/users/results/", OF_BEHEERDER),
    "beheer/users/edit/<int:pk>/ wagtailusers_users:edit": ("/beheer/users/edit/{medewerker}/", OF_BEHEERDER),
    "beheer/productsoorten/ productsoorten:list": (
        "/beheer/productsoorten/",
        [302, 302, 302, 200, 302, 302, 200],
    ),
    # What was issued: KCC looks, a behandelaar does, a beheerder looks after documents that wait
    "beheer/uitgifte/ uitgiftebeheer:lijst": ("/beheer/uitgifte/", OF_UITGIFTE),
    "beheer/uitgifte/voorstellen/ uitgiftebeheer:voorstellen": ("/beheer/uitgifte/voorstellen/", OF_UITGIFTE),
    "beheer/uitgifte/voorstellen/<str:id>/ uitgiftebeheer:voorstel": (
        "/beheer/uitgifte/voorstellen/bestaat-niet/",
        [302, 302, 302, 302, 404, 404, 404],
    ),
    "beheer/uitgifte/<str:id>/ uitgiftebeheer:product": (
        "/beheer/uitgifte/bestaat-niet/",
        [302, 302, 302, 302, 404, 404, 404],
    ),
    "beheer/uitgifte/<str:id>/document.pdf uitgiftebeheer:document": (
        "/beheer/uitgifte/bestaat-niet/document.pdf",
        [302, 302, 302, 302, 404, 404, 404],
    ),
    "beheer/uitgifte/<str:id>/doen/<slug:slug>/ uitgiftebeheer:doen": (
        "/beheer/uitgifte/bestaat-niet/doen/intrekken/",
        [302, 302, 302, 302, 404, 302, 302],
    ),
    **{
        f"beheer/uitgifte/{path} uitgiftebeheer:{name}": (
            f"/beheer/uitgifte/{path.replace('<str:id>', 'bestaat-niet')}",
            ADMIN_POST,
        )
        for path, name in (
            ("zoeken/", "zoeken"),
            ("lijst.csv", "exporteren"),
            ("voorstellen/nieuw/", "voorstel-maken"),
            ("voorstellen/<str:id>/besluit/", "beslissen"),
            ("<str:id>/opnieuw/", "opnieuw"),
        )
    },
    "beheer/zones/ zones:list": ("/beheer/zones/", [302, 302, 302, 200, 302, 302, 200]),
    "beheer/zaakteksten/ zaakteksten:list": (
        "/beheer/zaakteksten/",
        [302, 302, 302, 200, 302, 302, 200],
    ),
    "beheer/zaaktypen/ zaaktypen:list": ("/beheer/zaaktypen/", OF_BEHEERDER),
    "beheer/zaaktypen/importeren/ zaaktypen:importeren": ("/beheer/zaaktypen/importeren/", OF_BEHEERDER),
    "beheer/zaaktypen/importeren/uitvoeren/ zaaktypen:uitvoeren": (
        "/beheer/zaaktypen/importeren/uitvoeren/",
        [302, 302, 302, 405, 405, 405, 405],
    ),
    "beheer/zaaktypen/results/ zaaktypen:list_results": ("/beheer/zaaktypen/results/", OF_BEHEERDER),
    "beheer/zaaktypen/versies/<int:pk>/ zaaktypen:versies": (
        "/beheer/zaaktypen/versies/{zaaktype}/",
        OF_BEHEERDER,
    ),
    "beheer/zaken/ zaken:lijst": ("/beheer/zaken/", [302, 302, 302, 403, 200, 403, 403]),
    "beheer/zaaktypen/rollen/<int:pk>/ zaaktypen:rollen": (
        "/beheer/zaaktypen/rollen/{zaaktype}/",
        OF_BEHEERDER,
    ),
    "beheer/snippets/zaken/team/ wagtailsnippets_zaken_team:list": (
        "/beheer/snippets/zaken/team/",
        OF_BEHEERDER,
    ),
    "beheer/zaken/<str:identificatie>/waarvoor/ zaken:doel": (
        "/beheer/zaken/{zaak}/waarvoor/",
        [302, 302, 302, 403, 200, 403, 403],
    ),
    **{
        f"beheer/zaken/<str:identificatie>/{name}/ zaken:{name}": (
            f"/beheer/zaken/{{zaak}}/{name}/",
            [302, 302, 302, 405, 405, 405, 405],
        )
        for name in ("notitie", "aanwezig")
    },
    "beheer/zaken/overdragen/ zaken:overdragen": (
        "/beheer/zaken/overdragen/",
        [302, 302, 302, 405, 405, 405, 405],
    ),
    "beheer/zaken/verdeling/ zaken:verdeling": (
        "/beheer/zaken/verdeling/",
        [302, 302, 302, 403, 200, 403, 403],
    ),
    "beheer/zaken/<str:identificatie>/toewijzen/ zaken:toewijzen": (
        "/beheer/zaken/{zaak}/toewijzen/",
        [302, 302, 302, 405, 405, 405, 405],
    ),
    "beheer/zaken/<str:identificatie>/ zaken:zaak": (
        "/beheer/zaken/{zaak}/",
        [302, 302, 302, 403, 200, 403, 403],
    ),
    "beheer/zaken/<str:identificatie>/controle/ zaken:controle": (
        "/beheer/zaken/{zaak}/controle/",
        [302, 302, 302, 405, 405, 405, 405],
    ),
    "beheer/zaken/<str:identificatie>/documenten/<uuid:id>/ zaken:document": (
        "/beheer/zaken/{zaak}/documenten/{bijlage}/",
        [302, 302, 302, 403, 200, 403, 403],
    ),
    "beheer/zaken/<str:identificatie>/doen/<slug:slug>/ zaken:handeling": (
        "/beheer/zaken/{zaak}/doen/opschorten/",
        [302, 302, 302, 403, 200, 403, 403],
    ),
    "beheer/zaken/<str:identificatie>/gezien/ zaken:gezien": (
        "/beheer/zaken/{zaak}/gezien/",
        [302, 302, 302, 405, 405, 405, 405],
    ),
    "beheer/zonder-resultaat/ zonder_treffer": (
        "/beheer/zonder-resultaat/",
        [302, 302, 302, 200, 302, 302, 302],
    ),
    "beheer/zonder-resultaat/resultaten/ zonder_treffer-resultaten": (
        "/beheer/zonder-resultaat/resultaten/",
        [302, 302, 302, 200, 302, 302, 302],
    ),
    "beheer/zonder-resultaat/<int:pk>/synoniem/ zonder_treffer-synoniem": (
        "/beheer/zonder-resultaat/0/synoniem/",
        [302, 302, 302, 404, 302, 302, 302],
    ),
    "beheer/zonder-resultaat/<int:pk>/weg/ zonder_treffer-weg": (
        "/beheer/zonder-resultaat/0/weg/",
        [302, 302, 302, 405, 302, 302, 302],
    ),
}
