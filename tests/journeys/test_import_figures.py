"""An evaluator imports figures with mistakes, corrects them, and finds them on the page and on the theory of change."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys.steps import Words, become
from tests.journeys.ways import in_two_ways

INDICATOR, PERIOD = "greens_every_day", "2023/24"
HEADINGS = "kommune;skoleår;tæller;nævner"
SEVENTY_FIVE = re.compile(r"75[.,]1 %")


@in_two_ways
def test_figures_are_corrected_imported_and_found_on_the_theory_of_change(
    visitor: Callable[..., Page], axe: Callable[[Page], None], tmp_path: Path, size: dict, words: Words
) -> None:
    # Given the secretariat with a file in which more children are counted than there are
    page = visitor(size, locale=words.locale)
    become(page, words.secretariat)
    front, names = page.url, _names()
    send(page, front, written(tmp_path, [f"{names[0]};{PERIOD};310;412", f"{names[1]};{PERIOD};980;398"]))
    axe(page)
    page.locator("main form .button-primary").first.click()

    # Then the mistake stands with its row, and nothing can be imported
    expect(page.locator("#errors")).to_contain_text("980")
    assert page.locator("form[action$='/apply/']").count() == 0
    axe(page)

    # When the corrected file takes its place, its columns are known already
    page.locator("a[href*='corrects=']").click()
    choose(page, written(tmp_path, [f"{names[0]};{PERIOD};310;412", f"{names[1]};{PERIOD};298;398"]))
    page.locator("main form .button-primary").first.click()
    page.locator("form[action$='/apply/'] .button-primary").click()

    # Then the figures stand on the indicator's page, with how sure they are
    expect(page.get_by_role("main")).to_contain_text(SEVENTY_FIVE)
    expect(page.locator("[data-chart-state='drawn']")).to_be_visible()
    axe(page)

    # And on the theory of change
    page.goto(f"{front}theory/")
    box = page.locator(".theory-box", has=page.locator(f"a[href$='/of/{INDICATOR}/']")).first
    expect(box).to_contain_text(SEVENTY_FIVE)
    axe(page)


def written(folder: Path, rows: list[str]) -> Path:
    """A file with figures."""
    path = folder / "tal.csv"
    path.write_text("\n".join([HEADINGS, *rows]) + "\n", encoding="latin-1")
    return path


def send(page: Page, front: str, path: Path) -> None:
    """Choose the indicator, the file and where it comes from."""
    page.goto(f"{front}indicators/files/")
    page.locator("select[name=indicator]").select_option(INDICATOR)
    page.locator("input[name=source]").fill("Familiernes svar ved skolestart")
    choose(page, path)


def choose(page: Page, path: Path) -> None:
    """Choose a file and send it."""
    page.locator("input[type=file]").set_input_files(path)
    page.locator("main form .button-primary").first.click()


def _names() -> list[str]:
    """The names of two municipalities of the demo."""
    from landsby.web.partnerships.models import Municipality, Programme

    first = Programme.objects.invented().order_by("pk")[0]
    return list(Municipality.objects.of(first).values_list("name", flat=True)[:2])
