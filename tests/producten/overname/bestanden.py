"""Files as other gemeenten and other people make them."""

from html import escape
from io import BytesIO
from typing import Any

KOP = '<?xml version="1.0" encoding="UTF-8"?>\n'
NS = (
    'xmlns:overheidproduct="http://standaarden.overheid.nl/product/terms/"'
    ' xmlns:overheid="http://standaarden.overheid.nl/owms/terms/" xmlns:dcterms="http://purl.org/dc/terms/"'
)


def product(titel: str = "Paspoort aanvragen", **parts: Any) -> str:
    """One product of a feed; `kern`, `mantel`, `scmeta` and `body` are XML of their own."""
    slug = parts.get("slug", titel.lower().replace(" ", "-"))
    kern = parts.get("kern", "<dcterms:language>nl</dcterms:language>")
    return (
        '<overheidproduct:scproduct owms-version="4.0"><overheidproduct:meta><overheidproduct:owmskern>'
        f"<dcterms:identifier>https://elders.example/producten/{slug}</dcterms:identifier>"
        f"<dcterms:title>{escape(titel)}</dcterms:title>{kern}</overheidproduct:owmskern>"
        f"<overheidproduct:owmsmantel>{parts.get('mantel', '')}"
        f"<dcterms:abstract>{parts.get('abstract', f'Alles over {slug}.')}</dcterms:abstract>"
        f"</overheidproduct:owmsmantel><overheidproduct:scmeta>{parts.get('scmeta', '')}"
        f"</overheidproduct:scmeta></overheidproduct:meta><overheidproduct:body>{parts.get('body', '')}"
        "</overheidproduct:body></overheidproduct:scproduct>"
    )


def feed(*products: str, kop: str = KOP) -> BytesIO:
    whole = f"{kop}<overheidproduct:scproducten {NS}>{''.join(products)}</overheidproduct:scproducten>"
    return BytesIO(whole.encode())


def tabel(text: str, *, codering: str = "utf-8") -> BytesIO:
    return BytesIO(text.encode(codering))
