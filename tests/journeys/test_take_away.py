"""A project leader takes away a course that should never have been there."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page, expect

from landsby.cli import main
from landsby.web.activities.models import Series
from tests.journeys.steps import DANISH, become
from tests.journeys.ways import DESKTOP, PHONE


def figures() -> dict[str, int]:
    """What the command line says of the database that the journey walks in."""
    told = CliRunner().invoke(main, ["figures", "--json"], catch_exceptions=False)
    return {key: figure["value"] for key, figure in json.loads(told.stdout).items()}


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_deleting_one_course_lowers_its_figure_by_one(
    visitor: Callable[..., Page], axe: Callable[[Page], None], size: dict
) -> None:
    # Given the secretariat at the page of a long course that has been held
    page = visitor(size)
    become(page, DANISH.secretariat)
    course = Series.objects.filter(kind="joint_course_long").held().order_by("pk")[0]
    before = figures()["long_courses"]
    page.goto(f"/series/{course.pk}/")

    # When she deletes it, and says yes
    page.get_by_role("main").get_by_role("button", name="Slet").click()
    expect(page.get_by_role("dialog", name="Slet forløbet og alle dets gange?")).to_be_visible()
    axe(page)
    page.get_by_role("button", name="Ja, slet").click()

    # Then it is gone, and the published figure is one less
    expect(page.get_by_role("status").filter(has_text="slettet")).to_be_visible()
    assert figures()["long_courses"] == before - 1
