"""The rows of a file that are not read, by why they are not, in the reader's words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from landsby.web.indicators.importing.left_out import LeftOut, Why

MOST_NAMED = 10
"""So many rows are named for each reason; how many more there are is said."""

MOST_LETTERS = 50


@dataclass(frozen=True)
class LeftOutGroup:
    """The rows that are left out for one reason.

    Attributes:
        named: the first of them, each by its number and what it is about.
        more: how many are not named.
    """

    why: str
    count: int
    named: list[tuple[int, str]]
    more: int


def left_out_groups(rows: Iterable[LeftOut]) -> Iterator[LeftOutGroup]:
    """The rows gathered by reason; first those that somebody may have meant to be read."""
    by_why: dict[Why, list[LeftOut]] = {}
    for one in rows:
        by_why.setdefault(one.why, []).append(one)
    for why, told in _reasons().items():
        each = by_why.get(Why(why), [])
        if each:
            named = [(one.row, one.what[:MOST_LETTERS]) for one in each[:MOST_NAMED]]
            yield LeftOutGroup(told, len(each), named, max(0, len(each) - MOST_NAMED))


def _reasons() -> dict[Why, str]:
    return {
        Why.COUNTRY: _(
            "Hele landets tal bruges af alle. De kan kun indlæses af den, der arbejder for hele programmet."
        ),
        Why.ANOTHERS: _("De hører til en kommune, som en anden indlæser for."),
        Why.SUM: _("»I alt« er stederne i filen lagt sammen. Det er ikke hele landet."),
        Why.UNKNOWN: _("Vi kender ikke stedet, og det er valgt under Kolonner, at sådan nogle udelades."),
        Why.ASIDE: _("De handler om andet end det, der er valgt under Kolonner."),
        Why.NO_FIGURE: _("Der står intet tal."),
    }
