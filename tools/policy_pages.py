"""The table of the data-protection template, written from the data policy; with `--check`, only a look at it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "da" / "konsekvensanalyse.md"
BEGIN = "<!-- retention: written by `make fix` from the data policy -->\n"
END = "<!-- retention: end -->\n"


def table() -> Iterator[str]:
    """The policy's groups as lines of a Markdown table in Danish, in the words of the published page."""
    from django.template.loader import render_to_string
    from django.utils.translation import override

    from landsby.web.kit.policy import data_policy

    yield "| hvad | hvorfor | hvor længe |"
    yield "|---|---|---|"
    with override("da"):
        for group in data_policy().groups:
            told = (
                f"{rule.rows.da}: {' '.join(render_to_string('kit/data_policy_rule.html', {'rule': rule}).split())}"
                for rule in group.rules
            )
            yield f"| {group.title.da}. {group.about.da} | {group.purpose.da} | {'<br>'.join(told)} |"


def fresh(text: str) -> str:
    """The page with its table as the policy says today.

    Raises:
        ValueError: when the page has lost one of the two lines that the table stands between.
    """
    if BEGIN not in text or END not in text:
        raise ValueError(f"{PAGE.name} needs the lines {BEGIN.strip()} and {END.strip()}")
    before, rest = text.split(BEGIN)
    return before + BEGIN + "\n" + "\n".join(table()) + "\n\n" + END + rest.split(END)[1]


def main(arguments: list[str]) -> int:
    """Write the table, or with `--check` say whether it is stale. Returns the exit status."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "landsby.config.settings")
    django.setup()
    text = PAGE.read_text("utf-8")
    if fresh(text) == text:
        return 0
    if "--check" in arguments:
        print(f"{PAGE.relative_to(ROOT)} is stale")
        return 1
    PAGE.write_text(fresh(text), encoding="utf-8")
    print(f"{PAGE.relative_to(ROOT)} written")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
