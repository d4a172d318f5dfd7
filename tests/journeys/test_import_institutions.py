"""A secretariat imports institutions from a file with mistakes, corrects them, and imports again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.steps import DANISH, Words, become
from tests.journeys.ways import in_four_ways

HEADINGS = "nr;navn;type;kommunekode;adresse"
ROWS = [
    "X1001;Skolen ved Åen;folkeskole;{code};Åvej 1",
    "X1002;Engskolen;folkeskole;{code};Engvej 2",
    "X1002;Bakkeskolen;folkeskole;{code};Bakkevej 3",
    "X1004;Skovskolen;folkeskole;7777;Skovvej 4",
]
MENDED = [*ROWS[:2], "X1003;Bakkeskolen;folkeskole;{code};Bakkevej 3", "X1004;Skovskolen;folkeskole;{code};Skovvej 4"]
WITH_A_CPR = [*MENDED[:3], "X1004;Skovskolen 010120-1234;folkeskole;{code};Skovvej 4"]


@pytest.fixture
def file(tmp_path: Path) -> Callable[[list[str], str], Path]:
    """Writes a file of institutions, in a municipality of the programme."""

    def write(rows: list[str], code: str) -> Path:
        path = tmp_path / "skoler.csv"
        path.write_text("\n".join([HEADINGS, *rows]).format(code=code) + "\n", encoding="utf-8")
        return path

    return write


def upload(page: Page, front: str, path: Path) -> None:
    """Choose the file and send it."""
    page.goto(f"{front}import/")
    page.locator("input[type=file]").set_input_files(path)
    page.locator("main form .button-primary").first.click()


def onwards(page: Page) -> None:
    """Accept what was guessed, step by step, until the preview."""
    while "/preview/" not in page.url:
        before = page.url
        page.locator("main form .button-primary").first.click()
        page.wait_for_url(lambda url, before=before: url != before)


@in_four_ways
def test_mistakes_are_shown_by_row_and_nothing_is_stored_until_they_are_mended(
    visitor: Callable[..., Page],
    axe: Callable[[Page], None],
    file: Callable[[list[str], str], Path],
    size: dict,
    words: Words,
) -> None:
    # Given the secretariat with a file in which two rows share a number and one names no municipality
    page = visitor(size, locale=words.locale)
    become(page, words.secretariat)
    front, code = page.url, _a_code()
    page.goto(f"{front}actors/?q=Skolen+ved")
    upload(page, front, file(ROWS, code))
    axe(page)

    # When she goes on to the preview
    onwards(page)
    axe(page)

    # Then each mistake stands with its row, and nothing can be imported
    main = page.get_by_role("main")
    expect(main).to_contain_text("7777")
    expect(main).to_contain_text("X1002")
    assert page.locator("form[action$='/apply/']").count() == 0

    # And when a cell holds something like a CPR number, the file is refused and the number not repeated
    upload(page, front, file(WITH_A_CPR, code))
    expect(page.get_by_role("alert").first).to_contain_text("CPR")
    expect(page.get_by_role("main")).not_to_contain_text("010120")
    axe(page)

    # And when she uploads the mended file, all four are imported at once
    upload(page, front, file(MENDED, code))
    onwards(page)
    page.locator("form[action$='/apply/'] .button-primary").click()
    page.goto(f"{front}actors/?q=Engskolen")
    expect(page.get_by_role("main")).to_contain_text("Engskolen")
    axe(page)

    # And the same file once more changes nothing
    upload(page, front, file(MENDED, code))
    onwards(page)
    assert page.locator("form[action$='/apply/']").count() == 0


def _a_code() -> str:
    """The code of a municipality of the demo."""
    from landsby.web.partnerships.models import Municipality

    return Municipality.objects.order_by("code").values_list("code", flat=True)[0]


def test_a_file_that_is_no_table_is_refused_in_words(phone: Page, axe: Callable[[Page], None], tmp_path: Path) -> None:
    # Given the secretariat with a picture instead of a table
    become(phone, DANISH.secretariat)
    front = phone.url
    picture = tmp_path / "skoler.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))

    # When she uploads it
    upload(phone, front, picture)

    # Then the page says so, and what to do
    expect(phone.get_by_role("alert").first).to_be_visible()
    expect(phone.get_by_role("main")).to_contain_text(".xlsx")
    axe(phone)
