"""The secretariat finds last spring's open halls and takes them out as a file."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys.steps import Words, become, heading, number_in
from tests.journeys.ways import PHONE, in_four_ways


@in_four_ways
def test_the_file_holds_exactly_what_the_list_shows(
    visitor: Callable[..., Page], axe: Callable[[Page], None], tmp_path: Path, size: dict, words: Words
) -> None:
    # Given the secretariat at the list of activities
    page = visitor(size, locale=words.locale)
    become(page, words.secretariat)
    page.goto(f"{page.url}activities/")
    heading(page, words.activities)
    all_there_are = number_in(page.locator(".list-summary strong").first.inner_text())
    axe(page)

    # When she asks for the open halls of one spring
    if size is PHONE:
        page.get_by_text(words.more_choices).click()
    page.locator("#id_kind").select_option(label=words.open_hall)
    page.locator("#id_half_year").select_option(label=words.spring)
    page.get_by_role("button", name=words.show, exact=True).click()

    # Then the list holds those alone
    found = number_in(page.locator(".list-summary strong").first.inner_text())
    assert 0 < found < all_there_are
    expect(page.locator(".list-summary")).to_contain_text(words.open_hall)
    axe(page)

    # And the file holds every one of them and nothing else
    with page.expect_download() as download:
        page.get_by_role("link", name=words.as_csv).click()
    file = tmp_path / "activities.csv"
    download.value.save_as(file)
    rows = list(csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
    assert len(rows) == found
    kinds = {list(row.values())[2] for row in rows}
    days = [next(iter(row.values())) for row in rows]
    assert kinds == {words.open_hall}
    assert all("2024-01-01" <= day <= "2024-06-30" for day in days)
