"""A family without a sign-in finds what happens where it lives."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.steps import Words
from tests.journeys.ways import in_two_ways

COMMUNITY = "Mågevig"


@in_two_ways
def test_a_family_sees_what_happens_where_it_lives(
    visitor: Callable[..., Page], axe: Callable[[Page], None], size: dict, words: Words
) -> None:
    # Given a family that looks at the demo without signing in
    page = visitor(size, locale=words.locale)
    page.goto("/")
    page.locator("a.persona").click()
    main = page.get_by_role("main")
    expect(main.locator(".happenings li").first).to_be_visible()
    axe(page)

    # When it chooses its own community
    main.get_by_role("link", name=COMMUNITY, exact=True).click()

    # Then it reads of that alone, and who takes part there
    expect(main.locator("[aria-current]")).to_have_text(COMMUNITY)
    expect(main.locator(".happenings li small").first).to_contain_text(COMMUNITY)
    expect(main.get_by_text("Børnehuset Tangloppen", exact=True)).to_be_visible()
    axe(page)
