"""A PostgreSQL server for a test run: the one DATABASE_URL names, else a throw-away cluster on loopback."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from tooling.shell import fail, is_root, say, which

DEBIAN = Path("/usr/lib/postgresql")
# Nobody will miss this data: no waiting for the disk, and enough connections for parallel tests.
PREFIX = "eloket-pg-"
SETTINGS = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=300"]


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
    versions = [folder for folder in DEBIAN.glob("*/bin") if (folder / "initdb").exists()]
    return max(versions, key=lambda folder: float(folder.parent.name), default=None)


@contextmanager
def cluster(binaries: Path) -> Iterator[str]:
    """A cluster that lives as long as the block; its port is on loopback and its own."""
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    owner = _owner()
    if owner:
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    try:
        port, data = free_port(), folder / "data"
        _as(owner, binaries / "initdb", f"-D {data} -U eloket -A trust -E UTF8 --no-sync".split())
        options = [f"-c {setting}" for setting in [*SETTINGS, f"unix_socket_directories={folder}"]]
        options += ["-c listen_addresses=127.0.0.1", f"-p {port}"]
        _as(
            owner,
            binaries / "pg_ctl",
            ["-D", data, "-w", "-l", folder / "log", "-o", " ".join(options), "start"],
        )
        say(f"throw-away PostgreSQL of {binaries} on port {port}")
        try:
            yield f"postgres://eloket@127.0.0.1:{port}/eloket"
        finally:
            _as(owner, binaries / "pg_ctl", f"-D {data} -m immediate stop".split())
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def restart(data: Path) -> bool:
    """Stop the cluster in this folder under everybody and start it again; False for one that is not ours."""
    binaries = find_binaries()
    if binaries is None or not data.parent.name.startswith(PREFIX):
        return False
    _as(
        _owner(),
        binaries / "pg_ctl",
        ["-D", data, "-w", "-m", "fast", "-l", data.parent / "log", "restart"],
    )
    return True


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


def _as(owner: pwd.struct_passwd | None, program: Path, words: Sequence[str | Path]) -> None:
    done = subprocess.run(
        [str(word) for word in [program, *words]],
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        user=owner.pw_uid if owner else None,
        group=owner.pw_gid if owner else None,
        extra_groups=[] if owner else None,
    )
    if done.returncode:
        fail(f"PostgreSQL: {program.name} failed\n{done.stdout.strip()}")
