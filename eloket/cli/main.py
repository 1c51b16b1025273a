"""From words on the command line to a command."""

import os
import sys
from collections.abc import Callable

from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError

from eloket.cli.melding import Stop, complain

USAGE = """\
eloket: het loket van een gemeente

  eloket run      start het loket: web, worker en (in de demo) de inlogdienst
  eloket manage   beheeropdrachten, zoals `eloket manage migrate`
  eloket demo     vul de demogemeente; een tweede keer doet niets
  eloket check    controleer de instellingen (met --deploy: die voor productie);
                  `eloket check zgw` kijkt uw zaakregister na"""


def main(words: list[str] | None = None) -> int:
    """Run one command and return its exit code; no expected fault ends in a traceback."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "eloket.settings")
    name, *rest = (sys.argv[1:] if words is None else words) or ["help"]
    command = COMMANDS.get(name)
    if command is None:
        print(USAGE)
        return 0 if name in ("help", "-h", "--help") else 2
    try:
        return command(rest)
    except (Stop, ImproperlyConfigured, CommandError) as error:
        complain(str(error))
    except OSError as error:
        complain(f"{error.filename or 'het systeem'}: {error.strerror or error}")
    except KeyboardInterrupt:
        return 130
    return 1


def run(words: list[str]) -> int:
    _quiet_terminal()
    from eloket.cli.run import run_loket

    _refuse_words("run", words)
    return run_loket()


def manage(words: list[str]) -> int:
    from django.conf import settings
    from django.core.management import execute_from_command_line

    assert settings.INSTALLED_APPS  # loads the settings: a broken value is told here, in one line
    execute_from_command_line(["eloket manage", *words])
    return 0


def demo(words: list[str]) -> int:
    _quiet_terminal()
    from django.conf import settings

    from eloket.cli.start import fill_demo, prepare_database, setup_django
    from eloket.cli.voorwaarden import check_data_dir
    from eloket.cli.zaaksysteem import running

    _refuse_words("demo", words)
    check_data_dir(settings.ELOKET_DATA)
    setup_django()
    prepare_database()
    with running():
        fill_demo()
    return 0


def check(words: list[str]) -> int:
    if words == ["zgw"]:
        return manage(["check_zgw"])
    return manage(["check", *words])


def _quiet_terminal() -> None:
    """A terminal shows the addresses and what is wrong; ELOKET_LOGNIVEAU=INFO shows every request too."""
    os.environ.setdefault("ELOKET_LOGNIVEAU", "WARNING")


def _refuse_words(name: str, words: list[str]) -> None:
    if words:
        raise Stop(f"`eloket {name}` neemt geen {words[0]!r} aan; instellingen: zie docs/installeren.md.")


COMMANDS: dict[str, Callable[[list[str]], int]] = {"run": run, "manage": manage, "demo": demo, "check": check}
