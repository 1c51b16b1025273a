"""The checkers see a fault: a fixture that finds nothing anywhere would pass every test."""

import json
from pathlib import Path

from tests.checkers.fixtures import HtmlChecker, OpenapiChecker

PAGE = '<!doctype html>\n<html lang="nl"><head><title>Loket</title></head><body>{}</body></html>\n'
RULESET = "extends: [['spectral:oas', 'off']]\nrules:\n  oas3-schema: error\n  info-contact: error\n"


def test_the_html_checker_tells_good_from_bad(vnu: HtmlChecker, tmp_path: Path) -> None:
    good, bad = tmp_path / "goed.html", tmp_path / "fout.html"
    good.write_text(PAGE.format("<h1>Loket</h1>"))
    bad.write_text(PAGE.format("<ul><p>Loket</p></ul>"))
    (error,) = vnu([good, bad])
    assert error.startswith("fout.html:2: Element “p” not allowed as child of element “ul”")


def test_spectral_tells_good_from_bad(spectral: OpenapiChecker, tmp_path: Path) -> None:
    rules, document = tmp_path / "regels.yaml", tmp_path / "api.json"
    rules.write_text(RULESET)
    api = {"openapi": "3.1.0", "info": {"title": "Loket", "version": "1.0.0", "contact": {}}, "paths": {}}
    document.write_text(json.dumps(api))
    assert spectral(document, rules) == []
    del api["info"]["contact"]  # type: ignore[attr-defined]
    document.write_text(json.dumps(api))
    (error,) = spectral(document, rules)
    assert error.startswith("info-contact at info: ")
