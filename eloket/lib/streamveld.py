"""A StreamField whose blocks stay out of migrations.

Block definitions and labels would otherwise be written out in full in every migration that touches them;
the database column does not depend on them.
"""

from typing import Any

from wagtail.fields import StreamField as WagtailStreamField


class StreamField(WagtailStreamField):
    """Use this one everywhere instead of Wagtail's."""

    def deconstruct(self) -> Any:
        name, _path, _args, kwargs = super().deconstruct()
        for volatile in ("block_lookup", "verbose_name", "help_text"):
            kwargs.pop(volatile, None)
        return name, "eloket.lib.streamveld.StreamField", [[]], kwargs
