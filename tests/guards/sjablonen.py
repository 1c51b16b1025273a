"""In our own templates every variable exists. Django would print nothing, and nobody would notice.

Also inside `{% if %}`, where Django takes a misspelt name for false: pass every variable, if need be empty.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.template import base
from django.template.base import FilterExpression, Parser, VariableDoesNotExist

OWN = Path(settings.BASE_DIR) / "templates"
_compile_filter = Parser.compile_filter


class StrictExpression(FilterExpression):
    """An expression in a template of ours."""

    origin: str = ""

    def resolve(self, context: Any, ignore_failures: bool = False) -> Any:
        if self.is_var:
            try:
                self.var.resolve(context)
            except VariableDoesNotExist:
                # Not an Exception, so no `except Exception` in between (such as that of `and`) hides it.
                pytest.fail(f"{self.origin}: {{{{ {self.token} }}}} does not exist here")
        return super().resolve(context, ignore_failures)


def compile_filter(self: Parser, token: str) -> FilterExpression:
    name = str(getattr(self.origin, "name", ""))
    if not name.startswith(str(OWN)):
        return _compile_filter(self, token)
    expression = StrictExpression(token, self)
    expression.origin = str(Path(name).relative_to(OWN.parent))
    return expression


@pytest.fixture(autouse=True, scope="session")
def _undefined_variables_fail() -> Iterator[None]:
    assert base.Parser is Parser
    patch = pytest.MonkeyPatch()
    patch.setattr(Parser, "compile_filter", compile_filter)
    yield
    patch.undo()
