"""The upload of a token set on the settings screen."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.forms import WagtailAdminModelForm

from eloket.website.tokens.lezen import MAX_BYTES, read_tokens
from eloket.website.tokens.waarden import Tokenset, TokensGeweigerd

NAAM_TEKENS = 100


class TokenbestandForm(WagtailAdminModelForm):
    """A file goes in, tokens stay. Without a file the set that is there stays, unless it is to go."""

    thema_bestand = forms.FileField(
        label=_("Bestand met tokens"),
        required=False,
        help_text=_("theme.css, root.css of tokens.json uit het pakket van uw thema."),
    )
    thema_weg = forms.BooleanField(label=_("Haal het eigen thema weg"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["thema_bestand"].help_text = self._help()

    def clean_thema_bestand(self) -> Tokenset | None:
        """The set in the file; None without a file."""
        found = self.cleaned_data["thema_bestand"]
        if not isinstance(found, UploadedFile):
            return None
        try:
            return read_tokens(found.read(MAX_BYTES + 1))
        except TokensGeweigerd as fout:
            raise forms.ValidationError(str(fout)) from fout

    def clean(self) -> dict[str, Any]:
        """Hand the set to the settings, which judge whether people can read it."""
        cleaned: dict[str, Any] = super().clean()
        found = cleaned.get("thema_bestand")
        if found is not None:
            self.instance.thema_tokens = dict(found.tokens)
            self.instance.thema_bestandsnaam = self.files["thema_bestand"].name[:NAAM_TEKENS]
        elif cleaned.get("thema_weg"):
            self.instance.thema_tokens, self.instance.thema_bestandsnaam = {}, ""
        return cleaned

    def _help(self) -> str:
        """What to choose, and what is in use now."""
        total = len(self.instance.thema_tokens)
        parts = [str(self.fields["thema_bestand"].help_text)]
        if total:
            now = ngettext("Nu: %(naam)s, %(n)d token.", "Nu: %(naam)s, %(n)d tokens.", total)
            parts.append(now % {"naam": self.instance.thema_bestandsnaam, "n": total})
        if settings.ELOKET_THEMA_TOKENS:
            parts.append(str(_("Deze installatie heeft een vast thema, dat voorgaat (ELOKET_THEMA_TOKENS).")))
        return " ".join(parts)
