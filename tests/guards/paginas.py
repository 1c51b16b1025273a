"""What is wrong with a page of HTML, in words. The browser tests and axe look further."""

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import html5lib

Element = ET.Element
DATA_SCRIPTS = {"application/json", "application/ld+json"}
UNLABELLED = {"hidden", "submit", "button", "reset", "image"}
# Forms that post without a csrf token, by their address, each with its reason.
ORIGIN = "stands on product pages, which are kept whole without a cookie; the view looks at the origin"
DEMO = "the page of the demo carries no cookie, and says nothing of anybody; the view looks at the origin"
NIEMAND = "nobody is logged in there; with the policy no-referrer a browser names no origin to look at"
LINK = (
    "its address is the key: who can make somebody send it can send it; browsers name no origin here either"
)
STEPS = "the steps of an afspraak carry no cookie until a time is held; the view looks at the origin"
COMPARE = "compares an offered file: nothing is changed or kept, and no cookie is looked at"
WITHOUT_TOKEN = {
    "/controleer/bestand/": COMPARE,
    "/en/controleer/bestand/": COMPARE,
    "/afspraken/vasthouden/": STEPS,
    "/en/afspraken/vasthouden/": STEPS,
    "/waardering/": ORIGIN,
    "/en/waardering/": ORIGIN,
    "/demo/verder/": DEMO,
    "/demo/register/": DEMO,
    "/afspraken/opzoeken/": NIEMAND,
    "/en/afspraken/opzoeken/": NIEMAND,
}
# The same for every form under an address.
WITHOUT_TOKEN_UNDER = {"/afspraken/beheren/": LINK, "/en/afspraken/beheren/": LINK}


def find_faults(html: str) -> list[str]:
    """Every fault of this page; nothing when it is good."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root = parser.parse(html)
    if parser.errors:
        return [f"no valid HTML5: {where(html, *parser.errors[0])}"]
    return [fault for check in CHECKS for fault in check(root)]


def where(html: str, place: tuple[int, int], code: str, details: Any) -> str:
    """The first line that the parser stumbles over."""
    return f"({code} {details}) in: {html.splitlines()[place[0] - 1].strip()[:200]}"


def words(element: Element | None) -> str:
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def heading(root: Element) -> Iterator[str]:
    headings = root.findall(".//h1")
    if len(headings) != 1:
        yield f"{len(headings)} times h1"
        return
    h1, title = words(headings[0]), words(root.find(".//title"))
    if not h1 or not title.startswith(h1):
        yield f"the title {title!r} does not start with the h1 {h1!r}"


def language(root: Element) -> Iterator[str]:
    if root.get("lang") not in ("nl", "en"):
        yield "no lang"


def ids(root: Element) -> Iterator[str]:
    counts = Counter(each.get("id") for each in root.iter() if each.get("id") is not None)
    yield from (f"id {name!r} stands {count} times" for name, count in counts.items() if count > 1)
    if "" in counts:
        yield "an empty id"
    targets = ("for", "aria-labelledby", "aria-describedby", "aria-controls")
    for each in root.iter():
        for attribute in targets:
            missing = [name for name in each.get(attribute, "").split() if name not in counts]
            if missing:
                yield f"{attribute} of <{each.tag}> points at nothing: {missing}"


def labels(root: Element) -> Iterator[str]:
    labelled = {label.get("for") for label in root.iter("label") if words(label)}
    inside = {id(control) for label in root.iter("label") if words(label) for control in label.iter()}
    for control in [each for tag in ("input", "select", "textarea") for each in root.iter(tag)]:
        if control.get("type") in UNLABELLED:
            continue
        named = control.get("aria-label") or control.get("aria-labelledby")
        if not named and control.get("id") not in labelled and id(control) not in inside:
            yield f"no label for <{control.tag} name={control.get('name')!r}>"


def may_lack_token(action: str) -> bool:
    return action in WITHOUT_TOKEN or action.startswith(tuple(WITHOUT_TOKEN_UNDER))


def forms(root: Element) -> Iterator[str]:
    for form in root.iter("form"):
        posts = form.get("method", "get").lower() == "post"
        names = {each.get("name") for each in form.iter("input")}
        if posts and "csrfmiddlewaretoken" not in names and not may_lack_token(form.get("action", "")):
            yield f"form {form.get('action')!r} has no csrf token"
        if not posts and "csrfmiddlewaretoken" in names:
            yield f"form {form.get('action')!r} sends its csrf token in the address"


def inline(root: Element) -> Iterator[str]:
    """What our Content-Security-Policy would stop."""
    for each in root.iter():
        if each.tag == "style" or (
            each.tag == "script" and not each.get("src") and each.get("type") not in DATA_SCRIPTS
        ):
            yield f"inline <{each.tag}>"
        wrong = [name for name in each.attrib if name == "style" or re.fullmatch(r"on[a-z]+", str(name))]
        if wrong:
            yield f"inline {wrong} on <{each.tag}>"
        if each.get("href", "").strip().lower().startswith("javascript:"):
            yield "a javascript: link"


def links(root: Element) -> Iterator[str]:
    for link in [*root.iter("a"), *root.iter("button")]:
        pictures = " ".join(image.get("alt", "") for image in link.iter("img")).strip()
        if not (words(link) or pictures or link.get("aria-label") or link.get("aria-labelledby")):
            yield f"a <{link.tag}> without text, to {link.get('href')!r}"
        if link.tag == "a" and link.get("href", "").strip() in ("", "#"):
            yield f"a link to nowhere: {words(link)!r}"
    yield from (
        f"an image without alt: {image.get('src')}" for image in root.iter("img") if image.get("alt") is None
    )


CHECKS: list[Callable[[Element], Iterator[str]]] = [heading, language, ids, labels, forms, inline, links]
