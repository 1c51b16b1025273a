"""What pyproject.toml cannot say: templates, styles and translations travel inside the installed package.

In the tree they stand beside it; in `eloket/_tree/` settings.py finds them when there is no tree around it.
"""

import shutil
import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).resolve().parent
FOLDERS = ("templates", "static", "locale")

sys.path.insert(0, str(ROOT / "bin"))


class BuildWithTree(build_py):
    def run(self) -> None:
        from tooling import frontend, messages

        super().run()
        messages.ensure()
        frontend.ensure()
        for folder in FOLDERS:
            target = Path(self.build_lib) / "eloket" / "_tree" / folder
            shutil.copytree(ROOT / folder, target, dirs_exist_ok=True)


setup(cmdclass={"build_py": BuildWithTree})
