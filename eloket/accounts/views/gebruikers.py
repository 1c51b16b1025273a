"""The list of employees in the Wagtail admin.

A role taken away here is gone at the next request; one that is given lasts until the next login, which
brings the roles of the gemeente's own accounts. Nobody makes somebody a superuser; residents are not in it.
"""

from typing import Any

from django.db.models import QuerySet
from wagtail.users.forms import UserEditForm
from wagtail.users.views.users import EditView, IndexView, UserViewSet

from eloket.accounts.models import Soort, User


class MedewerkerForm(UserEditForm):
    """Wagtail's own, without the box that stands above all roles."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("is_superuser", None)


class MedewerkerIndexView(IndexView):
    def get_base_queryset(self) -> QuerySet[User]:
        return super().get_base_queryset().filter(soort=Soort.MEDEWERKER)


class MedewerkerEditView(EditView):
    def get_queryset(self) -> QuerySet[User]:
        return User.objects.filter(soort=Soort.MEDEWERKER)


class MedewerkerViewSet(UserViewSet):
    index_view_class = MedewerkerIndexView
    edit_view_class = MedewerkerEditView

    def get_form_class(self, for_update: bool = False) -> Any:
        return MedewerkerForm if for_update else super().get_form_class(for_update)
