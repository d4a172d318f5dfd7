"""An operator starts a programme that nobody thought of from a file, and it is used at once, without communities."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from landsby.blueprint import load
from landsby.blueprint.archive import archive_of
from landsby.web.accounts.models import User
from tests.journeys.steps import DANISH, heading
from tests.journeys.ways import DESKTOP, PHONE

HAVNEBY = Path(__file__).parents[1] / "blueprints" / "havneby"
NAME = "Unge på havnen"
FRONT = "/p/unge-paa-havnen/"

on_both_widths = pytest.mark.parametrize("size", [pytest.param(PHONE, id="phone"), pytest.param(DESKTOP, id="desktop")])


def packed(folder: Path, **spoilt: str) -> dict[str, str | bytes]:
    """A zip file with the made-up programme, as a file field takes it; `spoilt` replaces the text of goals."""
    files = {path.relative_to(HAVNEBY).as_posix(): path.read_text("utf-8") for path in HAVNEBY.rglob("*.yaml")}
    files |= {f"goals/{id_}.yaml": content for id_, content in spoilt.items()}
    return {"name": f"{folder.name}.zip", "mimeType": "application/zip", "buffer": archive_of(files, folder.name)}


def sign_in_operator(page: Page) -> None:
    """The installation's operator, already signed in."""
    client = Client()
    client.force_login(User.objects.create_user("drift@landsby.example", name="Drift", is_operator=True))
    cookie = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": page.evaluate("location.origin")}])


def send(page: Page) -> None:
    """Press the button that sends the page's form."""
    page.locator("main form .button-primary").last.click()


def choose_the_file(page: Page) -> None:
    """A file is asked for with one's own blueprint only; a file and another blueprint let each other go."""
    file, lines = page.locator("#id_file"), page.locator("[name=blueprint]")
    expect(file).to_be_hidden()
    file.set_input_files(packed(HAVNEBY))
    expect(lines.last).to_be_checked()
    expect(file).to_be_visible()
    lines.first.check(force=True)
    expect(file).to_be_hidden()
    expect(file).to_have_value("")
    lines.last.check(force=True)
    expect(file).to_be_visible()


def refused_with_its_faults(page: Page, axe: Callable[[Page], None]) -> None:
    """Send a blueprint in which something is wrong: all of it is told, and what was typed is still there."""
    page.goto("/programmes/new/")
    heading(page, "Start et program")
    axe(page)
    page.locator("#id_name").fill(NAME)
    page.locator("#id_starts_on").fill("2021-01-01")
    choose_the_file(page)
    page.locator("#id_file").set_input_files(packed(HAVNEBY, own_voice="id: own_voice\ntitle:\n  da: Egen stemme\n"))
    send(page)
    told = page.locator(".fault-list")
    expect(told).to_contain_text("goals/own_voice.yaml, linje 2, felt title.en")
    expect(told).to_contain_text("Teksten mangler på engelsk.")
    expect(page.locator("#id_name")).to_have_value(NAME)
    axe(page)


def bring_a_place(page: Page, axe: Callable[[Page], None]) -> None:
    """A municipality joins, and a library in it that lies in no community."""
    page.goto(f"{FRONT}places/join/")
    page.locator("#id_code").select_option(label="Bornholm")
    send(page)
    page.goto(f"{FRONT}actors/new/")
    page.locator("#id_kind").select_option("library")
    page.locator("#id_name").fill("Havnebiblioteket")
    page.locator("#id_municipality").select_option(label="Bornholm")
    send(page)
    heading(page, "Havnebiblioteket")
    axe(page)


def log_a_walk(page: Page, axe: Callable[[Page], None]) -> None:
    """Tell of a walk, with the two questions that only its kind asks."""
    page.goto(f"{FRONT}activities/new/story_walk/")
    page.locator("#id_title").fill("Bøger på molen")
    page.locator("#id_starts_on").fill("2023-05-03")
    page.get_by_label("Afholdt").check(force=True)
    expect(page.locator("#id_community")).to_have_count(0)
    page.locator(".fold-hosts summary").click()
    page.locator(".fold-hosts").get_by_label("Havnebiblioteket").check(force=True)
    page.locator("#id_children").fill("12")
    page.locator(".fold-more summary").click()
    page.locator("#id_extra_books_lent").fill("30")
    page.locator("#id_extra_weather").select_option(label="Tørvejr")
    axe(page)
    send(page)
    heading(page, DANISH.thanks)
    axe(page)


@on_both_widths
def test_a_programme_that_nobody_thought_of_is_started_used_and_taken_out(
    visitor: Callable[..., Page], axe: Callable[[Page], None], tmp_path: Path, size: dict
) -> None:
    # Given an operator, who was told what was wrong with a blueprint
    page = visitor(size)
    page.goto("/")
    sign_in_operator(page)
    refused_with_its_faults(page, axe)

    # When it has been put right and is sent again
    page.locator("#id_file").set_input_files(packed(HAVNEBY))
    send(page)

    # Then the programme begins, with all of its goals
    page.wait_for_url(f"**{FRONT}")
    axe(page)
    page.goto(f"{FRONT}blueprint/goals/")
    for goal in load(HAVNEBY).goals.values():
        expect(page.get_by_role("main")).to_contain_text(goal.title.da)
    axe(page)

    # And when a place has come along, and somebody has told of a walk
    bring_a_place(page, axe)
    log_a_walk(page, axe)

    # Then it is in the picture, and in the file that is taken out
    page.goto(f"{FRONT}picture/")
    axe(page)
    page.goto(f"{FRONT}activities/")
    with page.expect_download() as download:
        page.get_by_role("link", name=DANISH.as_csv).click()
    download.value.save_as(tmp_path / "activities.csv")
    [row] = csv.DictReader((tmp_path / "activities.csv").read_text("utf-8-sig").splitlines(), delimiter=";")
    answers = "Lånte bøger: 30; Vejret: Tørvejr"
    assert {"Bøger på molen", "Havnebiblioteket", "12", answers} <= set(row.values())
