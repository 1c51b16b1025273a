"""A report in the admin of what was noted: the newest first, by day, to take along. Nobody changes it."""

from datetime import datetime
from functools import cached_property
from typing import Any, ClassVar

import django_filters
from django.contrib.auth import get_user_model
from django.db.models import Model, OuterRef, Subquery, Value
from django.db.models.functions import Concat, Trim
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy


class MomentColumn(Column):
    """A moment to the minute, and not "two days ago"."""

    cell_template_name = "lib/moment.html"


class LogRapport(ReportView):
    """Lines of `model`, by their `moment`. Whoever has the right to view the model reads them."""

    model: ClassVar[type[Model]]
    moment: ClassVar[str]
    results_template_name = "lib/lograpport.html"
    permission_required = "view"
    header_icon = "history"

    @cached_property
    def permission_policy(self) -> ModelPermissionPolicy:
        return ModelPermissionPolicy(self.model)

    @property
    def custom_field_preprocess(self) -> dict[str, Any]:
        return {self.moment: {self.FORMAT_CSV: write_moment}}

    def get_queryset(self) -> Any:
        return self.model._default_manager.order_by(f"-{self.moment}", "-pk")

    def get_filename(self) -> str:
        return str(self.index_url_name).rpartition(":")[2]


class LogMenuItem(MenuItem):
    """Only for whoever may read that report."""

    def __init__(self, rapport: type[LogRapport], **kwargs: Any) -> None:
        url = reverse(rapport.index_url_name)
        super().__init__(rapport.page_title, url, icon_name=rapport.header_icon, **kwargs)
        self.policy = ModelPermissionPolicy(rapport.model)

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(self.policy.user_has_permission(request.user, "view"))


def log_urls(name: str, rapport: type[LogRapport]) -> list[URLPattern]:
    """The page, and the part of it that a filter changes."""
    return [
        path(f"{name}/", rapport.as_view(), name=name),
        path(f"{name}/resultaten/", rapport.as_view(results_only=True), name=f"{name}-resultaten"),
    ]


def day_filter(field: str) -> django_filters.DateFromToRangeFilter:
    """From one day to another, both included."""
    return django_filters.DateFromToRangeFilter(field, label=_("Periode"), widget=DateRangePickerWidget)


def write_moment(moment: datetime) -> str:
    """For a sheet: in local time, to the minute."""
    return moment.astimezone(get_default_timezone()).strftime("%Y-%m-%d %H:%M")


def name_of_user(key: str, ref: str) -> Subquery:
    """The name of the user whose `key` stands in the column `ref`; NULL for nobody who is still known."""
    users = get_user_model()._default_manager.filter(**{key: OuterRef(ref)})
    return Subquery(users.values_list(Trim(Concat("first_name", Value(" "), "last_name")))[:1])


def user_choices(key: str, values: Any) -> list[tuple[str, str]]:
    """Whom to choose from: the users with one of these values in `key`, by name."""
    users = get_user_model()._default_manager.filter(**{f"{key}__in": values})
    found = [(str(getattr(user, key)), user.get_full_name()) for user in users]
    return sorted(found, key=lambda each: each[1])
