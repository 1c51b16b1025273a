"""`python -m eloket.demo.zaaksysteem`: the register beside a demo, with the settings of that demo."""

import os
import sys
import time

BEZORGEN_SECONDEN = 0.5


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "eloket.settings")
    from django.conf import settings

    if not getattr(settings, "ELOKET_DEMO_ZAAKSYSTEEM", ""):
        sys.stderr.write("eloket: het zaaksysteem van de demo vraagt ELOKET_DEMO=1 en ELOKET_ZAKEN=zgw.\n")
        return 1
    try:
        serve()
    except OSError as error:
        sys.stderr.write(f"eloket: het zaaksysteem van de demo start niet: {error.strerror or error}\n")
        return 1
    except KeyboardInterrupt:
        pass
    return 0


def serve() -> None:
    """Answer until somebody stops it; it is filled before the first answer."""
    from eloket.demo.zaaksysteem.opzet import make_register
    from eloket.demo.zaaksysteem.schermen import answer
    from eloket.demo.zgwregister import server
    from eloket.demo.zgwregister.notificaties import deliver

    register, bewaring = make_register()
    port = int(register.base.rsplit(":", 1)[-1])
    with server.run(register, port=port, schermen=answer) as getuigen:
        getuigen.append(bewaring.see)
        while True:
            deliver(register)
            register.forget_calls()  # they are for tests, and hold whole documents
            time.sleep(BEZORGEN_SECONDEN)


if __name__ == "__main__":
    sys.exit(main())
