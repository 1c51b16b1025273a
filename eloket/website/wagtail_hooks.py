"""What the Wagtail admin adds or hides for this site."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from eloket.website.models import Locatie


@hooks.register("insert_global_admin_css")
def admin_css() -> SafeString:
    """The colour of eloket in the admin; nothing more."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/beheer.css"))


@hooks.register("insert_global_admin_js")
def admin_js() -> SafeString:
    """What Wagtail does not finish by itself; the file says what."""
    return format_html('<script src="{}" defer></script>', static("js/beheer.js"))


class LocatieViewSet(SnippetViewSet):
    """The addresses, beside the other settings of the site."""

    model = Locatie
    menu_label = _("Locaties")
    icon = "home"
    list_display = ["naam", "straat", "plaats", "volgorde"]
    add_to_settings_menu = True


register_snippet(LocatieViewSet)
