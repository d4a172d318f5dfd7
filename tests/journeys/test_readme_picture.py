"""The picture in the README is taken of the running demo, so that it can never show what is not there.

`LANDSBY_PICTURES=1 make test` takes it anew; otherwise the journey only looks that it could be taken.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys.steps import DANISH, become

IMAGE = Path(__file__).resolve().parents[2] / "docs" / "images" / "picture.png"
MOST_BYTES = 200_000


def test_the_picture_of_the_readme(desktop: Page, axe: Callable[[Page], None], tmp_path: Path) -> None:
    # Given the secretariat before the programme's picture
    become(desktop, DANISH.secretariat)
    desktop.goto(f"{desktop.url}picture/")
    expect(desktop.locator("[data-chart] svg, [data-chart] canvas").first).to_be_visible()
    axe(desktop)

    # When it is taken
    target = IMAGE if os.environ.get("LANDSBY_PICTURES") else tmp_path / "picture.png"
    target.parent.mkdir(parents=True, exist_ok=True)
    desktop.screenshot(path=target, full_page=True, clip={"x": 0, "y": 0, "width": 1280, "height": 1120})

    # Then it is small enough to keep, and the README has one
    assert target.stat().st_size < MOST_BYTES
    assert IMAGE.exists()
