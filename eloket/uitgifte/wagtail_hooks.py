"""The places of uitgifte in the Wagtail admin."""

from wagtail.snippets.models import register_snippet

from eloket.uitgifte.beheer.soorten import ProductsoortViewSet

register_snippet(ProductsoortViewSet)
