"""`python -m eloket.demo.zgwregister --port 8002`: the register as a program of its own, for a demo."""

import argparse
import sys
import time

from django.conf import settings

CLIENT, GEHEIM = "eloket", "demo-zgw-geheim"
BEZORGEN_SECONDEN = 1.0


def main() -> int:
    parser = argparse.ArgumentParser(prog="eloket.demo.zgwregister", description="Een klein ZGW-register.")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--traag", type=float, default=0.0, help="seconden per vraag")
    words = parser.parse_args()
    settings.configure(USE_TZ=True, TIME_ZONE="Europe/Amsterdam")  # the clock asks for no more
    try:
        serve(words.port, words.traag)
    except OSError as error:
        sys.stderr.write(f"eloket: het ZGW-register start niet: {error.strerror or error}\n")
        return 1
    except KeyboardInterrupt:
        pass
    return 0


def serve(port: int, traag: float) -> None:
    """Answer until somebody stops it."""
    from eloket.demo.zgwregister import server
    from eloket.demo.zgwregister.demotypen import add_demotypen
    from eloket.demo.zgwregister.notificaties import deliver
    from eloket.demo.zgwregister.register import Applicatie, Register
    from eloket.lib import klok

    register = Register(klok=klok.now)
    register.storingen.traag = traag
    register.applicaties[CLIENT] = Applicatie(GEHEIM)
    with server.run(register, port=port):
        add_demotypen(register)
        while True:
            deliver(register)
            time.sleep(BEZORGEN_SECONDEN)


if __name__ == "__main__":
    sys.exit(main())
