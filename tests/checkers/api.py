"""An API held to the NL API Design Rules, and played by what it says of itself."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.checkers.fixtures import OpenapiChecker
from tests.components import need
from tests.tooling.commando import clean_environment


def list_design_faults(description: dict[str, Any], *, spectral: OpenapiChecker, folder: Path) -> list[str]:
    """What the linter of the rules says of this OpenAPI description."""
    shared = Path(os.environ.get("ELOKET_SHARED_DATA", "/bestaat-niet"))
    rules = need(str(shared / "adr-linter.yaml") if shared.is_dir() else None, "adr-linter.yaml")
    document = folder / "openapi.json"
    document.write_text(json.dumps(description))
    return spectral(document, Path(rules))


def play(url: str, *options: str, folder: Path) -> str:
    """Good and bad questions to a running API, against every check of schemathesis; what that told."""
    program = Path(sys.executable).with_name("schemathesis")
    asked = ["--checks", "all", "--max-examples", "15", "--seed", "1", "--no-color", *options]
    done = subprocess.run(
        [program, "run", url, *asked],
        cwd=folder, env=clean_environment(), capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-8000:]
    return done.stdout
