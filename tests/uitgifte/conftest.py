"""What the stories of uitgifte begin with."""

import pytest

from eloket.uitgifte.models import Productsoort
from tests.uitgifte.factories import make_soort


@pytest.fixture
def soort(db: None) -> Productsoort:
    return make_soort()
