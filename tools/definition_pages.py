"""The pages about definitions and designs, written from the models; with `--check`, only whether they are fresh."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from landsby.blueprint.reference import reference_page
from landsby.evaluation.designs.fields import design_page

ROOT = Path(__file__).resolve().parents[1]
PAGES: Mapping[Path, Callable[[], str]] = {
    ROOT / "docs" / "da" / "definitioner.md": partial(reference_page, "da"),
    ROOT / "docs" / "definitions-reference.md": partial(reference_page, "en"),
    ROOT / "docs" / "design-reference.md": design_page,
}


def stale() -> list[Path]:
    """The pages that do not say what the models and their examples say today."""
    return [page for page, written in PAGES.items() if not page.exists() or page.read_text("utf-8") != written()]


def main(arguments: list[str]) -> int:
    """Write the pages, or with `--check` say which are stale. Returns the exit status."""
    pages = stale()
    if "--check" not in arguments:
        for page in pages:
            page.write_text(PAGES[page](), encoding="utf-8")
    for page in pages:
        print(f"{page.relative_to(ROOT)} {'is stale' if '--check' in arguments else 'written'}")
    return 1 if pages and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
