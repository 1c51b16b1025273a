"""Every address of the counter, in one place. Addresses are fixed: other systems link to them."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from eloket.api import api, handhaving_api
from eloket.health import views as health
from eloket.producten import urls as producten_urls

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("", include("eloket.website.urls")),
    path("", include("eloket.accounts.urls_vast")),
    path("beheer/", include(wagtailadmin_urls)),
    path("balie/", include("eloket.balie.urls")),
    path("balie/formulieren/", include("eloket.formulieren.urls_balie")),
    path("balie/afspraken/", include("eloket.afspraken.urls_balie")),
    path("documenten/", include(wagtaildocs_urls)),
    path("api/v1/", api.urls),
    path("api/handhaving/v1/", handhaving_api.urls),
    path("api/zgw/", include("eloket.zaken.urls")),
    *producten_urls.site_urlpatterns,
]

if settings.ELOKET_DEMO:
    urlpatterns.append(path("demo/", include("eloket.demo.urls")))

urlpatterns += i18n_patterns(
    path("", include("eloket.accounts.urls")),
    path("formulieren/", include("eloket.formulieren.urls")),
    path("mijn-zaken/", include("eloket.mijnzaken.urls")),
    path("afspraken/", include("eloket.afspraken.urls")),
    path("controleer/", include("eloket.uitgifte.urls")),
    path("storingen/", health.storingen, name="storingen"),
    path("", include("eloket.producten.urls")),
    path("", include("eloket.website.wegwijzer")),
    prefix_default_language=False,
)

handler400 = "eloket.website.views.bad_request"
handler403 = "eloket.website.views.permission_denied"
handler404 = "eloket.website.views.page_not_found"
handler500 = "eloket.website.views.server_error"
