"""Wagtail's own ways to work together, on a product: approval, locks, comments, plans, two at a time."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import Comment, GroupApprovalTask, Page, Workflow, WorkflowPage, WorkflowTask

from eloket.accounts.services import Rol
from eloket.lib import klok
from eloket.producten.services import ProductPage
from eloket.website.services import publish_scheduled
from tests.producten.concepten import make_concept
from tests.producten.factories import Catalogus, make_complete
from tests.producten.redactiescherm import edit_url, log_in, messages_of, press, read_form


@pytest.fixture
def samira(db: None) -> Client:
    return log_in()[0]


@pytest.fixture
def eva(db: None) -> Client:
    return log_in(Rol.EINDREDACTEUR, naam="Eva Smit")[0]


@pytest.fixture
def workflow(catalogus: Catalogus) -> Workflow:
    """What a gemeente makes under Instellingen → Workflows: an eindredacteur approves."""
    task = GroupApprovalTask.objects.create(name="Goedkeuren")
    task.groups.set([Group.objects.get_or_create(name=Rol.EINDREDACTEUR)[0]])
    workflow = Workflow.objects.create(name="Vier ogen")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.filter(page=Page.get_first_root_node()).delete()
    WorkflowPage.objects.create(workflow=workflow, page=Page.get_first_root_node())
    return workflow


def reload(page: ProductPage) -> ProductPage:
    return ProductPage.objects.get(pk=page.pk)


def approve(client: Client, page: ProductPage, action: str = "approve") -> Any:
    """From the list of what waits, without opening the product."""
    state = reload(page).current_workflow_task_state
    return client.post(f"/beheer/pages/workflow/action/{page.pk}/{action}/{state.pk}/", {"comment": ""})


# --- Approval -----


def test_samira_submits_and_eva_approves(
    samira: Client, eva: Client, catalogus: Catalogus, workflow: Workflow
) -> None:
    page = make_concept(catalogus)
    assert press(samira, page, "action-submit").status_code == 302
    assert reload(page).workflow_in_progress
    assert not reload(page).live
    approve(eva, page)
    assert reload(page).live
    assert not reload(page).workflow_in_progress


def test_what_is_incomplete_is_not_submitted(
    samira: Client, catalogus: Catalogus, workflow: Workflow
) -> None:
    page = make_concept(catalogus, wat="")
    assert press(samira, page, "action-submit").status_code == 200
    assert not reload(page).workflow_in_progress


def test_samira_cannot_approve_what_she_submitted(
    samira: Client, catalogus: Catalogus, workflow: Workflow
) -> None:
    page = make_concept(catalogus)
    press(samira, page, "action-submit")
    assert approve(samira, page).status_code in (302, 403)
    assert not reload(page).live


def test_what_became_incomplete_on_the_way_is_not_approved(
    samira: Client, eva: Client, catalogus: Catalogus, workflow: Workflow
) -> None:
    """Eva empties an answer and approves from the list: the gate stands there too, and nothing is lost."""
    page = make_concept(catalogus)
    press(samira, page, "action-submit")
    press(eva, page, "", wat="null")
    html = messages_of(eva, approve(eva, page))
    assert "“Paspoort” kan nog niet op de site" in html
    assert not reload(page).live
    assert reload(page).workflow_in_progress, "the approval itself is undone"
    with_form = press(eva, page, "action-workflow-action", **{"workflow-action-name": "approve"})
    assert "Schrijf wat het is." in with_form.content.decode()
    reason = {"workflow-action-name": "approve", "publicatie_reden": "Spoed."}
    assert press(eva, page, "action-workflow-action", **reason).status_code == 302
    assert reload(page).live


def test_a_rejected_product_comes_back_with_a_word(
    samira: Client, eva: Client, catalogus: Catalogus, workflow: Workflow
) -> None:
    page = make_concept(catalogus)
    press(samira, page, "action-submit")
    state = reload(page).current_workflow_task_state
    url = f"/beheer/pages/workflow/action/{page.pk}/reject/{state.pk}/"
    eva.post(url, {"comment": "Noem de prijs van spoed."})
    assert not reload(page).live
    assert "Noem de prijs van spoed." in samira.get(f"/beheer/pages/{page.pk}/history/").content.decode()


def test_without_a_workflow_samira_publishes_herself(samira: Client, catalogus: Catalogus) -> None:
    """The gemeente decides: the roles let a redacteur publish."""
    page = make_concept(catalogus)
    assert press(samira, page, "action-publish").status_code == 302
    assert reload(page).live


# --- Locks -----


def test_a_locked_product_is_only_for_who_locked_it(
    samira: Client, eva: Client, catalogus: Catalogus
) -> None:
    page = make_complete(catalogus)
    eva.post(f"/beheer/pages/{page.pk}/lock/")
    refused = press(samira, page, "action-publish", title="Toch anders")
    assert refused.status_code == 200
    assert reload(page).title == "Paspoort"
    assert reload(page).locked
    eva.post(f"/beheer/pages/{page.pk}/unlock/")
    assert press(samira, page, "action-publish", title="Nu wel").status_code == 302


def test_a_product_that_waits_for_approval_is_locked_for_who_wrote_it(
    samira: Client, catalogus: Catalogus, workflow: Workflow
) -> None:
    page = make_concept(catalogus)
    press(samira, page, "action-submit")
    assert press(samira, page, "", title="Stiekem").status_code == 200
    assert reload(page).get_latest_revision_as_object().title == "Paspoort"


# --- Comments and plans -----


def test_a_comment_stands_at_its_field(samira: Client, catalogus: Catalogus) -> None:
    page = make_complete(catalogus)
    comment = {
        "comments-TOTAL_FORMS": "1",
        "comments-INITIAL_FORMS": "0",
        "comments-MIN_NUM_FORMS": "0",
        "comments-MAX_NUM_FORMS": "",
        "comments-0-text": "Klopt deze termijn nog?",
        "comments-0-contentpath": "termijn",
        "comments-0-position": "",
        "comments-0-id": "",
        "comments-0-DELETE": "",
        "comments-0-resolved": "",
        "comments-0-replies-TOTAL_FORMS": "0",
        "comments-0-replies-INITIAL_FORMS": "0",
        "comments-0-replies-MIN_NUM_FORMS": "0",
        "comments-0-replies-MAX_NUM_FORMS": "",
    }
    assert press(samira, page, "", **comment).status_code == 302
    [kept] = Comment.objects.filter(page=page.pk)
    assert (kept.contentpath, kept.text) == ("termijn", "Klopt deze termijn nog?")
    assert "Klopt deze termijn nog?" in samira.get(edit_url(page)).content.decode()


def test_a_planned_product_goes_live_at_its_moment(
    samira: Client, client: Client, catalogus: Catalogus
) -> None:
    page = make_concept(catalogus)
    moment = klok.now() + timedelta(days=1)
    press(samira, page, "action-publish", go_live_at=moment.strftime("%Y-%m-%d %H:%M"))
    assert client.get("/producten/paspoort/").status_code == 404
    with time_machine.travel(moment + timedelta(minutes=1), tick=False):
        publish_scheduled(now=klok.now())
        assert client.get("/producten/paspoort/").status_code == 200


# --- Two in one product -----


def test_two_redacteuren_in_one_product_see_each_other_and_lose_nothing(
    samira: Client, catalogus: Catalogus
) -> None:
    page = make_complete(catalogus)
    mo = log_in(naam="Mo Bakker")[0]
    hers, his = read_form(samira, edit_url(page)), read_form(mo, edit_url(page))
    samira.post(edit_url(page), {**hers, "title": "Van Samira"})
    mo.post(edit_url(page), {**his, "title": "Van Mo"})
    kept = [revision.as_object().title for revision in page.revisions.order_by("pk")]
    assert kept[-2:] == ["Van Samira", "Van Mo"]
    assert reload(page).title == "Paspoort"


def test_the_second_hears_of_the_first(samira: Client, catalogus: Catalogus) -> None:
    """Wagtail asks every so often who else is here; the answer names them, and a version that is newer."""
    page = make_complete(catalogus)
    page.save_revision()
    mo = log_in(naam="Mo Bakker")[0]
    read_form(samira, edit_url(page))
    html = mo.get(edit_url(page)).content.decode()
    [url] = re.findall(r'data-w-swap-src-value="(/beheer/editing-sessions/ping/[^"]+)"', html)
    latest = page.get_latest_revision()
    mine = {"revision_id": latest.pk, "revision_created_at": latest.created_at.isoformat()}
    assert "Samira Idrissi" in mo.post(url, mine).json()["html"]
    samiras = read_form(samira, edit_url(page))
    samira.post(edit_url(page), {**samiras, "title": "Van Samira"})
    [warned] = [each for each in mo.post(url, mine).json()["other_sessions"] if each["revision_id"]]
    assert warned["user"] == "Samira Idrissi"


def test_an_autosave_over_a_newer_version_is_refused(samira: Client, catalogus: Catalogus) -> None:
    page = make_complete(catalogus)
    mo = log_in(naam="Mo Bakker")[0]
    his = read_form(mo, edit_url(page))
    press(samira, page, "", title="Van Samira")
    response = mo.post(edit_url(page), {**his, "title": "Van Mo"}, headers={"accept": "application/json"})
    assert response.json()["error_code"] == "invalid_revision"
    assert reload(page).get_latest_revision_as_object().title == "Van Samira"
