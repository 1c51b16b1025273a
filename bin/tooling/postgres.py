"""A PostgreSQL server for a test run: the one DATABASE_URL names, else a throw-away cluster on loopback."""

import glob
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from tooling.shell import fail, is_root, say, which

# Nobody will miss this data: no waiting for the disk, and enough connections for parallel tests.
SETTINGS = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=100"]


@contextmanager
def server() -> Iterator[str | None]:
    """A DATABASE_URL for this run, or None when there is no PostgreSQL on this machine."""
    named = os.environ.get("DATABASE_URL", "")
    if named.startswith("postgres"):
        yield _own_name(named)
    elif binaries := find_binaries():
        with cluster(binaries) as url:
            yield url
    else:
        yield None


def _own_name(url: str) -> str:
    """The tests create `test_<name>` on the server; a name of this run's own keeps parallel runs apart."""
    return urlunsplit(urlsplit(url)._replace(path=f"/eloket_{os.getpid()}"))


def find_binaries() -> Path | None:
    """The folder with initdb and postgres: from PATH, else Debian's, newest first."""
    if initdb := which("initdb"):
        return Path(initdb).resolve().parent
    versions = glob.glob("/usr/lib/postgresql/*/bin/initdb")
    newest = max(versions, key=lambda path: float(path.split("/")[4]), default=None)
    return Path(newest).parent if newest else None


@contextmanager
def cluster(binaries: Path) -> Iterator[str]:
    """A cluster that lives as long as the block; its port is on loopback and its own."""
    folder = Path(tempfile.mkdtemp(prefix="eloket-pg-"))
    owner = _owner()
    if owner:
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    try:
        port = free_port()
        _as(owner, [binaries / "initdb", "-D", folder / "data", "-U", "eloket", "-A", "trust", "-E", "UTF8", "--no-sync"])
        options = " ".join(f"-c {setting}" for setting in [*SETTINGS, f"unix_socket_directories={folder}"])
        options += f" -c listen_addresses=127.0.0.1 -p {port}"
        start = [binaries / "pg_ctl", "-D", folder / "data", "-w", "-l", folder / "log", "-o", options, "start"]
        _as(owner, start)
        say(f"throw-away PostgreSQL of {binaries} on port {port}")
        try:
            yield f"postgres://eloket@127.0.0.1:{port}/eloket"
        finally:
            _as(owner, [binaries / "pg_ctl", "-D", folder / "data", "-m", "immediate", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _owner() -> pwd.struct_passwd | None:
    """initdb refuses root: then the cluster is the postgres user's, or nobody's."""
    if not is_root():
        return None
    users = {user.pw_name: user for user in pwd.getpwall()}
    return users.get("postgres") or users["nobody"]


def _as(owner: pwd.struct_passwd | None, command: list[str | Path]) -> None:
    words = [str(word) for word in command]
    ids = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []} if owner else {}
    done = subprocess.run(
        words, cwd="/", stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **ids
    )
    if done.returncode:
        fail(f"PostgreSQL: {Path(words[0]).name} failed\n{done.stdout.strip()}")
