"""Translations are compiled without gettext on the machine."""

import gettext
import subprocess
import sys
from pathlib import Path

from tests.tooling.commando import ROOT

PO = r"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

#: eloket/zaken/views.py
msgid "Uw zaak"
msgstr "Your case"

msgctxt "werkwoord"
msgid "Open"
msgstr "Open it"

#, python-format
msgid "%(n)s zaak"
msgid_plural "%(n)s zaken"
msgstr[0] "%(n)s case"
msgstr[1] "%(n)s cases"

#, fuzzy
msgid "Onzeker"
msgstr "Maybe wrong"

msgid "Nog niet vertaald"
msgstr ""

msgid ""
"Een regel\n"
"en nog een"
msgstr ""
"A line\n"
"and \"one\" more"

#~ msgid "Weg"
#~ msgstr "Gone"
"""


COMPILE = "import pathlib, sys, tooling.messages as m; m.compile_file(*map(pathlib.Path, sys.argv[1:]))"


def compiled(folder: Path) -> gettext.GNUTranslations:
    po, mo = folder / "django.po", folder / "django.mo"
    po.write_text(PO)
    command = [sys.executable, "-c", COMPILE, str(po), str(mo)]
    subprocess.run(command, env={"PYTHONPATH": str(ROOT / "bin")}, check=True)
    with mo.open("rb") as file:
        return gettext.GNUTranslations(file)


def test_texts_contexts_and_plurals_are_found(tmp_path: Path) -> None:
    english = compiled(tmp_path)
    assert english.gettext("Uw zaak") == "Your case"
    assert english.pgettext("werkwoord", "Open") == "Open it"
    assert english.ngettext("%(n)s zaak", "%(n)s zaken", 1) == "%(n)s case"
    assert english.ngettext("%(n)s zaak", "%(n)s zaken", 3) == "%(n)s cases"
    assert english.gettext("Een regel\nen nog een") == 'A line\nand "one" more'


def test_what_nobody_confirmed_stays_dutch(tmp_path: Path) -> None:
    english = compiled(tmp_path)
    for text in ("Onzeker", "Nog niet vertaald", "Weg"):
        assert english.gettext(text) == text
