"""Templates: each is used, each component says what goes in, each load is needed."""

import re
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from django.template import engines

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "templates"
PATHS = sorted(
    path.relative_to(FOLDER) for path in FOLDER.rglob("*") if path.suffix in (".html", ".txt", ".xml")
)
TEMPLATES = [str(path) for path in PATHS]
# Found by Django itself, by name.
BY_NAME = {"400.html", "403.html", "404.html", "500.html"}


@cache
def sources() -> str:
    """All code and templates, as one text."""
    files = [*(ROOT / "eloket").rglob("*.py"), *FOLDER.rglob("*.*")]
    return "\n".join(path.read_text() for path in files)


def is_used(name: str) -> bool:
    if name in BY_NAME or f'"{name}"' in sources() or f"'{name}'" in sources():
        return True
    if name.startswith("berichten/"):  # send_bericht(sjabloon="…")
        return f'"{Path(name).name.split(".")[0]}"' in sources()
    return name in page_templates()


@cache
def page_templates() -> frozenset[str]:
    """A page is shown with the template of its own name."""
    from wagtail.models import get_page_models

    return frozenset(f"{model._meta.app_label}/{model._meta.model_name}.html" for model in get_page_models())


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_used(name: str) -> None:
    assert is_used(name), f"nothing uses templates/{name}"


@pytest.mark.parametrize("name", [str(path) for path in PATHS if path.parts[0] == "components"])
def test_a_component_starts_with_its_contract(name: str) -> None:
    text = (FOLDER / name).read_text()
    assert re.match(r"\{#.{20,}#\}|\{% comment %\}.{20,}", text, re.S), "say in the first lines what goes in"


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_component_gets_only_what_is_named(name: str) -> None:
    """An include passes everything by name, so that a component shows all that it needs."""
    includes = re.findall(r"\{% include \"components/[^%]*%\}", (FOLDER / name).read_text())
    assert [tag for tag in includes if not tag.endswith("only %}")] == []


def names_of(library: str) -> set[str]:
    """The tags and filters of a library."""
    register = import_module(engines["django"].engine.libraries[library]).register
    return {*register.tags, *register.filters}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_load_is_needed(name: str) -> None:
    text = (FOLDER / name).read_text()
    loads = [word for words in re.findall(r"\{% load ([\w ]+) %\}", text) for word in words.split()]
    assert len(loads) == len(set(loads))
    unneeded = [load for load in loads if not any(uses(text, each) for each in names_of(load))]
    assert not unneeded, f"{{% load {' '.join(unneeded)} %}} is not needed"


def uses(text: str, name: str) -> bool:
    return (
        bool(re.search(rf"\{{% *(end)?{name}\b|\|{name}\b|_\(", text))
        if name != "get_current_language"
        else name in text
    )
