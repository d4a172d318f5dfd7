"""What a journey must not leave unseen: errors in the browser, broken files, barriers for people."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import ConsoleMessage, Page, Response

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
PARTS_OF_A_PAGE = ("stylesheet", "script", "image", "font", "manifest")


@dataclass
class Watch:
    """Collects what goes wrong in a page while a journey walks: in scripts, against the content policy, in files.

    A page that answers 403, 404 or 422 is often what a journey is about, so answers to the journey's
    own steps count only from 500; the files that a page is made of must all be there.
    """

    wrong: list[str] = field(default_factory=list)

    def follow(self, page: Page) -> None:
        """Watch this page from now on."""
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.wrong.append(f"script error: {error}"))
        page.on("response", self._answered)

    def _heard(self, message: ConsoleMessage) -> None:
        # The browser notes every refused request here too; `_answered` judges those.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.wrong.append(f"console: {message.text}")

    def _answered(self, answer: Response) -> None:
        is_part = answer.request.resource_type in PARTS_OF_A_PAGE
        if answer.status >= 500 or (is_part and answer.status >= 400):
            self.wrong.append(f"{answer.status} for {answer.url}")


def assert_no_barriers(page: Page) -> None:
    """The page as it stands has nothing that axe calls a violation of WCAG 2.0, 2.1 or 2.2, A and AA."""
    # A click ends when the next page has begun: until its document is whole, axe would look at one being replaced.
    page.wait_for_load_state("load")
    page.evaluate(_axe())
    found = page.evaluate("tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", STANDARDS)
    barriers = "\n".join(_told(violation) for violation in found["violations"])
    assert not barriers, f"Barriers on {page.url}:\n{barriers}"


@cache
def _axe() -> str:
    return AXE.read_text(encoding="utf-8")


def _told(violation: dict[str, Any]) -> str:
    """One rule and the elements that break it, for people."""
    places = "\n".join(
        f"    {' '.join(map(str, node['target']))}\n      {node['html'][:160]}\n      "
        + node["failureSummary"].replace("\n", "\n      ")
        for node in violation["nodes"][:5]
    )
    return f"  {violation['id']} ({violation['impact']}): {violation['help']}\n{places}"
