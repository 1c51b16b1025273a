"""All settings, from the environment. `docs/installeren.md` explains each `ELOKET_*`.

Development is the default: SQLite, local files, the demo gemeente. `ELOKET_OMGEVING=productie` asks for
what production needs and refuses what it must not have.
"""

from importlib.util import find_spec
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from eloket.accounts.instellingen import read_groepen, read_oidc
from eloket.adressen.instellingen import read_adressen
from eloket.lib import contact, databank, mailserver, sentry
from eloket.lib.omgeving import Omgeving
from eloket.personen.instellingen import read_personen
from eloket.uitgifte.instellingen import read_kentekens, read_zegel
from eloket.zaken.instellingen import read_zaken

BASE_DIR = Path(__file__).resolve().parent.parent
IN_TREE = (BASE_DIR / "templates").is_dir()
if not IN_TREE:  # installed as a package, which carries templates, static files and translations inside
    BASE_DIR = Path(__file__).resolve().parent / "_tree"
env = Omgeving()

# --- What kind of installation is this? -----

ELOKET_OMGEVING = env.choice("ELOKET_OMGEVING", "ontwikkeling", ["ontwikkeling", "productie"])
PRODUCTIE = ELOKET_OMGEVING == "productie"
ELOKET_DEMO = env.flag("ELOKET_DEMO", default=not PRODUCTIE)
DEBUG = env.flag("ELOKET_DEBUG", default=False)

PORT = env.number("PORT", 8000, minimum=1, maximum=65534)
ELOKET_BASIS_URL = env.url(
    "ELOKET_BASIS_URL",
    f"http://localhost:{PORT}",
    example="https://loket.gemeente.example",
    schemes=("https", "http"),
)
ELOKET_DATA = Path(env.text("ELOKET_DATA", str(BASE_DIR / "var") if IN_TREE else "var")).resolve()

# --- Secrets -----

# In development these are fixed, so that a restart keeps sessions and drafts readable.
DEVELOPMENT_KEY = "alleen-voor-ontwikkeling-en-demo-nooit-in-productie-gebruiken"
SECRET_KEY = env.text("ELOKET_SECRET_KEY", "" if PRODUCTIE else DEVELOPMENT_KEY)
ELOKET_KEYS = env.words("ELOKET_KEYS", "" if PRODUCTIE else DEVELOPMENT_KEY)
if not SECRET_KEY or not ELOKET_KEYS:
    raise ImproperlyConfigured(
        "ELOKET_SECRET_KEY en ELOKET_KEYS zijn verplicht in productie: maak elk met `openssl rand -hex 32`."
    )

# --- Hosts and transport -----

ALLOWED_HOSTS = env.words("ELOKET_HOSTS", "" if PRODUCTIE else "localhost,127.0.0.1,[::1],testserver")
if not ALLOWED_HOSTS:
    raise ImproperlyConfigured("ELOKET_HOSTS is verplicht in productie: schrijf de domeinnaam van het loket.")
CSRF_TRUSTED_ORIGINS = [ELOKET_BASIS_URL] if ELOKET_BASIS_URL.startswith("https://") else []
ELOKET_ACHTER_PROXY = env.flag("ELOKET_ACHTER_PROXY", default=PRODUCTIE)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ELOKET_ACHTER_PROXY else None
SECURE_SSL_REDIRECT = PRODUCTIE
# Probes inside the machine speak plain HTTP.
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 31536000 if PRODUCTIE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = PRODUCTIE
SECURE_HSTS_PRELOAD = PRODUCTIE
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = PRODUCTIE
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SECURE_REFERRER_POLICY = "same-origin"
CSRF_FAILURE_VIEW = "eloket.website.views.csrf_failure"
# A login button posts here and is sent on to the provider, which browsers count as a form action too.
ELOKET_CSP_FORM_ACTION = env.words(
    "ELOKET_CSP_FORM_ACTION",
    f"http://localhost:{PORT + 1},http://127.0.0.1:{PORT + 1}" if ELOKET_DEMO else "",
)
ELOKET_SECURITY_CONTACT = contact.read_contact(env)  # mailto: or https:; empty: the site's e-mail
X_FRAME_OPTIONS = "SAMEORIGIN"  # the Wagtail admin previews in a frame; public pages say 'none' in their CSP
SILENCED_SYSTEM_CHECKS = ["security.W019"]  # that is the check which wants DENY

# --- Apps -----

INSTALLED_APPS = [
    *(["eloket.demo"] if ELOKET_DEMO else []),
    "eloket.mijnzaken",
    "eloket.balie",
    "eloket.producten",
    "eloket.formulieren",
    "eloket.afspraken",
    "eloket.uitgifte",
    "eloket.zaken",
    "eloket.berichten",
    "eloket.betalingen",
    "eloket.accounts",
    "eloket.website",
    "eloket.adressen",
    "eloket.bestanden",
    "eloket.outbox",
    "eloket.personen",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.search_promotions",
    "wagtail.embeds",
    "wagtail.sites",
    "eloket.accounts.wagtail_users.MedewerkersAppConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
    "formtools",
    "django_tasks",
    "django_tasks_db",
    "whitenoise.runserver_nostatic",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
]

MIDDLEWARE = [
    "eloket.lib.verzoek.VerzoekMiddleware",  # one line and one id for every request, kept pages too
    "eloket.api.middleware.ApiMiddleware",  # around the kept answers, so that a 304 has its headers too
    "eloket.afspraken.middleware.BeheerlinkMiddleware",  # outside all that may answer with an error
    "eloket.website.inpakken.InpakMiddleware",  # around the kept pages, which are packed once and for all
    "eloket.website.cache.PaginaCacheMiddleware",  # first: a kept page costs nothing else
    "eloket.website.csp.CspMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "eloket.accounts.middleware.SessieMiddleware",
    "django.middleware.common.CommonMiddleware",
    "eloket.website.omvang.OmvangMiddleware",  # before anything reads what was posted
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "eloket.producten.redactie.middleware.PoortMiddleware",
]

ROOT_URLCONF = "eloket.urls"
WSGI_APPLICATION = "eloket.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# --- Database, cache, files -----

DATABASES = {"default": databank.from_url(env.text("DATABASE_URL"), data_dir=ELOKET_DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

ELOKET_REDIS_URL = env.url("ELOKET_REDIS_URL", example="redis://machine:6379/0", schemes=("redis", "rediss"))
CACHES = {
    "default": (
        {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": ELOKET_REDIS_URL,
            "KEY_PREFIX": "eloket",
        }
        if ELOKET_REDIS_URL
        else {
            "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
            "LOCATION": "eloket",
            "OPTIONS": {"MAX_ENTRIES": 5000},
        }
    ),
    # Whole public pages. Bounded, so that the memory of a process is too.
    "paginas": (
        {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": ELOKET_REDIS_URL,
            "KEY_PREFIX": "eloket-paginas",
        }
        if ELOKET_REDIS_URL
        else {
            "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
            "LOCATION": "eloket-paginas",
            "OPTIONS": {"MAX_ENTRIES": 1000},
        }
    ),
}
ELOKET_PAGINACACHE = env.flag("ELOKET_PAGINACACHE", default=True)
ELOKET_CACHE_SECONDEN = 3600  # how long a page is kept at most; a change of the site ends it at once
ELOKET_CACHE_POLL = 0.5  # seconds between two looks at whether another process changed the site

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # Files that belong to people: encrypted, never under a public address.
    "bestanden": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": ELOKET_DATA / "bestanden", "base_url": None},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# The largest file that a form takes. A whole request may be a little larger: the form is around it.
ELOKET_UPLOAD_MAX_MB = env.number("ELOKET_UPLOAD_MAX_MB", 20, minimum=1, maximum=200)
ELOKET_VERZOEK_MAX_BYTES = (ELOKET_UPLOAD_MAX_MB + 5) * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["eloket.bestanden.upload.NaamloosUploadHandler"]
ELOKET_S3_BUCKET, ELOKET_S3_ENDPOINT = env.text("ELOKET_S3_BUCKET"), env.text("ELOKET_S3_ENDPOINT")
if ELOKET_S3_BUCKET:
    s3_options = {"bucket_name": ELOKET_S3_BUCKET, "endpoint_url": ELOKET_S3_ENDPOINT or None}
    STORAGES["default"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {**s3_options, "location": "media"},
    }
    STORAGES["bestanden"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {**s3_options, "location": "bestanden", "default_acl": "private"},
    }

STATIC_URL = "/static/"
STATIC_ROOT = ELOKET_DATA / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = ELOKET_DATA / "media"

# --- Language and time -----

LANGUAGE_CODE = "nl"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = "eloket.lib.formats"
USE_I18N = WAGTAIL_I18N_ENABLED = True
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"
ELOKET_KLOK_VERSCHUIVING = env.number("ELOKET_KLOK_VERSCHUIVING", 0, minimum=0, maximum=3650)

# --- Login -----

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["eloket.accounts.rechten.RechtenBackend"]  # permissions only: no password anywhere
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 14}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
SESSION_ENGINE = "eloket.accounts.sessies"
SESSION_COOKIE_NAME = "eloket_sessie"
ELOKET_MEDEWERKER_COOKIE = "eloket_medewerker"
SESSION_COOKIE_AGE = 8 * 60 * 60  # nobody stays logged in longer than a working day
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
ELOKET_SESSIE_MINUTEN = env.number("ELOKET_SESSIE_MINUTEN", 15, minimum=3, maximum=60)
LOGIN_URL = "/inloggen/"
LOGIN_REDIRECT_URL = "/mijn-zaken/"
# The demo's own provider answers on the next port, under the same host name.
ELOKET_OIDC = read_oidc(env, demo_url=f"http://localhost:{PORT + 1}" if ELOKET_DEMO else "")
ELOKET_GROEPEN = read_groepen(env)
SOCIALACCOUNT_ADAPTER = "eloket.accounts.backends.oidc.adapter.SocialAdapter"
SOCIALACCOUNT_LOGIN_ON_GET = SOCIALACCOUNT_STORE_TOKENS = SOCIALACCOUNT_EMAIL_AUTHENTICATION = False
SOCIALACCOUNT_REQUESTS_TIMEOUT = 5
SOCIALACCOUNT_EMAIL_VERIFICATION = ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "eloket.accounts.backends.sessie.AccountAdapter"
ACCOUNT_EMAIL_NOTIFICATIONS = False
# SOCIALACCOUNT_ONLY refuses allauth.mfa, which holds the emergency account's second factor; what it would
# close is not mounted at all (eloket/accounts/urls.py).
MFA_ADAPTER = "eloket.accounts.backends.totp.MfaAdapter"
WAGTAILADMIN_LOGIN_URL = "/inloggen/medewerker/"
WAGTAIL_FRONTEND_LOGIN_URL = "/inloggen/"

# --- Wagtail -----

WAGTAIL_SITE_NAME = "eloket"
WAGTAILADMIN_BASE_URL = ELOKET_BASIS_URL
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES  # in another one an editor would read half of it in Dutch
WAGTAILREDIRECTS_AUTO_CREATE = True
WAGTAIL_ENABLE_UPDATE_CHECK = False  # nothing calls home
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAILUSERS_PASSWORD_ENABLED = False  # nor does a beheerder give one, the noodaccount least of all
WAGTAILDOCS_SERVE_METHOD = "serve_view"
# "simple": PostgreSQL stems nothing, as SQLite does. Stems are ours (producten/zoekwoorden).
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "simple"}
}

# A file with the tokens of a NL Design System theme, which goes before one that a redacteur uploads.
ELOKET_THEMA_TOKENS = env.text("ELOKET_THEMA_TOKENS")

# The gemeente's name in the national list; empty: made from its own name.
ELOKET_OWMS_URI = env.text("ELOKET_OWMS_URI")

# --- Durable work -----

ELOKET_TAKEN = env.choice("ELOKET_TAKEN", "database", ["database", "redis"])
if ELOKET_TAKEN == "redis" and not ELOKET_REDIS_URL:
    raise ImproperlyConfigured("ELOKET_TAKEN=redis vraagt ELOKET_REDIS_URL: schrijf redis://machine:6379/0.")
TASKS_APP = "django.tasks" if find_spec("django.tasks") else "django_tasks"
TASKS = {
    # Wagtail's own jobs run at once, so that editing works without a worker.
    "default": {"BACKEND": f"{TASKS_APP}.backends.immediate.ImmediateBackend", "ENQUEUE_ON_COMMIT": False},
    "eloket": {
        "BACKEND": (
            "django_tasks_rq.RQBackend" if ELOKET_TAKEN == "redis" else "django_tasks_db.DatabaseBackend"
        ),
        "QUEUES": ["eloket"],
    },
}
if ELOKET_TAKEN == "redis":
    INSTALLED_APPS.append("django_rq")
    # A broker out of reach must not hold up a visitor: the row is kept and offered again.
    RQ_QUEUES = {
        "eloket": {
            "URL": ELOKET_REDIS_URL,
            "DEFAULT_TIMEOUT": 3600,
            "DEFAULT_RESULT_TTL": 60,
            "REDIS_CLIENT_KWARGS": {"socket_connect_timeout": 2},
        }
    }
ELOKET_OUTBOX_LEASE_SECONDEN = env.number("ELOKET_OUTBOX_LEASE_SECONDEN", 60, minimum=2, maximum=3600)
ELOKET_OUTBOX_POGINGEN = env.number("ELOKET_OUTBOX_POGINGEN", 12, minimum=1, maximum=100)
ELOKET_OUTBOX_VEEG_SECONDEN = env.number("ELOKET_OUTBOX_VEEG_SECONDEN", 2, minimum=1, maximum=60)
ELOKET_OUTBOX_HERHAAL_SECONDEN = env.number("ELOKET_OUTBOX_HERHAAL_SECONDEN", 120, minimum=2, maximum=3600)
ELOKET_OUTBOX_BEWAARDAGEN = env.number("ELOKET_OUTBOX_BEWAARDAGEN", 400, minimum=30, maximum=4000)
# From this age of the oldest work on, /readyz and /storingen/ say so.
ELOKET_OUTBOX_ALARM_MINUTEN = env.number("ELOKET_OUTBOX_ALARM_MINUTEN", 60, minimum=1, maximum=10080)

# --- Forms without login: limits against robots -----

ELOKET_FORMULIER_PER_UUR = env.number("ELOKET_FORMULIER_PER_UUR", 60, minimum=1, maximum=1_000_000)
ELOKET_FORMULIER_PER_EMAIL = env.number("ELOKET_FORMULIER_PER_EMAIL", 10, minimum=1, maximum=1_000_000)
ELOKET_FORMULIER_SECONDEN = env.number("ELOKET_FORMULIER_SECONDEN", 3, minimum=0, maximum=60)
# Times for an afspraak that one connection may choose in half an hour, without knowing who it is.
ELOKET_AFSPRAAK_PER_HALFUUR = env.number("ELOKET_AFSPRAAK_PER_HALFUUR", 10, minimum=1, maximum=1_000_000)

# --- Checking documents: so often per hour from one address -----

ELOKET_CONTROLE_PER_UUR = env.number("ELOKET_CONTROLE_PER_UUR", 300, minimum=1, maximum=1_000_000)

# --- Ports: which backend stands behind each -----

ELOKET_ZAKEN = read_zaken(env)
if ELOKET_DEMO:
    from eloket.demo.zaaksysteem.adres import join_zaaksysteem

    ELOKET_DEMO_REGISTER_UIT = ELOKET_DATA / "register-uit"
    ELOKET_DEMO_ZAAKSYSTEEM = join_zaaksysteem(ELOKET_ZAKEN, port=PORT + 2)
if ELOKET_DEMO and not ELOKET_ZAKEN["default"]["OPTIONS"]:  # our own register, with a switch on /demo/
    ELOKET_ZAKEN["default"] = {
        "BACKEND": "eloket.zaken.backends.database.schakelbaar.SchakelbaarRegister",
        "OPTIONS": {"UIT": ELOKET_DEMO_REGISTER_UIT},
    }
# One for each system that keeps agendas; a place says which is its own.
ELOKET_AFSPRAKEN = {
    "default": {"BACKEND": "eloket.afspraken.backends.database.DatabaseBackend", "OPTIONS": {}},
}
# So many days after a visit nobody can see any more who came.
ELOKET_AFSPRAAK_BEWAARDAGEN = env.number("ELOKET_AFSPRAAK_BEWAARDAGEN", 30, minimum=1, maximum=366)
ELOKET_BERICHTEN = {"email": {"BACKEND": "eloket.berichten.backends.email.EmailBackend", "OPTIONS": {}}}
# The news of a message is on its way within so many hours (Awb afd. 2.3): a gemeente may promise less.
ELOKET_MELDEN_UREN = env.number("ELOKET_MELDEN_UREN", 48, minimum=1, maximum=48)
ELOKET_BRONNEN = {"default": {"BACKEND": "eloket.producten.backends.web.WebBron", "OPTIONS": {}}}
ELOKET_PERSONEN = read_personen(env, demo=ELOKET_DEMO)
ELOKET_ADRESSEN = read_adressen(env, demo=ELOKET_DEMO)
ELOKET_ZEGEL = read_zegel(env, data_dir=ELOKET_DATA)
ELOKET_KENTEKENREGISTER = read_kentekens(env, demo=ELOKET_DEMO)
ELOKET_CLAMD_URL = env.text("ELOKET_CLAMD_URL")
if ELOKET_CLAMD_URL and not ELOKET_CLAMD_URL.startswith(("unix:///", "tcp://")):
    raise ImproperlyConfigured(
        "ELOKET_CLAMD_URL is geen adres: schrijf unix:///run/clamav/clamd.ctl of tcp://machine:3310."
    )
ELOKET_SCAN = {
    "default": (
        {"BACKEND": "eloket.bestanden.backends.clamd.ClamdScanner", "OPTIONS": {"url": ELOKET_CLAMD_URL}}
        if ELOKET_CLAMD_URL
        else {"BACKEND": "eloket.bestanden.backends.geen.GeenScanner", "OPTIONS": {}}
    )
}
ELOKET_LINKCONTROLE = env.flag("ELOKET_LINKCONTROLE", default=PRODUCTIE)  # a demo visits nobody
ELOKET_LINKS = {"default": {"BACKEND": "eloket.producten.backends.links.HttpLinkBackend", "OPTIONS": {}}}
ELOKET_WEBHOOK_PRIVE = env.flag("ELOKET_WEBHOOK_PRIVE", default=False)
ELOKET_WEBHOOK = {
    "default": {
        "BACKEND": "eloket.formulieren.backends.https.HttpsWebhook",
        "OPTIONS": {"PRIVATE": ELOKET_WEBHOOK_PRIVE},
    }
}

# --- Mail -----

ELOKET_SMTP_URL = env.text("ELOKET_SMTP_URL")
vars().update(mailserver.from_url(ELOKET_SMTP_URL, data_dir=ELOKET_DATA))  # EMAIL_*
DEFAULT_FROM_EMAIL = contact.read_sender(env, default="loket@rietwaard.example")
EMAIL_TIMEOUT = 10

# --- Traces -----

LOGGING_CONFIG = "eloket.lib.logging.configure"
LOGGING = {"json": PRODUCTIE, "level": env.choice("ELOKET_LOGNIVEAU", "INFO", ["DEBUG", "INFO", "WARNING"])}
ELOKET_SENTRY_DSN = env.text("ELOKET_SENTRY_DSN")
if ELOKET_SENTRY_DSN:
    sentry.start(ELOKET_SENTRY_DSN, environment=ELOKET_OMGEVING)

# --- Names that nothing reads: a typing mistake leaves its setting at the default, and nobody sees why -----

ELOKET_ELDERS = [
    "ELOKET_HOST",  # eloket.cli.run and the demo's login service
    "ELOKET_CHROMIUM",  # these three: the tests
    "ELOKET_COMPONENTEN_VERPLICHT",
    "ELOKET_SHARED_DATA",
]
ELOKET_ONBEKEND = env.find_unknown("ELOKET_", elsewhere=ELOKET_ELDERS)  # eloket.lib.checks warns of them
