"""Reading a feed of Samenwerkende Catalogi, one product at a time.

The standard library's expat, with every declared entity refused, so that a small file cannot grow large and
nothing is fetched. Elements are known by their name without prefix: feeds differ in the rest.
"""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape, unescape
from typing import IO
from xml.parsers import expat

from django.utils.translation import gettext as _

from eloket.producten.models.productbeheer import Identificatiesoort
from eloket.producten.overname.aanbod import Aangeboden, Onleesbaar, Upn
from eloket.producten.overname.codering import Codering, detect_codering, read_text
from eloket.producten.overname.doelgroepen import read_doelgroep
from eloket.producten.overname.slugs import slug_of_url

PRODUCT, BODY = "scproduct", "productHTML"
MAX_TEKENS = 500_000  # of one product
URL = "resourceIdentifier"


@dataclass
class Element:
    tekst: str
    attributen: dict[str, str]


@dataclass
class Ruw:
    """The elements of one product by name, and its text as HTML."""

    elementen: dict[str, list[Element]] = field(default_factory=dict)
    html: list[str] = field(default_factory=list)
    tekens: int = 0

    def first(self, name: str) -> str:
        return next((each.tekst for each in self.elementen.get(name, []) if each.tekst), "")

    def all(self, name: str) -> list[str]:
        return [each.tekst for each in self.elementen.get(name, []) if each.tekst]


def read_feed(file: IO[bytes]) -> Iterator[Aangeboden]:
    """The products of the feed. When the XML breaks off, what came before it stands, and a last row says so.

    Errors: `Onleesbaar` when there is no product at all.
    """
    codering = detect_codering(file)
    nummer = 0
    try:
        for nummer, ruw in enumerate(_read_raw(file, codering), start=1):
            yield _to_aanbod(ruw, nummer, codering.melding if nummer == 1 else "")
    except expat.ExpatError as error:
        told = _broken(error)
        if not nummer:
            raise Onleesbaar(told) from error
        yield Aangeboden(nummer + 1, fout=told)
    if not nummer:
        raise Onleesbaar(_("In dit bestand staat geen product van Samenwerkende Catalogi (“scproduct”)."))


def _read_raw(file: IO[bytes], codering: Codering) -> Iterator[Ruw]:
    lezer = FeedLezer()
    for text in read_text(file, codering):
        yield from lezer.feed(text)
    yield from lezer.close()


def _broken(error: expat.ExpatError) -> str:
    return _("De XML klopt niet op regel %(regel)d (%(fout)s). Wat daarna komt, is niet te lezen.") % {
        "regel": error.lineno,
        "fout": expat.ErrorString(error.code),
    }


class FeedLezer:
    """Pieces of XML in, whole products out; holds one product at most."""

    def __init__(self) -> None:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.UseForeignDTD(True)  # an unknown &nbsp; is told to the default handler, and is no error
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.DefaultHandlerExpand = self._rest
        parser.EntityDeclHandler = self._refuse
        self.parser = parser
        self.done: deque[Ruw] = deque()
        self.ruw: Ruw | None = None
        self.depth = 0  # inside the text of the product
        self.tekst: list[str] = []
        self.attributen: dict[str, str] = {}

    def feed(self, text: str) -> Iterator[Ruw]:
        yield from self._parse(text, last=False)

    def close(self) -> Iterator[Ruw]:
        yield from self._parse("", last=True)

    def _parse(self, text: str, *, last: bool) -> Iterator[Ruw]:
        """What was whole before an error counts."""
        fault: expat.ExpatError | None = None
        try:
            self.parser.Parse(text, last)
        except expat.ExpatError as error:
            fault = error
        while self.done:
            yield self.done.popleft()
        if fault:
            raise fault

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = _local(name)
        if self.depth:
            self.depth += 1
            given = "".join(
                f' {_local(key)}="{escape(value)}"'
                for key, value in attributes.items()
                if not key.startswith("xmlns")
            )
            self._add_html(f"<{local}{given}>")
        elif local == PRODUCT:
            self.ruw = Ruw()
        elif local == BODY:
            self.depth = 1
        else:
            self.tekst, self.attributen = [], {_local(key): value for key, value in attributes.items()}

    def _end(self, name: str) -> None:
        local = _local(name)
        if self.depth:
            self.depth -= 1
            if self.depth and local not in ("br", "hr", "img"):
                self._add_html(f"</{local}>")
        elif local == PRODUCT and self.ruw is not None:
            self.done.append(self.ruw)
            self.ruw = None
        elif self.ruw is not None:
            self._add_element(local)

    def _add_element(self, local: str) -> None:
        text = "".join(self.tekst).strip()
        if self.ruw is not None and (text or self.attributen):
            self.ruw.elementen.setdefault(local, []).append(Element(text, self.attributen))
        self.tekst, self.attributen = [], {}

    def _text(self, text: str) -> None:
        if self.depth:
            self._add_html(escape(text, quote=False))
        elif self._fits(text):
            self.tekst.append(text)

    def _add_html(self, html: str) -> None:
        if self._fits(html) and self.ruw is not None:
            self.ruw.html.append(html)

    def _fits(self, text: str) -> bool:
        """Count; past the limit nothing more is kept of this product."""
        if self.ruw is None:
            return False
        self.ruw.tekens += len(text)
        return self.ruw.tekens <= MAX_TEKENS

    def _rest(self, data: str) -> None:
        """Of what has no handler, an entity of HTML is text; comments and the like are nothing."""
        if re.fullmatch(r"&\w{1,31};", data):
            self._text_entity(data)

    def _text_entity(self, entity: str) -> None:
        if self.depth:
            self._add_html(entity)
        elif self._fits(entity):
            self.tekst.append(unescape(entity))

    def _refuse(self, *declared: object) -> None:
        raise Onleesbaar(
            _("Dit bestand bepaalt zelf tekens (“ENTITY”). Dat is niet veilig. Vraag om een ander.")
        )


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _to_aanbod(ruw: Ruw, nummer: int, melding: str) -> Aangeboden:
    titel, url = ruw.first("title"), ruw.first("identifier")
    aanbod = Aangeboden(nummer, titel=titel, url=url, meldingen=[melding] if melding else [])
    aanbod.sleutel = ruw.first("productID")
    aanbod.kenmerk = url or aanbod.sleutel
    aanbod.fout = _fault(ruw)
    aanbod.slug = slug_of_url(url)
    aanbod.samenvatting = ruw.first("abstract")
    aanbod.themas = ruw.all("subject")
    aanbod.wijzers["verantwoordelijke"] = ruw.all("authority")[:1]
    aanbod.upns = [
        Upn(each.attributen.get(URL, ""), each.tekst) for each in ruw.elementen.get("uniformeProductnaam", [])
    ]
    if body := _body(ruw):
        aanbod.teksten["inhoud"] = body
    _read_audience(ruw, aanbod)
    _read_online(ruw, aanbod)
    return aanbod


def _fault(ruw: Ruw) -> str:
    taal = ruw.first("language").lower()
    if ruw.tekens > MAX_TEKENS:
        return _("De tekst is veel te lang voor één product.")
    if taal and not taal.startswith(("nl", "dut")):
        return _("Dit product is in een andere taal (%(taal)s). Wij nemen alleen Nederlandse over.") % {
            "taal": taal[:20]
        }
    return ""


def _body(ruw: Ruw) -> str:
    """The text as HTML or plain; without an element of its own (CDATA, say) it is what somebody typed."""
    html = "".join(ruw.html).strip()
    return html if "<" in html else unescape(html)


def _read_audience(ruw: Ruw, aanbod: Aangeboden) -> None:
    words = ruw.all("audience")
    found, unknown = read_doelgroep(words)
    if found:
        aanbod.waarden["doelgroep"] = found
    elif not words:
        aanbod.meldingen.append(_("Er staat geen doelgroep bij. Wij gingen uit van inwoners."))
    aanbod.meldingen += [
        _("Doelgroep “%(woord)s” kennen wij niet.") % {"woord": word[:60]} for word in unknown
    ]


def _read_online(ruw: Ruw, aanbod: Aangeboden) -> None:
    """Whether it can be arranged online there, and where."""
    online = ruw.first("onlineAanvragen").lower()
    given = ruw.elementen.get("aanvraagURL", [])
    where = next((each.attributen.get(URL) or each.tekst for each in given), "")
    if online in ("ja", "digid") or (where and online != "nee"):
        aanbod.waarden["online"] = where
    if online == "digid":
        aanbod.waarden["identificatie"] = Identificatiesoort.DIGID
