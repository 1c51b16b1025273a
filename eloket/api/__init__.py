"""The public JSON API, mounted at /api/v1/: reading only, by the NL API Design Rules (docs/api.md).

That of handhaving stands apart, at /api/handhaving/v1/: it has a key, and is about people.
"""

from eloket.api.handhaving import api as handhaving_api
from eloket.api.kern import make_api
from eloket.api.niets import router as niets
from eloket.api.producten import router as producten
from eloket.api.sdg import router as sdg
from eloket.api.start import router as start

api = make_api()
for router in (start, producten, sdg, niets):
    api.add_router("", router)

__all__ = ["api", "handhaving_api"]
