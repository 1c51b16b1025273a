"""Every kind of page is valid HTML in both languages, by the Nu checker."""

from pathlib import Path

import pytest
from django.test import Client

from tests.checkers.fixtures import HtmlChecker

NEDERLANDS = [
    "/",
    "/producten/",
    "/producten/verhuizing-doorgeven/",
    "/producten/paspoort/?check-1=ja",
    "/producten/parkeervergunning/?check-1=nee&check-2=nee&check-3=nee",
    "/producten/verklaring-omtrent-gedrag/",
    "/themas/",
    "/themas/verhuizen-en-wonen/",
    "/levensgebeurtenissen/",
    "/levensgebeurtenissen/verhuizen/",
    "/zoeken/",
    "/zoeken/?q=pasport",
    "/zoeken/?q=zzzz",
    "/contact/",
    "/toegankelijkheid/",
    "/privacy/",
    "/cookies/",
    "/digitaal-bereiken/",
    "/formulieren/verhuizing-doorgeven/",
    "/afspraken/",
    "/afspraken/waarvoor/",
    "/afspraken/plaats/?soort=paspoort&personen=4",
    "/afspraken/tijd/?soort=paspoort&plaats=gemeentehuis",
    "/controleer/",
    "/storingen/",
    "/inloggen/",
    "/bestaat-niet/",
]


@pytest.mark.los
@pytest.mark.django_db
def test_every_kind_of_page_is_valid_html(
    rietwaard: None, client: Client, vnu: HtmlChecker, tmp_path: Path
) -> None:
    files = []
    for prefix in ("", "/en"):
        for nr, path in enumerate(NEDERLANDS):
            response = client.get(prefix + path)
            assert response.status_code in (200, 404), prefix + path
            assert (response.status_code == 404) == ("bestaat-niet" in path), prefix + path
            name = path.strip("/").split("?")[0].replace("/", "-")
            file = tmp_path / f"{prefix[1:] or 'nl'}-{nr}-{name}.html"
            file.write_bytes(response.content)
            files.append(file)
    assert vnu(files) == []
