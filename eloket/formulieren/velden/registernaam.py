"""A name from the zaakregister, chosen from a list that the editor's page carries.

The list is a datalist: a name that the register lacks stays visible, and without the register one types.
"""

from typing import Any

from wagtail import blocks

EIGENSCHAPPEN = "register-eigenschappen"
DOCUMENTSOORTEN = "register-documentsoorten"


class RegisternaamBlock(blocks.CharBlock):
    """`lijst`: the id of the datalist."""

    def __init__(self, lijst: str, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)
        self.field.widget.attrs.update({"list": lijst, "autocomplete": "off"})
