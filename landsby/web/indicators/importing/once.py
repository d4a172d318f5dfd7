"""One cause told once, however many rows it holds for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django.utils.translation import ngettext

from landsby.web.kit.text import in_digits
from landsby.web.partnerships.imports.findings import Finding

MOST_ALONE = 3
"""So many findings alike stand each by themselves."""

MOST_NAMED = 6
"""The numbers of so many other rows are told."""


def told_once(findings: Iterable[Finding]) -> list[Finding]:
    """The findings in the order of the file; many with the same cause, column and cure as one."""
    alike: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in sorted(findings, key=lambda one: one.row):
        alike.setdefault((finding.code, finding.column, finding.cure), []).append(finding)
    told = [one for each in alike.values() for one in (each if len(each) <= MOST_ALONE else [_together(each)])]
    return sorted(told, key=lambda one: one.row)


def _together(alike: list[Finding]) -> Finding:
    first, *others = alike
    rows = list(dict.fromkeys(one.row for one in others))
    named, beyond = rows[:MOST_NAMED], len(rows) - MOST_NAMED
    if beyond > 0:
        said = ngettext(
            "Det samme i række %(rows)s og %(more)s til.", "Det samme i række %(rows)s og %(more)s til.", beyond
        )
    else:
        said = ngettext("Det samme i række %(rows)s.", "Det samme i række %(rows)s.", len(rows))
    told = {"rows": ", ".join(map(str, named)), "more": in_digits(max(0, beyond))}
    return replace(first, wrong=f"{first.wrong} {said % told}")
