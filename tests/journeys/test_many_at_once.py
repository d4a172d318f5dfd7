"""A daycare leader plans and registers many activities at once, instead of one by one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from landsby.web.activities.models import Activity
from tests.journeys.steps import Words, become, heading
from tests.journeys.ways import in_four_ways


@dataclass(frozen=True)
class Many:
    """What these journeys look for on the pages, in one language."""

    leader: str
    copy: str
    look: str
    plan: str
    copied: str


MANY = {
    "da-DK": Many("Leder i dagtilbud", "Kopiér fra før", "Se efter", "Planlæg dem", "er kopieret"),
    "en-GB": Many("Daycare leader", "Copy from before", "Check", "Plan them", "has been copied"),
}


@pytest.fixture
def many(words: Words) -> Many:
    """The words of the language that is walked in."""
    return MANY[words.locale]


@in_four_ways
def test_last_years_activities_are_looked_over_and_planned_again(
    visitor: Callable[..., Page], axe: Callable[[Page], None], size: dict, words: Words, many: Many
) -> None:
    # Given a daycare leader who did much in one spring
    page = visitor(size, locale=words.locale)
    become(page, many.leader)
    page.goto(f"{page.url}activities/new/")
    page.get_by_role("main").get_by_role("link", name=many.copy).click()
    heading(page, many.copy)
    page.locator("#span").select_option("20241")
    page.get_by_role("button", name=words.show, exact=True).click()
    axe(page)

    # When she chooses two of them, and mends a day and a title
    boxes = page.locator("input[name=pick]")
    for number in range(2, boxes.count()):
        boxes.nth(number).uncheck(force=True)
    before = Activity.objects.count()
    page.get_by_role("button", name=many.look).click()
    rows = page.locator(".copy-row")
    expect(rows).to_have_count(2)
    axe(page)
    rows.nth(0).locator("input[type=text]").fill("Once more")
    rows.nth(1).locator("input[type=date]").fill("")
    page.get_by_role("button", name=many.plan).click()

    # Then nothing is stored as long as a day is missing
    expect(rows.nth(1).locator(".form-error-message")).to_be_visible()
    axe(page)
    assert Activity.objects.count() == before

    # And when it is there, both are planned, without counts
    rows.nth(1).locator("input[type=date]").fill("2027-03-01")
    page.get_by_role("button", name=many.plan).click()
    expect(page.locator(".alert-success")).to_be_visible()
    made = list(Activity.objects.newest_first().filter(pk__gt=Activity.objects.order_by("-pk")[2].pk))
    assert {one.starts_on for one in made} >= {date(2027, 3, 1)}
    assert [(one.status, one.children) for one in made] == [("planned", None)] * 2
    page.locator("#span").select_option("20241")
    page.get_by_role("button", name=words.show, exact=True).click()
    expect(page.get_by_role("link", name=many.copied)).to_have_count(2)
    axe(page)
