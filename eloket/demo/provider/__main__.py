"""`python -m eloket.demo.provider --port 8001 [--loket http://localhost:8000 …]`"""

import argparse
import os
import sys


def main() -> int:
    parser = argparse.ArgumentParser(prog="eloket.demo.provider", description="De demo-inlogdienst.")
    parser.add_argument("--host", default=os.environ.get("ELOKET_HOST", "127.0.0.1"))
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--loket", action="append", help="adres van het loket; mag vaker")
    words = parser.parse_args()
    os.environ["DJANGO_SETTINGS_MODULE"] = "eloket.demo.provider.settings"
    from eloket.demo.provider.start import serve

    try:
        serve(words.host, words.port, words.loket or _neighbours(words.port - 1))
    except OSError as error:
        sys.stderr.write(f"eloket: de demo-inlogdienst start niet: {error.strerror or error}\n")
        return 1
    return 0


def _neighbours(port: int) -> list[str]:
    """The loket as a browser on this machine may call it."""
    own = os.environ.get("ELOKET_BASIS_URL", "").rstrip("/")
    hosts = ["localhost", "127.0.0.1", "[::1]"]
    return [f"http://{host}:{port}" for host in hosts] + ([own] if own else [])


if __name__ == "__main__":
    sys.exit(main())
