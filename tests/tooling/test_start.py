"""An administrator starts the loket on a machine where something is not right."""

import socket
from pathlib import Path

import pytest

from tests.tooling.commando import assert_one_clear_line, eloket, free_ports

pytestmark = pytest.mark.los


def test_a_taken_port_is_named_with_a_way_out(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = eloket("run", ELOKET_DATA=str(tmp_path), PORT=str(port), ELOKET_DEMO="0")
    assert_one_clear_line(done, f"poort {port} is bezet", "PORT=")


def test_the_port_of_the_login_provider_counts_too(tmp_path: Path) -> None:
    port = free_ports()
    with socket.socket() as other:
        other.bind(("127.0.0.1", port + 1))
        other.listen()
        done = eloket("run", ELOKET_DATA=str(tmp_path), PORT=str(port), ELOKET_DEMO="1")
    assert_one_clear_line(done, f"poort {port + 1} is bezet")


def test_a_data_folder_that_takes_no_files_is_named(tmp_path: Path) -> None:
    # Root may write in a read-only folder, but nobody can make a folder inside a file.
    (tmp_path / "bestand").write_text("geen map")
    done = eloket("run", ELOKET_DATA=str(tmp_path / "bestand" / "data"), PORT=str(free_ports()))
    assert_one_clear_line(done, "kan niet worden geschreven", "ELOKET_DATA")


def test_a_broken_setting_stops_every_command() -> None:
    for words in (["run"], ["demo"], ["check"], ["manage", "migrate"]):
        assert_one_clear_line(eloket(*words, ELOKET_DEMO="misschien"), "ELOKET_DEMO", "schrijf 1 of 0")


def test_a_port_that_is_no_number_is_named() -> None:
    assert_one_clear_line(eloket("run", PORT="achtduizend"), "PORT='achtduizend'")


def test_a_database_that_does_not_answer_is_named(tmp_path: Path) -> None:
    address = f"postgres://eloket@127.0.0.1:{free_ports()}/eloket"
    done = eloket(
        "run", ELOKET_DATA=str(tmp_path), PORT=str(free_ports()), ELOKET_DEMO="0", DATABASE_URL=address
    )
    assert_one_clear_line(done, "de database eloket op 127.0.0.1 antwoordt niet", "DATABASE_URL")


def test_production_without_secrets_does_not_start() -> None:
    assert_one_clear_line(eloket("run", ELOKET_OMGEVING="productie"), "ELOKET_SECRET_KEY", "openssl rand")


def test_a_word_that_run_does_not_know_is_refused(tmp_path: Path) -> None:
    assert_one_clear_line(eloket("run", "--port=9000", ELOKET_DATA=str(tmp_path)), "'--port=9000'")


def test_the_command_alone_tells_what_it_can() -> None:
    done = eloket()
    assert done.returncode == 0
    for word in ("run", "manage", "demo", "check"):
        assert f"eloket {word}" in done.stdout
