"""Files that people send go to a folder of the test, as they came."""

from tests.mijnzaken.conftest import bestanden, not_reread

__all__ = ["bestanden", "not_reread"]
