"""The screens of the zaaksysteem: what lies there, one zaak, and the three things to do with it.

Kees uses them: he wants to move a zaak on that came in by the loket, and see that the resident reads it.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from django.template import Context, Engine

from eloket.demo.zaaksysteem.brief import make_brief
from eloket.demo.zaaksysteem.bureau import Bureau
from eloket.demo.zaaksysteem.formulier import TITEL, Formulier, Onvolledig, is_own, read_formulier
from eloket.demo.zaaksysteem.gegevens import describe_zaak, list_regels
from eloket.demo.zgwregister.register import Register, id_of
from eloket.demo.zgwregister.vraag import Antwoord, Fout, Json, Vraag
from eloket.lib.pdf import PdfUnavailable

HERE = Path(__file__).parent
ENGINE = Engine(dirs=[str(HERE / "templates")])
CSS = (HERE / "stijl.css").read_bytes()
PAD = "/zaaksysteem/"
CSP = (
    "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; frame-ancestors 'none';"
    " base-uri 'none'"
)
GEDAAN = {
    "status": "De status is gezet. De aanvrager ziet hem in het loket.",
    "brief": "De brief is verstuurd. De aanvrager ziet hem in het loket.",
    "besluit": "Het besluit is genomen en bekendgemaakt. De aanvrager ziet het in het loket.",
}


class Anders(Exception):
    """Somebody did something meanwhile."""


def answer(register: Register, vraag: Vraag) -> Antwoord:
    """The page of this path. Never more than one at a time, so that nothing changes while it is written."""
    with register.slot:
        try:
            return _route(register, vraag)
        except Fout as fout:
            return _melding("Deze pagina is er niet", "Ga terug naar het overzicht.", status=fout.status)


def _route(register: Register, vraag: Vraag) -> Antwoord:
    """Errors: `Fout` 404."""
    if not vraag.path.startswith(PAD):
        return Antwoord(status=302, headers={"Location": PAD}) if vraag.path == "/" else _missing()
    parts = vraag.path.removeprefix(PAD).strip("/").split("/")
    if parts == ["stijl.css"]:
        return Antwoord(data=CSS, media="text/css; charset=utf-8")
    if parts == [""]:
        return _lijst(register, vraag)
    zaak = register.get("zaken", parts[0])
    match parts[1:]:
        case []:
            return _zaak(register, zaak, gedaan=vraag.query.get("gedaan", ""))
        case ["documenten", id]:
            return _document(register, zaak, id)
        case [actie] if actie in ACTIES and vraag.method == "POST":
            return _do(register, zaak, vraag, actie)
    return _missing()


def _missing() -> Antwoord:
    raise Fout(404, "not_found")


# --- Looking -----


def _lijst(register: Register, vraag: Vraag) -> Antwoord:
    zoek = vraag.query.get("zoek", "").strip()[:100]
    is_open, closed, more = list_regels(register, zoek)
    return _page("lijst.html", {"zoek": zoek, "open": is_open, "gesloten": closed, "meer": more})


def _zaak(
    register: Register,
    zaak: Json,
    *,
    gedaan: str = "",
    fout: str = "",
    actie: str = "",
    ingevuld: Formulier | None = None,
) -> Antwoord:
    context = {
        "zaak": describe_zaak(register, zaak),
        "gedaan": GEDAAN.get(gedaan, ""),
        "fout": fout,
        "actie": actie,
        "ingevuld": ingevuld.waarden if ingevuld else {},
        "nieuw": str(uuid4()),
    }
    return _page("zaak.html", context, status=400 if fout else 200)


def _document(register: Register, zaak: Json, id: str) -> Antwoord:
    """As an attachment: what a resident sent never becomes a page of this place."""
    document = register.get("enkelvoudiginformatieobjecten", id)
    links = register.list("zaakinformatieobjecten")
    mine = {link["informatieobject"] for link in links if link["zaak"] == zaak["url"]}
    data = register.bestanden.get(document["url"])
    if document["url"] not in mine or data is None:
        return _missing()
    headers = {"Content-Disposition": f'attachment; filename="{id}"', "X-Content-Type-Options": "nosniff"}
    return Antwoord(data=data, media="application/octet-stream", headers=headers)


# --- Doing -----


def _do(register: Register, zaak: Json, vraag: Vraag, actie: str) -> Antwoord:
    if not is_own(vraag, _hosts(register)):
        return _melding("Dit kan niet", "Dit formulier kwam van een andere pagina.", status=403)
    ingevuld = read_formulier(vraag)
    try:
        ACTIES[actie](Bureau(register), zaak, ingevuld)
    except (Onvolledig, Anders, PdfUnavailable) as error:
        return _zaak(register, zaak, fout=str(error), actie=actie, ingevuld=ingevuld)
    except Fout as fout:
        return _zaak(register, zaak, fout=_explain(fout), actie=actie, ingevuld=ingevuld)
    return Antwoord(status=303, headers={"Location": f"{PAD}{zaak['uuid']}/?gedaan={actie}"})


def _set_status(bureau: Bureau, zaak: Json, ingevuld: Formulier) -> None:
    """The form says which status it showed: who pressed twice, or was second, changes nothing unseen."""
    if ingevuld.get("huidig") != (id_of({"url": zaak["status"]}) if zaak["status"] else ""):
        raise Anders("Intussen is een andere status gezet. Kijk of dit nog klopt, en zet hem dan.")
    stap = _choose(bureau.parts("statustypen", zaak), ingevuld.need("statustype", "de nieuwe status"))
    resultaat = ""
    if stap["isEindstatus"]:
        kinds = bureau.parts("resultaattypen", zaak)
        resultaat = _choose(kinds, ingevuld.need("resultaat", "het resultaat"))["url"]
    toelichting = ingevuld.need("toelichting", "de toelichting") if ingevuld.get("toelichting") else ""
    bureau.set_status(zaak, stap["url"], toelichting, resultaattype=resultaat)


def _send_brief(bureau: Bureau, zaak: Json, ingevuld: Formulier) -> None:
    titel = ingevuld.need("titel", "het onderwerp", TITEL)
    tekst = ingevuld.need("tekst", "de tekst van de brief", 10_000)
    number = _number(ingevuld)
    if not _has(bureau.register, "enkelvoudiginformatieobjecten", number):
        bureau.add_brief(zaak, number, titel, make_brief(zaak, titel, tekst, bureau.today()))


def _take_besluit(bureau: Bureau, zaak: Json, ingevuld: Formulier) -> None:
    soort = _choose(bureau.besluittypen(zaak), ingevuld.need("besluittype", "het besluit"))
    tekst = ingevuld.need("toelichting", "wat u besluit, en waarom")
    number = _number(ingevuld)
    if _has(bureau.register, "besluiten", number):
        return
    # The PDF first: when this machine cannot make one, nothing was decided.
    pdf = make_brief(zaak, soort["omschrijving"], tekst, bureau.today())
    besluit = bureau.take_besluit(zaak, number, soort, tekst, bureau.today())
    document = bureau.add_brief(zaak, f"{number[:35]}-B", soort["omschrijving"], pdf)
    bureau.add_besluitdocument(besluit, document)


ACTIES: dict[str, Callable[[Bureau, Json, Formulier], None]] = {
    "status": _set_status,
    "brief": _send_brief,
    "besluit": _take_besluit,
}


def _choose(rows: list[Json], id: str) -> Json:
    """Errors: `Onvolledig` for what was not on the screen."""
    found = next((row for row in rows if id_of(row) == id), None)
    if found is None:
        raise Onvolledig("Maak een keuze die in het formulier staat.")
    return found


def _number(ingevuld: Formulier) -> str:
    """The form brings its own, so that pressing twice sends once. Errors: `Onvolledig`."""
    try:
        return str(UUID(ingevuld.get("nummer")))
    except ValueError:
        raise Onvolledig("Open de zaak opnieuw en probeer het nog eens.") from None


def _has(register: Register, soort: str, number: str) -> bool:
    return any(row["identificatie"] == number for row in register.list(soort))


def _explain(fout: Fout) -> str:
    reasons = "; ".join(reason for _name, _code, reason in fout.params)
    return f"Het register weigert dit: {reasons or fout.detail or fout.code}."


# --- Answers -----


def _hosts(register: Register) -> tuple[str, ...]:
    port = register.base.rsplit(":", 1)[-1]
    return f"127.0.0.1:{port}", f"localhost:{port}"


def _melding(titel: str, tekst: str, *, status: int) -> Antwoord:
    return _page("melding.html", {"titel": titel, "tekst": tekst}, status=status)


def _page(name: str, context: dict[str, Any], *, status: int = 200) -> Antwoord:
    html = ENGINE.get_template(f"zaaksysteem/{name}").render(Context(context))
    headers = {
        "Content-Security-Policy": CSP,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Cache-Control": "no-store",
    }
    return Antwoord(data=html.encode(), media="text/html; charset=utf-8", status=status, headers=headers)
