"""A festival is built from last year's programme, looked at, and printed on A4."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import SimpleNamespace

from playwright.sync_api import Page, expect

from landsby.web.partnerships.models import Community
from tests.journeys.steps import DANISH, ENGLISH, Words, become
from tests.journeys.ways import in_two_ways

SAYS = {
    DANISH: SimpleNamespace(
        add="Læg mere i programmet",
        again="Begynd med sidste års program",
        save="Gem programmet",
        printed="Print programmet",
        met="Mødt ved festivalen",
    ),
    ENGLISH: SimpleNamespace(
        add="Add to the programme",
        again="Begin with last year's programme",
        save="Save the programme",
        printed="Print the programme",
        met="Met at the festival",
    ),
}


@in_two_ways
def test_a_festival_is_built_from_last_years_and_printed(
    visitor: Callable[..., Page], axe: Callable[[Page], None], size: dict, words: Words
) -> None:
    says = SAYS[words]
    place = Community.objects.get(name="Mågevig")
    # Given the secretariat at a festival that has no programme yet but the week in the annual wheel
    page = visitor(size, locale=words.locale)
    become(page, words.secretariat)
    page.goto(f"/communities/{place.pk}/festivals/2025/")
    page.get_by_role("link", name=says.add).click()

    # When she begins with last year's, and adds one of her own
    page.get_by_role("link", name=says.again).click()
    expect(page.locator("#id_on_1")).to_have_value(re.compile("2025-"))
    empty = page.locator("fieldset.festival-row").last
    number = re.sub(r"\D", "", empty.locator("input").first.get_attribute("id") or "")
    page.locator(f"#id_on_{number}").fill("2025-05-28")
    page.locator(f"#id_title_{number}").fill("Sang på torvet")
    page.locator(f"#id_host_{number}").select_option(index=2)
    axe(page)
    page.get_by_role("button", name=says.save).click()

    # Then the programme stands there by day
    expect(page.locator(".festival")).to_contain_text("Sang på torvet")
    expect(page.get_by_role("button", name=says.printed)).to_be_visible()
    axe(page)

    # And on paper it is the programme alone
    page.emulate_media(media="print")
    expect(page.locator(".festival h1")).to_be_visible()
    expect(page.get_by_role("button", name=says.printed)).to_be_hidden()
    expect(page.get_by_role("navigation").first).to_be_hidden()
    paper = page.pdf(prefer_css_page_size=True)
    # A4 is 595 by 842 points; the week stands on three sheets at most.
    box = re.search(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)", paper)
    assert box is not None
    assert [round(float(side)) for side in box.groups()] == [595, 842]
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", paper)) <= 3
    page.emulate_media(media="screen")

    # And who first met at a festival is told with what they did
    page.goto("/p/sund-balance/festivals/first-met/")
    expect(page.locator(".met > li").first).to_contain_text(re.compile("202[1-4]"))
    page.locator(".met details summary").first.click()
    axe(page)
