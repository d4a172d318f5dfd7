"""Where little is happening, said in words, with the records (or their absence) one click away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

FEWEST_TO_COMPARE = 3
"""With fewer things than this there is nothing usual to fall short of."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence about what is thin, and the list behind it."""

    sentence: str
    url: str


def thin_among(things: Sequence[tuple[Any, str]], count_of: Callable[[Any], int]) -> Iterator[tuple[Any, str, int]]:
    """The things, as (key, title, count), that have nothing or less than half of the median.

    Args:
        things: (key, title) in reading order.
    """
    counts = [count_of(key) for key, _title in things]
    usual = median(counts) if len(things) >= FEWEST_TO_COMPARE else 0
    for (key, title), count in zip(things, counts, strict=True):
        if count == 0 or count * 2 < usual:
            yield key, title, count


def findings_among(
    things: Sequence[tuple[Any, str]], count_of: Callable[[Any], int], url_of: Callable[[Any], str]
) -> Iterator[Finding]:
    """A sentence for each community, goal or track that is thin."""
    for key, title, count in thin_among(things, count_of):
        if count == 0:
            sentence = _("%(title)s: ingen aktiviteter.") % {"title": title}
        else:
            sentence = ngettext(
                "%(title)s: kun %(count)s aktivitet, under halvdelen af det almindelige.",
                "%(title)s: kun %(count)s aktiviteter, under halvdelen af det almindelige.",
                count,
            ) % {"title": title, "count": count}
        yield Finding(sentence, url_of(key))


def findings_of_groups(
    groups: Iterable[tuple[str, str, int, int]], url_of: Callable[[str], str], *, period: str
) -> Iterator[Finding]:
    """A sentence for each group of actors of which somebody has not been part of anything.

    Args:
        groups: (id, what several are called, how many took part, of how many).
        period: the time looked at, in words: elsewhere on the page other times are counted.
    """
    for key, plural, took_part, of in groups:
        absent = of - took_part
        if absent == 0:
            continue
        sentence = _("%(plural)s: %(absent)s af %(of)s har ikke været med i nogen aktivitet (%(period)s).") % {
            "plural": plural,
            "absent": absent,
            "of": of,
            "period": period,
        }
        yield Finding(sentence, url_of(key))
