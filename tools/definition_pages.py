"""The pages about definitions, written from the schema; with `--check`, only a look at whether they are fresh."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from landsby.blueprint import Language
from landsby.blueprint.reference import reference_page

ROOT = Path(__file__).resolve().parents[1]
PAGES: Mapping[Language, Path] = {
    "da": ROOT / "docs" / "da" / "definitioner.md",
    "en": ROOT / "docs" / "definitions-reference.md",
}


def stale() -> list[Path]:
    """The pages that do not say what the schema and its examples say today."""
    return [
        page for lang, page in PAGES.items() if not page.exists() or page.read_text("utf-8") != reference_page(lang)
    ]


def main(arguments: list[str]) -> int:
    """Write the pages, or with `--check` say which are stale. Returns the exit status."""
    pages = stale()
    if "--check" not in arguments:
        for lang, page in PAGES.items():
            page.write_text(reference_page(lang), encoding="utf-8")
    for page in pages:
        print(f"{page.relative_to(ROOT)} {'is stale' if '--check' in arguments else 'written'}")
    return 1 if pages and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
