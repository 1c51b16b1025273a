"""A web server over https on loopback, for links: its answer stands in the path."""

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


@dataclass
class Linkserver:
    """`/200` answers 200, `/404` 404; `/geen-head/200` refuses HEAD; `/door/…` sends on to the rest."""

    url: str
    ca: Path
    asked: list[tuple[str, str]] = field(default_factory=list)


def make_certificate(folder: Path) -> Path:
    """Key and certificate of localhost in one file, its own authority."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=30))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = folder / "localhost.pem"
    file.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        + certificate.public_bytes(serialization.Encoding.PEM)
    )
    return file


@contextmanager
def run_linkserver(folder: Path) -> Iterator[Linkserver]:
    state = Linkserver(url="", ca=make_certificate(folder))

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            state.asked.append((self.command, self.path))
            first, _, rest = self.path.lstrip("/").partition("/")
            status = int(first) if first.isdecimal() else 405
            if first == "geen-head" and self.command == "GET":
                status = int(rest)
            self.send_response(302 if first == "door" else status)
            if first == "door":
                self.send_header("Location", rest if "://" in rest else f"/{rest}")
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_HEAD = do_GET = answer  # noqa: N815

        def log_message(self, *args: Any) -> None:
            """Not on the screen."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(state.ca)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    state.url = f"https://localhost:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
