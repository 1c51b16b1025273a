"""Settings of the demo's login service. Refuses to exist in production."""

import os
import secrets
import tempfile
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from django.core.exceptions import ImproperlyConfigured

if os.environ.get("ELOKET_OMGEVING") == "productie":
    raise ImproperlyConfigured("de demo-inlogdienst draait niet in productie.")

HERE = Path(__file__).resolve().parent
# All it knows it makes anew at each start.
DATA = Path(tempfile.mkdtemp(prefix="eloket-inlogdienst-"))

SECRET_KEY = secrets.token_hex(32)
ALLOWED_HOSTS = ["*"]
USE_TZ = True
LANGUAGE_CODE = "nl"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ROOT_URLCONF = "eloket.demo.provider.urls"
LOGIN_URL = "/kies/"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "allauth",
    "allauth.account",
    "allauth.idp.oidc",
]
# Tables straight from the models: nothing here outlives the process.
MIGRATION_MODULES = {"auth": None, "contenttypes": None, "account": None, "allauth_idp_oidc": None}
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATA / "provider.sqlite3",
        "OPTIONS": {"timeout": 20, "transaction_mode": "IMMEDIATE"},
    }
}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

# Cookies belong to a host, not to a port: names of our own beside those of the loket.
SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
SESSION_COOKIE_NAME = "demo_inlogdienst"
CSRF_COOKIE_NAME = "demo_inlogdienst_csrf"

AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
ACCOUNT_EMAIL_VERIFICATION = "none"
# People are no accounts with a password here: the cheapest hasher is right for client secrets of a demo.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

IDP_OIDC_ADAPTER = "eloket.demo.provider.adapter.DemoAdapter"
IDP_OIDC_PRIVATE_KEY = (
    rsa.generate_private_key(public_exponent=65537, key_size=2048)
    .private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    .decode()
)
IDP_OIDC_RATE_LIMITS: dict[str, str] = {}
