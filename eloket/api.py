"""The public JSON API, mounted at /api/v1/."""

from ninja import NinjaAPI

api = NinjaAPI(title="eloket", version="1.0.0", urls_namespace="api-v1", docs_url=None)
