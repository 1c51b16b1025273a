"""A page that is kept never links to a document that is no longer there."""

import re

from django.core.files.base import ContentFile
from django.test import Client
from wagtail.documents import get_document_model
from wagtail.models import Site

from tests.website.factories import make_page


def link(client: Client) -> str:
    found = re.search(r"/documenten/[^\"]+", client.get("/regels/").content.decode())
    assert found is not None
    return found.group()


def test_samira_replaces_the_file_of_a_document(kept: Site, client: Client) -> None:
    document = get_document_model()(title="Regels")
    document.file.save("regels-2026.txt", ContentFile(b"oud"))
    text = f'<p><a linktype="document" id="{document.pk}">De regels</a></p>'
    make_page(kept, "regels", body=[{"type": "tekst", "value": text}])
    first = link(client)
    assert first.startswith(f"/documenten/{document.pk}/regels-2026")
    document.file.save("regels-2027.txt", ContentFile(b"nieuw"))
    assert link(client) != first
    answer = client.get(link(client))
    assert b"".join(answer.streaming_content) == b"nieuw"
    answer.close()
