"""A daycare changes what it has in focus; a school makes its plan, looks at it again and carries it over."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

from playwright.sync_api import Page, expect

from tests.journeys.steps import DANISH, ENGLISH, Words, become
from tests.journeys.ways import in_two_ways

SAYS = {
    DANISH: SimpleNamespace(
        daycare="Leder i dagtilbud",
        school="Leder på skole",
        focus="Skift fokus",
        most="Vælg højst 2 principper",
        seven="af 7 principper på 4 år",
        begin="Begynd planen",
        own="Skriv jeres eget",
        write="Skriv det i planen",
        look="Kig på planen",
        well="Hvad gik godt?",
        said="Det gik godt",
        carry="Før planen videre",
        next="Begynd den næste plan",
        carried="Her er den nye plan",
    ),
    ENGLISH: SimpleNamespace(
        daycare="Daycare leader",
        school="School or SFO leader",
        focus="Change focus",
        most="Choose at most 2 principles",
        seven="of 7 principles in 4 years",
        begin="Begin the plan",
        own="Write your own",
        write="Write it into the plan",
        look="Look at the plan",
        well="What went well?",
        said="What went well",
        carry="Carry the plan over",
        next="Begin the next plan",
        carried="Here is the new plan",
    ),
}


@in_two_ways
def test_a_daycare_changes_its_focus_and_sees_all_seven(
    visitor: Callable[..., Page], axe: Callable[[Page], None], site: str, size: dict, words: Words
) -> None:
    says = SAYS[words]
    # Given a leader on the page of the daycare's own plan, with two principles in focus
    page = visitor(size, locale=words.locale)
    become(page, says.daycare)
    page.goto("/p/sund-balance/plans/ours/")
    expect(page.locator(".focus-card")).to_have_count(2)
    axe(page)

    # When she ticks what has become everyday
    tick = page.locator(".focus-card button.tick[aria-pressed=false]").first
    key = tick.get_attribute("id")
    tick.click()
    expect(page.locator(f"#{key}")).to_have_attribute("aria-pressed", "true")

    # And chooses three principles she is told how many; with two it is changed
    page.get_by_role("link", name=says.focus).click()
    boxes = page.locator("input[name=principles]")
    for place in range(7):
        boxes.nth(place).set_checked(place < 3, force=True)
    page.get_by_role("button", name=words.save, exact=True).click()
    expect(page.get_by_role("main")).to_contain_text(says.most)
    axe(page)
    boxes.nth(0).uncheck(force=True)
    page.get_by_role("button", name=words.save, exact=True).click()

    # Then the two are in focus, and she sees how far they have come through all seven
    expect(page.locator(".focus-card")).to_have_count(2)
    expect(page.get_by_role("main")).to_contain_text(says.seven)
    expect(page.locator(".coverage > li")).to_have_count(7)
    expect(page.locator(".coverage > .is-now")).to_have_count(2)
    axe(page)


@in_two_ways
def test_a_school_makes_its_plan_looks_at_it_again_and_carries_it_over(
    visitor: Callable[..., Page], axe: Callable[[Page], None], site: str, size: dict, words: Words
) -> None:
    says = SAYS[words]
    # Given a school leader who begins a plan of three goals
    page = visitor(size, locale=words.locale)
    become(page, says.school)
    page.goto("/p/sund-balance/plans/new/")
    axe(page)
    page.get_by_role("button", name=says.begin).click()
    expect(page.locator(".plan-part")).to_have_count(3)

    # When she takes an idea for each by one tap, and writes one of her own
    for part in range(3):
        page.locator(".plan-part").nth(part).locator(".idea").first.click()
        expect(page.locator(".plan-item")).to_have_count(part + 1)
    page.locator(".plan-part").first.get_by_text(says.own).click()
    page.locator(".plan-part").first.locator("input[name=what]").fill("Cykelbane i gården")
    axe(page)
    page.locator(".plan-part").first.get_by_role("button", name=says.write).click()
    expect(page.locator(".plan-item")).to_have_count(4)

    # And looks at it again
    page.get_by_role("link", name=says.look).last.click()
    page.locator("input[value=done]").first.check(force=True)
    page.get_by_label(says.well).fill("Alle kom ud i regnen")
    axe(page)
    page.get_by_role("button", name=words.save, exact=True).click()
    expect(page.get_by_role("main")).to_contain_text("Alle kom ud i regnen")

    # Then what is not done goes on into the next school year
    page.get_by_role("link", name=says.carry).last.click()
    axe(page)
    page.get_by_role("button", name=says.next).click()
    expect(page.get_by_text(says.carried)).to_be_visible()
    expect(page.locator(".plan-item")).to_have_count(3)
    axe(page)
