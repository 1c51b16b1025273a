"""Fetching what an outlet gives, whole."""

from xml.etree import ElementTree as ET

from django.test import Client

SC = "{http://standaarden.overheid.nl/product/terms/}"
DCTERMS = "{http://purl.org/dc/terms/}"
OVERHEID = "{http://standaarden.overheid.nl/owms/terms/}"
XHTML = "{http://www.w3.org/1999/xhtml}"
FEED = "/samenwerkende-catalogi.xml"


def fetch(client: Client, url: str) -> str:
    """The body, also of an answer that streams."""
    response = client.get(url)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return str(body.decode())


def fetch_feed(client: Client) -> list[ET.Element]:
    """The products in the feed of Samenwerkende Catalogi."""
    root = ET.fromstring(fetch(client, FEED))
    assert root.tag == f"{SC}scproducten"
    return list(root)


def names(elements: ET.Element) -> list[str]:
    """The names of what stands right below this element, without namespace."""
    return [each.tag.rsplit("}", 1)[-1] for each in elements]
