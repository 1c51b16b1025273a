"""The blocks a redacteur composes a form of."""

from wagtail import blocks


class StappenBlock(blocks.StreamBlock):
    """The steps of a form."""

    stap = blocks.StructBlock([("titel_nl", blocks.CharBlock())])
