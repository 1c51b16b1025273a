"""An answer that stands fast: shown as text, with where it comes from, and never typed."""

from collections.abc import Mapping
from typing import Any

from django import forms


class VasteWaarde(forms.Widget):
    """In the place of a widget: its data are read as ever, but there is no box.

    `tekst`: the answer in words, safe to show; `herkomst`: where it comes from, and what to do about it.
    Whoever puts this in sees to it that the data are ours and not the visitor's.
    """

    vorm = "vast"  # components/form_fixed.html

    def __init__(self, inner: forms.Widget, *, tekst: str, herkomst: str = "") -> None:
        super().__init__()
        self.inner = inner
        self.tekst = tekst
        self.herkomst = herkomst

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> Any:
        return self.tekst

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        return self.inner.value_from_datadict(data, files, name)

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return self.inner.value_omitted_from_data(data, files, name)
