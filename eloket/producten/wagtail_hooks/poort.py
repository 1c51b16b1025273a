"""Where the gate stands in Wagtail's admin: on every way by which an editor can bring a product live.

The edit form asks first (`productformulier`), so that nothing typed is lost. These hooks and
`ProductPage.publish` stand beneath it, for what goes around the form: bulk publishing, approving from a list,
copying a page with its publication, Wagtail's own admin API.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.log_actions import LogFormatter
from wagtail.models import Page

from eloket.producten.models import ProductPage
from eloket.producten.redactie.berichten import refuse, warn
from eloket.producten.redactie.poort import LOG_ACTIE, PoortDicht, find_gaps, goes_live, guard, may_override


@hooks.register("before_publish_page")
def stop_publishing(request: HttpRequest, page: Page) -> HttpResponse | None:
    """From the edit form, whose own judgement came first; here the reason is kept."""
    if isinstance(page, ProductPage):
        try:
            guard(page, request.user)
        except PoortDicht as closed:
            return refuse(request, [closed])
    return None


@hooks.register("after_publish_page")
def warn_after_publishing(request: HttpRequest, page: Page) -> None:
    if isinstance(page, ProductPage):
        warn(request, page)


@hooks.register("after_edit_page")
def warn_after_approval(request: HttpRequest, page: Page) -> None:
    """Approving in the edit screen publishes as well."""
    if isinstance(page, ProductPage) and "action-workflow-action" in request.POST:
        page.refresh_from_db(fields=["live"])
        warn(request, page)


@hooks.register("before_bulk_action")
def stop_bulk_publishing(
    request: HttpRequest, action_type: str, objects: Sequence[Page], action: Any
) -> HttpResponse | None:
    """All or nothing: what is ready waits for the rest, so that nobody has to find out what was done."""
    if action_type != "publish":
        return None
    below = action.cleaned_form.cleaned_data.get("include_descendants")
    refused = list(_refused(objects, request.user, below=bool(below)))
    return refuse(request, refused, back=action.next_url) if refused else None


@hooks.register("before_copy_page")
def stop_publishing_a_copy(request: HttpRequest, page: Page) -> HttpResponse | None:
    """A copy or an alias of a product on line can go on line with it: a first publication too."""
    if request.method != "POST" or not {"publish_copies", "alias"} & request.POST.keys():
        return None
    pages = ProductPage.objects.descendant_of(page, inclusive=True).live()
    refused = [PoortDicht(each, gaten) for each in pages if (gaten := find_gaps(each))]
    return refuse(request, refused) if refused else None


def _refused(objects: Iterable[Page], user: Any, *, below: bool) -> Iterable[PoortDicht]:
    """The products among these pages, and below them when asked, that may not go live."""
    ids = {page.pk for page in objects}
    if below:
        ids |= {
            pk for page in objects for pk in page.get_descendants().not_live().values_list("pk", flat=True)
        }
    for product in ProductPage.objects.filter(pk__in=ids, live=False).order_by("title"):
        draft = product.get_latest_revision_as_object()
        gaten = find_gaps(draft) if goes_live(draft) else []
        if gaten and not (may_override(user) and draft.publicatie_reden.strip()):
            yield PoortDicht(draft, gaten)


class ZonderActies(PagesAdminAPIViewSet):
    """The admin's own API, for looking only: its actions publish around the gate, and no screen uses them."""

    actions: dict[str, Any] = {}


@hooks.register("construct_admin_api")
def close_actions(router: Any) -> None:
    router.register_endpoint("pages", ZonderActies)


@hooks.register("register_log_actions")
def register_log_actions(actions: Any) -> None:
    @actions.register_action(LOG_ACTIE)
    class TochGepubliceerd(LogFormatter):
        label = gettext_lazy("Gepubliceerd met een reden")

        def format_message(self, log_entry: Any) -> str:
            data = log_entry.data or {}
            return _(
                "Gepubliceerd terwijl er nog iets ontbrak. Reden: %(reden)s Dit ontbrak: %(ontbreekt)s"
            ) % {
                "reden": data.get("reden", ""),
                "ontbreekt": " ".join(data.get("ontbreekt", [])),
            }
