"""A letter as PDF, with the address of nobody: it goes by the loket."""

from datetime import date
from pathlib import Path

from django.template import Context, Engine

from eloket.demo.zgwregister.vraag import Json
from eloket.lib.pdf import write_pdf

ENGINE = Engine(dirs=[str(Path(__file__).parent / "templates")])
CSS = """
@page { size: A4; margin: 2.5cm }
body { font: 11pt/1.5 sans-serif }
h1 { font-size: 16pt }
.afzender { font-weight: bold }
"""


def make_brief(zaak: Json, titel: str, tekst: str, dag: date) -> bytes:
    """Errors: `PdfUnavailable` when this machine makes no PDF."""
    context = {
        "titel": titel,
        "nummer": zaak["identificatie"],
        "dag": dag.strftime("%d-%m-%Y"),
        "alineas": [each.strip() for each in tekst.replace("\r\n", "\n").split("\n\n") if each.strip()],
    }
    html = ENGINE.get_template("zaaksysteem/brief.html").render(Context(context))
    return write_pdf(html, CSS)
