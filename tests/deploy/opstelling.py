"""A production installation on loopback, made of the files in deploy/ with folders and ports of its own."""

import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.tooling.commando import ROOT, clean_environment
from tooling.postgres import free_port

DEPLOY = ROOT / "deploy"
NAME = "loket.gemeente.example"


class Opstelling:
    """Where everything of this installation stands, and how its programs are started."""

    def __init__(self, folder: Path, database_url: str) -> None:
        self.folder = folder
        self.http, self.https = free_port(), free_port()
        self.environment = clean_environment(
            ELOKET_OMGEVING="productie",
            ELOKET_HOSTS=NAME,
            ELOKET_BASIS_URL=f"https://{NAME}",
            ELOKET_SECRET_KEY="geheim-van-deze-ene-proef-en-van-niets-anders-meer",
            ELOKET_KEYS="sleutel-van-deze-ene-proef-en-van-niets-anders-meer",
            ELOKET_DATA=str(folder / "data"),
            ELOKET_OIDC_MEDEWERKER_URL="https://inloggen.gemeente.example",
            ELOKET_OIDC_MEDEWERKER_CLIENT_ID="eloket",
            ELOKET_OIDC_MEDEWERKER_CLIENT_SECRET="geheim",
            DATABASE_URL=database_url,
            DJANGO_SETTINGS_MODULE="eloket.settings",
        )

    def local(self, text: str) -> str:
        """The text of a file in deploy/, with the folders of this installation."""
        places = {
            "/opt/eloket/.venv/bin": str(Path(sys.executable).parent),
            "/opt/eloket": str(ROOT),
            "/run/eloket": str(self.folder),
            "/var/lib/eloket": str(self.folder / "data"),
            "/etc/ssl/eloket": str(self.folder),
        }
        for there, here in places.items():
            text = text.replace(there, here)
        return text

    def manage(self, *words: str) -> str:
        command = [sys.executable, "-m", "django", *words]
        done = subprocess.run(
            command, env=self.environment, cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    @contextmanager
    def unit(self, name: str) -> Iterator[subprocess.Popen[bytes]]:
        """The program of a unit file, as systemd would start it."""
        lines = self.local((DEPLOY / name).read_text()).replace("\\\n", " ").splitlines()
        start = next(line.removeprefix("ExecStart=") for line in lines if line.startswith("ExecStart="))
        with running(shlex.split(start), self.environment) as child:
            yield child

    @contextmanager
    def nginx(self, program: str) -> Iterator[None]:
        write_certificate(self.folder)
        config = self.folder / "nginx.conf"
        config.write_text(
            f"{self._nginx_frame()}\nhttp {{\n{self._nginx_temporary()}\n{self.nginx_site()}\n}}\n"
        )
        with running(
            [program, "-p", str(self.folder), "-c", str(config), "-g", "daemon off;"], self.environment
        ):
            yield

    def nginx_site(self) -> str:
        text = self.local((DEPLOY / "nginx.conf").read_text())
        kept = [line for line in text.splitlines() if "listen [::]" not in line]
        text = "\n".join(kept).replace("listen 80;", f"listen 127.0.0.1:{self.http};")
        return text.replace("listen 443 ", f"listen 127.0.0.1:{self.https} ")

    def _nginx_frame(self) -> str:
        frame = ["user root;", f"pid {self.folder}/nginx.pid;", "error_log stderr;", "worker_processes 1;"]
        return "\n".join([*frame, "events {}"])

    def _nginx_temporary(self) -> str:
        kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        return "access_log off;\n" + "\n".join(f"{kind}_temp_path {self.folder}/{kind};" for kind in kinds)


@contextmanager
def running(command: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    child = subprocess.Popen(command, env=environment, cwd=ROOT)
    try:
        yield child
    finally:
        child.terminate()
        child.wait(30)


def write_certificate(folder: Path) -> None:
    """A certificate for a day, signed by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    (folder / "fullchain.pem").write_bytes(certificate.public_bytes(pem))
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "privkey.pem").write_bytes(secret)
