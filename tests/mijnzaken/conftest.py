from collections.abc import Iterator

import pytest
from pytest_django import Settings

from eloket.website import versie
from eloket.website.services import bump_version


@pytest.fixture
def frame_kept(settings: Settings, db: None) -> Iterator[None]:
    """Header and footer kept in the process, as on a running counter; forgotten again afterwards."""
    settings.ELOKET_PAGINACACHE = True
    bump_version()
    versie.lezer.forget()
    yield
    versie.lezer.forget()
