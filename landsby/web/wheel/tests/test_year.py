"""The wheel, told by those who look at it."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from django.utils import timezone
from pypdf import PdfReader

from landsby.web.activities.tests.factories import an_activity
from landsby.web.partnerships.models import Programme
from landsby.web.plans.actions import focus_on
from landsby.web.plans.periods import Span
from landsby.web.plans.tests.factories import a_plan, an_item
from landsby.web.plans.told import When
from landsby.web.wheel.actions import add_entry
from landsby.web.wheel.models import WheelEntry
from landsby.web.wheel.told import EntryTold

WHEEL = "/p/havneby/wheel/"


@pytest.fixture
def leader(cast, sign_in):
    """The daycare's leader."""
    return sign_in(cast.daycare_leader)


def months_of(response):
    """What stands in each month, by its number."""
    return {month.number: [mark.text for mark in month.marks] for month in response.context["page"].months}


def test_a_leader_sees_the_own_houses_year_first(leader, world, operator):
    this_year = timezone.localdate().year
    plan = a_plan(world, operator, span=Span(date(this_year, 1, 1), None))
    an_item(plan, operator, "Bind et nyt knob", when=When(date(this_year, 5, 3)))
    told = EntryTold("Havnefest", date(this_year - 1, 9, 1), is_whole_month=True, is_yearly=True)
    add_entry(programme=world.programme, place=world.quay, told=told, by=operator)
    page = leader.get(WHEEL)
    months = months_of(page)
    assert page.context["page"].place == world.daycare
    assert "Bind et nyt knob" in months[5]
    assert months[9] == ["Havnefest"]
    assert "Havnefest" in page.content.decode()


def test_activities_are_counted_by_kind_and_lead_to_the_list(leader, world, operator, blueprint):
    for day in (3, 10):
        an_activity(blueprint, world, operator, starts_on=date(2024, 3, day), hosts=[world.daycare])
    an_activity(blueprint, world, operator, starts_on=date(2024, 3, 12), hosts=[world.hill_daycare])
    [march] = [m for m in leader.get(f"{WHEEL}?year=2024").context["page"].months if m.number == 3]
    [mark] = march.marks
    assert mark.count == 2
    assert f"actor={world.daycare.pk}" in mark.url
    assert len(leader.get(mark.url).context["listing"].page) == 2


def test_boards_and_milestones_stand_on_the_programmes_wheel(cast, sign_in):
    months = months_of(sign_in(cast.secretariat).get(f"{WHEEL}?place=&year=2023"))
    assert months[1] == ["Alle kender havnen"]  # 24 months after the 1st of January 2021
    assert months[2] == ["Havnerådet"]


def test_a_date_is_put_in_changed_and_taken_out(leader, world):
    told = {"title": "Sommerfest", "on": "2024-06-14"}
    url = f"{WHEEL}new/?place=actor-{world.daycare.pk}"
    for _twice in range(2):
        assert leader.post(url, told)["Location"] == f"{WHEEL}?place=actor-{world.daycare.pk}&year=2024#month-6"
    entry = WheelEntry.objects.get()
    leader.post(f"/wheel-entries/{entry.pk}/", {**told, "title": "Sankthans"})
    assert WheelEntry.objects.get().title == "Sankthans"
    leader.post(f"/wheel-entries/{entry.pk}/remove/")
    assert not WheelEntry.objects.exists()


def test_nothing_typed_is_lost_when_the_day_is_missing(leader, world):
    refused = leader.post(f"{WHEEL}new/?place=actor-{world.daycare.pk}", {"title": "Sommerfest", "on": ""})
    assert refused.status_code == 422
    assert "Vælg en dag." in refused.content.decode()
    assert "Sommerfest" in refused.content.decode()


def test_one_writes_on_no_other_wheel(leader, world):
    assert leader.get(f"{WHEEL}new/?place=actor-{world.school.pk}").status_code == 403
    assert leader.get(f"{WHEEL}?place=actor-{world.bay_school.pk}").status_code == 404
    assert leader.get(f"{WHEEL}?place=actor-x").status_code == 404


def test_the_wheel_is_printed_with_its_months_in_both_languages(leader, world, operator):
    told = EntryTold("Havnefest på kajen", date(2024, 9, 6))
    add_entry(programme=world.programme, place=world.daycare, told=told, by=operator)
    Programme.objects.update(is_invented=True)
    words = {"da": ("Årshjul 2024", "opdigtede"), "en": ("Annual wheel 2024", "made up")}
    for language, said in words.items():
        printed = leader.get(f"{WHEEL}print/{language}/?year=2024")
        assert printed["Content-Type"] == "application/pdf"
        text = "".join(page.extract_text() for page in PdfReader(BytesIO(printed.content)).pages)
        assert [word for word in (*said, "Havnefest på kajen") if word not in text] == []
    assert leader.get(f"{WHEEL}print/xx/").status_code == 404


def test_queries_do_not_grow_with_what_stands_on_it(leader, world, operator, blueprint, django_assert_max_num_queries):
    plan = a_plan(world, operator, span=Span(date(2024, 1, 1), None))

    def more() -> None:
        for number in range(4):
            an_item(plan, operator, f"Knob {number}", when=When(date(2024, 2 + number, 3)))
            told = EntryTold(f"Fest {timezone.now().timestamp()}", date(2024, 4, 1 + number))
            add_entry(programme=world.programme, place=world.quay, told=told, by=operator)
            an_activity(blueprint, world, operator, starts_on=date(2024, 5 + number, 3), hosts=[world.daycare])

    more()
    leader.get(f"{WHEEL}?year=2024")
    with django_assert_max_num_queries(60) as few:
        leader.get(f"{WHEEL}?year=2024")
    more()
    with django_assert_max_num_queries(len(few)):
        leader.get(f"{WHEEL}?year=2024")


def test_a_leader_finds_the_focus_and_what_has_no_date_and_not_what_others_reach(
    leader, cast, sign_in, world, operator
):
    this_year = timezone.localdate().year
    plan = a_plan(world, operator, span=Span(date(this_year, 1, 1), None))
    focus_on(plan=plan, principles=["all_hands"], on=date(this_year, 1, 1), by=operator)
    item = an_item(plan, operator, "Syng på broen")
    page = leader.get(WHEEL)
    assert months_of(page)[1] == ["Alle mand på dæk"]
    assert page.context["undated"] == [item]
    school = sign_in(cast.school_leader).get(f"{WHEEL}?place=actor-{world.school.pk}&year=2023")
    assert "Stedet har sit eget knob" not in months_of(school)[6]


def test_numbers_that_are_too_long_are_no_year_and_no_place(leader):
    assert leader.get(f"{WHEEL}?year={'9' * 5000}").context["page"].year == timezone.localdate().year
    assert leader.get(f"{WHEEL}?place=actor-{'9' * 5000}").status_code == 404


def test_the_same_date_told_again_as_yearly_is_yearly(leader, world):
    told = {"title": "Sommerfest", "on": "2024-06-14"}
    for more in ({}, {"is_yearly": "on"}):
        leader.post(f"{WHEEL}new/?place=actor-{world.daycare.pk}", {**told, **more})
    assert WheelEntry.objects.get().is_yearly
