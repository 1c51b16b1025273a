"""A large file goes to the register in parts, over a line that breaks: the short form of `bench zgw`."""

from pathlib import Path

import pytest

from bench.plaats import Plaats
from bench.zgw.verbreken import MB, PARTS, hand_over, make_file

pytestmark = [pytest.mark.los, pytest.mark.traag]

FLAT_MB = 10


def test_a_file_whose_line_is_cut_halfway_arrives_whole_and_is_never_all_in_memory(tmp_path: Path) -> None:
    place = Plaats("", {"ELOKET_DATA": str(tmp_path), "ELOKET_LOGNIVEAU": "WARNING"})
    found = hand_over(place.environment, make_file(tmp_path / "groot.bin", 40 * MB))
    assert (found.whole, found.broken) == (True, 1)
    assert found.received == PARTS, "what had come in was sent again"
    assert found.grown < FLAT_MB
