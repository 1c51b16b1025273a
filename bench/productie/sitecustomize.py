"""What an installation does not have: development tools bring these, and others load what is there.

First on the path of a measured process, or its memory would be that of a developer's machine (5 MB more).
`requirements.lock` holds neither; `tests/tooling/test_setup.py` looks.
"""

import sys

ONLY_FOR_DEVELOPERS = ("jinja2", "rich")

sys.modules.update(dict.fromkeys(ONLY_FOR_DEVELOPERS))  # type: ignore[arg-type]
