"""Tables, people and clients, and the server itself."""

import shutil
import signal
import threading
from collections.abc import Sequence
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import django
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application

from eloket.demo.provider.settings import DATA


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quiet(WSGIRequestHandler):
    """No line per request: a callback's query has no place in a log."""

    def log_message(self, format: str, *args: object) -> None:
        pass


def serve(host: str, port: int, lokets: Sequence[str]) -> None:
    """Answer on this port until SIGTERM or SIGINT. `lokets` are the origins that people come back to."""
    django.setup()
    try:
        _fill(lokets)
        with make_server(host, port, get_wsgi_application(), Server, Quiet) as server:
            for number in (signal.SIGTERM, signal.SIGINT):
                # shutdown() waits for the loop that this very handler interrupts: call it from beside.
                signal.signal(number, lambda *_: threading.Thread(target=server.shutdown).start())
            server.serve_forever(poll_interval=0.1)
    finally:
        shutil.rmtree(DATA, ignore_errors=True)


def _fill(lokets: Sequence[str]) -> None:
    from allauth.idp.oidc.models import Client
    from django.contrib.auth import get_user_model

    from eloket.demo.provider.middelen import MIDDELEN, login_name

    call_command("migrate", run_syncdb=True, interactive=False, verbosity=0)
    for name, middel in MIDDELEN.items():
        logins = [login_name(who, niveau) for who in middel.personen for niveau in middel.niveaus]
        get_user_model().objects.bulk_create(get_user_model()(username=login) for login in logins)
        client = Client(id=middel.client_id, name=middel.naam, skip_consent=True)
        client.set_secret(middel.secret)
        client.set_scopes(["openid", "profile", "email"])
        client.set_redirect_uris([f"{loket}/inloggen/oidc/{name}/callback/" for loket in lokets])
        client.save()
