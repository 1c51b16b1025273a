"""Resolve the dependencies into the hashed locks.

Constraints stay in a file of their own: in [tool.uv] they would stop `uv pip install --require-hashes`.
"""

from tooling.paths import ROOT, VENV_BIN
from tooling.shell import fail, run, say

OPTIONS = [
    "--universal",
    "--python-version",
    "3.11",
    "--generate-hashes",
    "--no-header",
    "--no-annotate",
    "-q",
]
PROJECT = ["pyproject.toml", "--all-extras"]
SUPPORTED = [*PROJECT, "-c", "constraints.txt"]


def main() -> None:
    compile_lock("requirements-dev.lock", [*SUPPORTED, "--group", "dev"])
    compile_lock(
        "requirements.lock", [*SUPPORTED, "-c", "requirements-dev.lock"]
    )  # the same versions in both
    compile_lock("requirements-newest.lock", [*PROJECT, "--group", "dev", "-c", "constraints-newest.txt"])


def compile_lock(name: str, inputs: list[str]) -> None:
    if not run([VENV_BIN / "uv", "pip", "compile", *inputs, *OPTIONS, "-o", name], cwd=ROOT):
        fail(f"{name} could not be made; see the lines above")
    say(f"wrote {name}")


if __name__ == "__main__":
    main()
