"""What the Wagtail admin adds or hides for this site."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks


@hooks.register("insert_global_admin_css")
def admin_css() -> SafeString:
    """The colour of eloket in the admin; nothing more."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/beheer.css"))
