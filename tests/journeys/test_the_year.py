"""A daycare leader sees the year coming, puts a date in, and prints the wheel to hang up."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.journeys.steps import Words, become, heading
from tests.journeys.ways import in_two_ways

SAID = {
    "da-DK": {
        "leader": "Leder i dagtilbud",
        "put_in": "Sæt en dato ind",
        "party": "Bedsteforældredag",
        "year": "Årshjul 2024",
        "june": "Juni",
        "print": "Print",
    },
    "en-GB": {
        "leader": "Daycare leader",
        "put_in": "Put a date in",
        "party": "Grandparents' day",
        "year": "Annual wheel 2024",
        "june": "June",
        "print": "Print",
    },
}
"""What the pages of this journey say."""


@in_two_ways
def test_a_leader_puts_a_date_on_the_wheel_and_prints_it(
    visitor: Callable[..., Page], axe: Callable[[Page], None], size: dict, words: Words
) -> None:
    # Given a daycare whose plans and activities already stand on its wheel
    said, page = SAID[words.locale], visitor(size, locale=words.locale)
    become(page, said["leader"])
    home = page.url
    page.goto(f"{home}wheel/?year=2024")
    axe(page)

    # When the leader puts a day of their own in
    page.get_by_role("link", name=said["put_in"]).click()
    axe(page)
    page.locator("#id_title").fill(said["party"])
    page.locator("#id_on").fill("2024-06-14")
    page.get_by_role("button", name=words.save, exact=True).click()

    # Then it stands in its month, and the month is told on the drawing too
    heading(page, said["year"])
    june = page.get_by_role("region", name=said["june"])
    expect(june).to_contain_text(said["party"])
    axe(page)

    # And the printed wheel says the same
    address = page.get_by_role("link", name=said["print"]).get_attribute("href")
    printed = page.request.get(f"{home.split('/p/')[0]}{address}")
    assert printed.headers["content-type"] == "application/pdf"
    text = "".join(leaf.extract_text() for leaf in PdfReader(BytesIO(printed.body())).pages)
    assert said["year"] in text
    assert said["party"] in text
