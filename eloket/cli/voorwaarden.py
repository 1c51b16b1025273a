"""May this machine open a loket here and now? Each function raises `Stop` with what to do."""

import errno
import fcntl
import os
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from eloket.cli.melding import Stop


def check_data_dir(folder: Path) -> None:
    """The folder exists or can be made, and takes a file."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise Stop(
            f"in de map {folder} kan niet worden geschreven ({error.strerror});"
            " geef de rechten, of kies een andere map met ELOKET_DATA."
        ) from error


@contextmanager
def only_one(folder: Path, *, address: str) -> Iterator[None]:
    """Hold the folder's lock; a second start beside a running one stops here."""
    with (folder / "loket.lock").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            running = lock.read().strip() or "elders"
            raise Stop(
                f"het loket draait al met deze map ({running}); stop het daar met Ctrl-C,"
                " of kies een andere ELOKET_DATA en PORT."
            ) from None
        lock.truncate(0)
        lock.write(f"proces {os.getpid()}, {address}")
        lock.flush()
        yield


def check_port(host: str, port: int) -> None:
    """Nobody listens on this port."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Stop(_port_message(host, port, error)) from error


def _port_message(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"poort {port} is bezet; stop wat daar draait, of kies een andere: PORT={port + 1000}."
    if error.errno == errno.EACCES:
        return (
            f"poort {port} mag deze gebruiker niet openen; kies een poort boven 1023, bijvoorbeeld PORT=8000."
        )
    return f"op {host} poort {port} luisteren lukt niet ({error.strerror}); controleer ELOKET_HOST en PORT."
