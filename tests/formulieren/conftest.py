"""What the tests of a form share."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.formulieren.bronnen import ASKED, BROKEN, SETTING


@pytest.fixture
def bronnen(settings: Any) -> Iterator[None]:
    """Sources that count who is asked about, and that a test can put out of order."""
    settings.ELOKET_PERSONEN = SETTING
    yield
    ASKED.clear()
    BROKEN.clear()
