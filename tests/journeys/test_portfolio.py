"""The secretariat finds what was postponed and why, and moves a card by keyboard."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from landsby.web.initiatives.models import Initiative
from landsby.web.initiatives.stages import Stage
from tests.journeys.steps import Words, become
from tests.journeys.ways import in_two_ways


@in_two_ways
def test_what_was_postponed_is_found_with_its_why_and_a_card_is_moved_by_keyboard(
    visitor: Callable[..., Page], axe: Callable[[Page], None], size: dict, words: Words
) -> None:
    # Given a secretariat that looks at its portfolio
    page = visitor(size, locale=words.locale)
    become(page, words.secretariat)
    front = page.url
    page.goto(f"{front}initiatives/")
    axe(page)

    # When it asks the list for what was put aside
    page.goto(f"{front}initiatives/list/")
    page.locator(".portfolio-summary a[href$='stage=aside']").click()

    # Then each stands with why
    expect(page.locator("#initiative-rows tbody tr")).to_have_count(4)
    expect(page.locator("tbody .why-aside")).to_have_count(4)
    axe(page)

    # And when it opens the menu of a card from the keyboard and takes it up again
    postponed = Initiative.objects.filter(programme__slug=front.rstrip("/").split("/")[-1], stage=Stage.POSTPONED)[0]
    page.goto(f"{front}initiatives/")
    page.locator(f"#move-{postponed.pk} a").focus()
    page.keyboard.press("Enter")
    menu = page.locator(f"form#move-{postponed.pk}")
    expect(menu.locator("button").first).to_be_focused()
    axe(page)
    menu.locator("button[value=trial]").focus()
    page.keyboard.press("Enter")

    # Then it stands in its new column, where the keyboard is too
    expect(page.locator(f"#stage-trial #card-{postponed.pk}")).to_be_visible()
    expect(page.locator("#board-said")).to_contain_text(postponed.title)
    expect(page.locator(f"#card-{postponed.pk} h3 a")).to_be_focused()
    axe(page)

    # And a move that needs a reason asks for it
    page.locator(f"#move-{postponed.pk} a").focus()
    page.keyboard.press("Enter")
    page.locator(f"form#move-{postponed.pk} button[value=stopped]").click()
    page.wait_for_url("**/stage/?to=stopped")
    expect(page.locator("main .alert-info")).to_be_visible()
    axe(page)

    # And the years and what initiatives share can be read
    for name in ("timeline", "matrix"):
        page.goto(f"{front}initiatives/{name}/")
        axe(page)
