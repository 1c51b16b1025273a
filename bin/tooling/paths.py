"""Where things stand in the working tree."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
VENV_BIN = VENV / "bin"
VENV_PYTHON = VENV_BIN / "python"
FRONTEND = ROOT / "frontend"
CHECKERS = ROOT / "tests" / "checkers"
STATIC_DIST = ROOT / "static" / "dist"
LOCALE = ROOT / "locale"
VAR = ROOT / "var"
