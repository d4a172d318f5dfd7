"""The pages of a plan, told by those who use them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from types import SimpleNamespace

import pytest
from django.test import Client

from landsby.blueprint import Blueprint
from landsby.web.accounts.models import User
from landsby.web.activities.tests.factories import an_activity
from landsby.web.kit.models import Act, AuditEntry
from landsby.web.plans.actions import end_plan, focus_on, review_plan, share_plan
from landsby.web.plans.models import Plan, PlanItem
from landsby.web.plans.periods import Span
from landsby.web.plans.status import ItemStatus
from landsby.web.plans.tests.factories import DECK, HARBOUR_YEAR, a_plan, an_item, days_ago, this_spring
from landsby.web.plans.told import ReviewTold

SignIn = Callable[[User], Client]


@pytest.fixture
def leader(cast: SimpleNamespace, sign_in: SignIn) -> Client:
    """The daycare's leader."""
    return sign_in(cast.daycare_leader)


def page(client: Client, url: str, status: int = 200) -> str:
    """What stands on a page."""
    response = client.get(url)
    assert response.status_code == status
    return response.content.decode()


def test_a_leader_without_a_plan_is_led_to_a_new_one_and_with_one_to_it(leader: Client, world: SimpleNamespace) -> None:
    assert leader.get("/p/havneby/plans/ours/")["Location"] == "/p/havneby/plans/new/"
    days = {"starts_on": days_ago(10).isoformat(), "ends_on": days_ago(-90).isoformat(), "extra_keeper": "Bo"}
    begun = leader.post("/p/havneby/plans/new/", days)
    plan = Plan.objects.get()
    assert begun["Location"] == f"/plans/{plan.pk}/"
    assert (plan.place, plan.answers) == (world.daycare, {"keeper": "Bo"})
    assert leader.get("/p/havneby/plans/ours/")["Location"] == f"/plans/{plan.pk}/"


def test_days_that_cannot_be_come_back_with_all_that_was_typed(leader: Client) -> None:
    days = {"starts_on": "2024-05-01", "ends_on": "2024-04-01", "extra_keeper": "Bo fra køkkenet"}
    refused = leader.post("/p/havneby/plans/new/", days)
    assert refused.status_code == 422
    assert "Planen slutter, før den begynder" in refused.content.decode()
    assert "Bo fra køkkenet" in refused.content.decode()


def test_an_idea_is_taken_by_one_tap_and_is_offered_no_more(leader: Client, world: SimpleNamespace, operator: User):
    plan = a_plan(world, operator)
    told = {"section": "on_deck", "idea": "flag_day"}
    part = leader.post(f"/plans/{plan.pk}/ideas/?partial=things", told, headers={"HX-Request": "true"})
    assert part.status_code == 200
    assert "<html" not in part.content.decode()
    assert part.content.decode().count("Flagdag for alle både.") == 4  # the thing, and its three acts
    assert leader.post(f"/plans/{plan.pk}/ideas/", told)["Location"] == f"/plans/{plan.pk}/#part-on_deck"
    assert leader.post(f"/plans/{plan.pk}/ideas/", {"section": "on_deck", "idea": "x"}).status_code == 422


def test_ones_own_is_written_in_a_line_and_told_in_full_after(leader: Client, world: SimpleNamespace, operator: User):
    plan = a_plan(world, operator, span=Span(date(2024, 1, 1), None))
    empty = leader.post(f"/plans/{plan.pk}/items/", {"section": "on_deck", "what": " "})
    assert (empty.status_code, "Skriv kort, hvad I vil." in empty.content.decode()) == (422, True)
    leader.post(f"/plans/{plan.pk}/items/", {"section": "on_deck", "what": "Vask dækket"})
    item = PlanItem.objects.get()
    told = {"what": "Vask dækket", "section": "on_deck", "who": "Stuen", "due_on": "2024-02-05", "status": "under_way"}
    leader.post(f"/plan-items/{item.pk}/", {**told, "is_whole_month": "on"})
    shown = page(leader, f"/plans/{plan.pk}/")
    assert "Stuen" in shown
    assert "februar 2024" in shown
    assert page(leader, f"/plan-items/{item.pk}/").count("Vask dækket") > 1


def test_a_thing_is_done_taken_up_again_and_removed(leader: Client, world: SimpleNamespace, operator: User) -> None:
    item = an_item(a_plan(world, operator), operator)
    leader.post(f"/plan-items/{item.pk}/status/", {"status": "done"})
    item.refresh_from_db()
    assert item.status == ItemStatus.DONE
    assert leader.post(f"/plan-items/{item.pk}/remove/").status_code == 302
    assert not PlanItem.objects.exists()


def test_what_came_of_a_thing_is_chosen_among_the_places_own_activities(
    leader: Client, world: SimpleNamespace, operator: User, blueprint: Blueprint
) -> None:
    ours = an_activity(blueprint, world, operator, starts_on=days_ago(5), hosts=(world.daycare,))
    theirs = an_activity(blueprint, world, operator, starts_on=days_ago(5), hosts=(world.school,))
    item = an_item(a_plan(world, operator), operator)
    url = f"/plan-items/{item.pk}/links/"
    assert leader.post(url, {"activities": [theirs.pk]}).status_code == 422
    leader.post(url, {"activities": [ours.pk]})
    assert list(item.activities.all()) == [ours]
    assert f"/activities/{ours.pk}/" in page(leader, f"/plans/{item.plan_id}/")


def test_the_focus_is_changed_and_the_round_is_shown(leader: Client, world: SimpleNamespace, operator: User) -> None:
    plan = a_plan(world, operator)
    told = {"principles": ["all_hands", "calm_water", "song_on_board"], "on": days_ago(0).isoformat()}
    refused = leader.post(f"/plans/{plan.pk}/focus/", told)
    assert (refused.status_code, "Vælg højst 2 principper" in refused.content.decode()) == (422, True)
    leader.post(f"/plans/{plan.pk}/focus/", {**told, "principles": ["all_hands", "calm_water"]})
    assert "2 af 3 principper på 2 år" in page(leader, f"/plans/{plan.pk}/")
    ticked = {"principle": "all_hands", "example": "coil_ropes", "is_everyday": "yes"}
    assert leader.post(f"/plans/{plan.pk}/everyday/", ticked).status_code == 302
    assert "1 ting er hverdag" in page(leader, f"/plans/{plan.pk}/focus/")


def test_a_principle_that_is_no_more_is_refused_by_name_with_the_others_still_chosen(
    leader: Client, world: SimpleNamespace, operator: User
) -> None:
    plan = a_plan(world, operator)
    told = {"principles": ["all_hands", "walk_plank"], "on": days_ago(0).isoformat()}
    refused = leader.post(f"/plans/{plan.pk}/focus/", told)
    shown = refused.content.decode()
    assert refused.status_code == 422
    assert "»walk_plank« er ikke med i programmet længere" in shown
    assert 'value="all_hands"' in shown.split("checked")[0][-200:]


def test_one_looks_at_the_plan_and_says_how_far_each_thing_has_come(
    leader: Client, world: SimpleNamespace, operator: User
) -> None:
    plan = a_plan(world, operator)
    item = an_item(plan, operator)
    early = {"on": days_ago(61).isoformat(), "went_well": "Alt", f"item_{item.pk}": "done"}
    refused = leader.post(f"/plans/{plan.pk}/review/", early)
    assert (refused.status_code, "Planen begynder først" in refused.content.decode()) == (422, True)
    leader.post(f"/plans/{plan.pk}/review/", {**early, "on": days_ago(1).isoformat(), "extra_sea_legs": "steady"})
    item.refresh_from_db()
    assert item.done_on == days_ago(1)
    assert "Ja, vi står fast" in page(leader, f"/plans/{plan.pk}/")


def test_what_is_chosen_goes_on_into_the_next_period(leader: Client, world: SimpleNamespace, operator: User) -> None:
    plan = a_plan(world, operator)
    goes, stays = an_item(plan, operator, "Syng mere"), an_item(plan, operator, "Fang en hval")
    assert "Fang en hval" in page(leader, f"/plans/{plan.pk}/carry-over/")
    told = {"items": [goes.pk], "starts_on": days_ago(0).isoformat(), "ends_on": ""}
    begun = leader.post(f"/plans/{plan.pk}/carry-over/", told)
    shown = page(leader, begun["Location"])
    assert "Syng mere" in shown
    assert stays.what not in shown
    assert "Planen er ført videre" in page(leader, f"/plans/{plan.pk}/")


def test_another_places_plan_is_lent_from_when_it_is_shown_as_an_example(
    leader: Client, cast: SimpleNamespace, world: SimpleNamespace, operator: User
) -> None:
    ours, theirs = a_plan(world, operator), a_plan(world, operator, place=world.hill_daycare)
    item = an_item(theirs, operator, "Sov under åben himmel")
    page(leader, f"/plans/{theirs.pk}/", status=404)
    page(leader, f"/plans/{ours.pk}/copy/?from={theirs.pk}", status=404)
    share_plan(plan=theirs, is_shared=True, by=operator)
    assert "Bakkehuset" in page(leader, f"/plans/{ours.pk}/copy/")
    assert "åben himmel" in page(leader, f"/plans/{ours.pk}/copy/?from={theirs.pk}")
    leader.post(f"/plans/{ours.pk}/copy/?from={theirs.pk}", {"items": [item.pk]})
    assert "åben himmel" in page(leader, f"/plans/{ours.pk}/")
    assert "åben himmel" in page(leader, f"/plans/{theirs.pk}/")
    assert leader.post(f"/plan-items/{item.pk}/remove/").status_code == 403


def test_the_secretariat_sees_who_has_a_plan_who_has_none_and_what_is_due(
    cast: SimpleNamespace, world: SimpleNamespace, operator: User, sign_in: SignIn
) -> None:
    plan = a_plan(world, operator)
    Plan.objects.update(review_due_on=days_ago(1))
    a_plan(world, operator, place=world.programme, template=HARBOUR_YEAR)
    client = sign_in(cast.secretariat)
    shown = page(client, "/p/havneby/plans/")
    assert "1 af 2 har en plan i brug" in shown
    assert "1 trænger til et kig" in shown
    assert "Bakkehuset" in shown
    due = page(client, f"/p/havneby/plans/?template={DECK}&state=due")
    assert (f"/plans/{plan.pk}/" in due, "Havnens år</td>" in due) == (True, False)


def test_the_file_holds_exactly_what_the_list_shows(
    cast: SimpleNamespace, world: SimpleNamespace, operator: User, sign_in: SignIn
) -> None:
    plan = a_plan(world, operator)
    focus_on(plan=plan, principles=["calm_water"], on=days_ago(3), by=operator)
    a_plan(world, operator, place=world.programme, template=HARBOUR_YEAR)
    client = sign_in(cast.secretariat)
    file = client.get(f"/p/havneby/plans/export/csv/?template={DECK}")
    lines = b"".join(file).decode().strip().splitlines()
    assert len(lines) == 2
    assert all(word in lines[1] for word in ("Muslingen", "Dækkets plan", "Stille vand", "Quay", "Nordhavn"))


def test_the_history_tells_who_did_what_and_that_it_was_read(
    cast: SimpleNamespace, world: SimpleNamespace, operator: User, leader: Client
) -> None:
    plan = a_plan(world, cast.pedagogue)
    review_plan(plan=plan, told=ReviewTold(days_ago(0), "Godt"), by=cast.pedagogue)
    shown = page(leader, f"/plans/{plan.pk}/history/")
    assert shown.count("Pedagogue") == 2
    assert AuditEntry.objects.of_acts(Act.READ).get().author == "Daycare Leader"


def test_a_plan_that_has_ended_offers_nothing_to_change_but_to_take_it_up_again(
    leader: Client, world: SimpleNamespace, operator: User
) -> None:
    plan = a_plan(world, operator)
    item = an_item(plan, operator)
    end_plan(plan=plan, is_ended=True, by=operator)
    shown = page(leader, f"/plans/{plan.pk}/")
    assert "Skriv jeres eget" not in shown
    assert "Tag planen i brug igen" in shown
    assert leader.post(f"/plan-items/{item.pk}/status/", {"status": "done"}).status_code == 422
    for _ in range(2):
        leader.post(f"/plans/{plan.pk}/end/", {"ended": "no"})
    assert Plan.objects.get().is_running


def test_who_begins_plans_for_several_chooses_whose_it_is(
    cast: SimpleNamespace, world: SimpleNamespace, sign_in: SignIn
) -> None:
    client = sign_in(cast.secretariat)
    assert "Hvilken plan vil I lave?" in page(client, "/p/havneby/plans/new/")
    page(client, "/p/havneby/plans/new/?template=raft_plan", status=404)
    span = this_spring()
    told = {"starts_on": span.first.isoformat(), "ends_on": ""}
    missing = client.post(f"/p/havneby/plans/new/?template={DECK}", told)
    assert (missing.status_code, "Vælg, hvis plan det er." in missing.content.decode()) == (422, True)
    client.post(f"/p/havneby/plans/new/?template={DECK}", {**told, "place": world.hill_daycare.pk})
    assert Plan.objects.get().place == world.hill_daycare


def test_an_example_tells_others_neither_who_nor_how_it_went(
    leader: Client, world: SimpleNamespace, operator: User
) -> None:
    theirs = a_plan(world, operator, place=world.hill_daycare)
    an_item(theirs, operator, who="Anna fra stuen")
    review_plan(plan=theirs, told=ReviewTold(days_ago(1), "Vi var få"), by=operator)
    share_plan(plan=theirs, is_shared=True, by=operator)
    shown = page(leader, f"/plans/{theirs.pk}/")
    assert "Bind et nyt knob" in shown
    assert "Anna fra stuen" not in shown
    assert "Vi var få" not in shown


def test_what_is_removed_stands_in_the_plans_history(leader: Client, world: SimpleNamespace, operator: User) -> None:
    plan = a_plan(world, operator)
    leader.post(f"/plan-items/{an_item(plan, operator).pk}/remove/")
    assert len(leader.get(f"/plans/{plan.pk}/history/").context["listing"].page) == 2
