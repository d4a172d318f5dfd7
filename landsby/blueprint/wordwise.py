"""Two sentences word by word: what stayed, what went, what came."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Literal

Fate = Literal["same", "gone", "new"]

ALIKE = 0.35
"""How much two texts must share before they are told word by word; less is easier to read one after the other."""

_WORDS = re.compile(r"\S+\s*|\s+")


def wordwise(before: str, after: str) -> list[tuple[Fate, str]]:
    """The words of both, in order, each run with what became of it.

    All that is same or gone makes `before`, and all that is same or new makes `after`, but for
    white space.
    """
    was, now = _WORDS.findall(before), _WORDS.findall(after)
    matcher = SequenceMatcher(None, [word.strip() for word in was], [word.strip() for word in now], autojunk=False)
    if matcher.ratio() < ALIKE:
        told: list[tuple[Fate, str]] = [("gone", before), ("new", after)]
        return [(fate, text) for fate, text in told if text]
    runs: list[tuple[Fate, str]] = []
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal":
            runs.append(("same", "".join(now[start:end])))
            continue
        if first < last:
            runs.append(("gone", "".join(was[first:last])))
        if start < end:
            runs.append(("new", "".join(now[start:end])))
    return runs
