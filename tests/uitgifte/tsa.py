"""A time-stamp service on loopback: answers as one does, or breaks as they do."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from asn1crypto import keys, tsp
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper


@dataclass
class Tsa:
    """`storing`: a status, "html", "half" or "" when all is well; `gevraagd` counts."""

    url: str
    storing: str | int = ""
    gevraagd: int = 0


def make_stamper(now: datetime) -> DummyTimeStamper:
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Tijdstempel voor een test")])
    cert = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=3650))
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return DummyTimeStamper(
        asn1.Certificate.load(cert.public_bytes(serialization.Encoding.DER)),
        keys.PrivateKeyInfo.load(private),
        fixed_dt=now,
    )


@contextmanager
def run_tsa(now: datetime) -> Iterator[Tsa]:
    stamper = make_stamper(now)
    state = Tsa("")

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            import asyncio

            state.gevraagd += 1
            question = self.rfile.read(int(self.headers["Content-Length"]))
            status, body = 200, b"<html>Even geduld</html>"
            if isinstance(state.storing, int):
                status = state.storing
            elif state.storing != "html":
                answer = stamper.async_request_tsa_response(tsp.TimeStampReq.load(question))
                body = asyncio.run(answer).dump()
            if state.storing == "half":
                body = body[: len(body) // 2]
            self.send_response(status)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    state.url = f"http://127.0.0.1:{server.server_port}/tsa"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
