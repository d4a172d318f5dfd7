"""What somebody typed as the words to look for.

A word is looked for by its beginning, without its Danish ending: »hallen« finds »hal« no less than
»halfest« does. Both databases are asked for the same beginnings, and so give the same answers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

MOST_WORDS = 8
"""More words than this are a sentence; the first ones find it."""

ALIKE = (
    ("trivsel", "trives", "trivedes", "mistrivsel"),
    ("motorik", "motorisk"),
    ("idræt", "sport", "gymnastik"),
    ("dagtilbud", "daginstitution", "børnehave", "vuggestue"),
    ("bibliotek", "bib"),
    ("sfo", "fritidsordning", "skolefritidsordning"),
    ("forløb", "hold", "kursus", "kurser"),
    ("fest", "festival"),
)
"""Words that a reader takes for each other, and whose beginnings differ."""

_ENDINGS = (
    "hed ethed ered e erede ende erende ene erne ere en heden eren er heder erer heds es endes erendes enes ernes "
    "eres ens hedens erens ers ets erets et eret ig lig elig els"
).split()
_LONGEST_FIRST = sorted(_ENDINGS, key=len, reverse=True)
_VOWELS = "aeiouyæøå"
_FEWEST_KEPT = 3
_BEFORE_S = "abcdfghjklmnoprtvyzå"


def beginnings(text: str) -> list[Sequence[str]]:
    """For each word of a text: the beginnings of which one must stand in what is found.

    Only letters and digits are left, in lower case, so that nothing is said in a query language.
    """
    words = re.findall(r"[^\W_]+", text.lower())[:MOST_WORDS]
    return [sorted({stem(other) for other in _alike(word)}) for word in words]


def stem(word: str) -> str:
    """A Danish word without its ending: at least three letters, and a vowel and a consonant, stay."""
    start = _where_endings_begin(word)
    for ending in _LONGEST_FIRST:
        if word.endswith(ending) and len(word) - len(ending) >= start:
            return _once(word.removesuffix(ending), start)
    if word.endswith("s") and len(word) > start and word[-2:-1] in _BEFORE_S:
        return word[:-1]
    return word


def _where_endings_begin(word: str) -> int:
    """After the first consonant that follows a vowel, as the Snowball rules for Danish have it."""
    after = re.search(f"[{_VOWELS}][^{_VOWELS}]", word)
    return max(_FEWEST_KEPT, after.end()) if after else len(word) + 1


def _once(word: str, start: int) -> str:
    """A doubled consonant at the end stands once, as in »hallen« and »hal«."""
    doubled = len(word) > start and len(word) > 1 and word[-1] == word[-2] and word[-1] not in _VOWELS
    return word[:-1] if doubled else word


def _alike(word: str) -> set[str]:
    stemmed = stem(word)
    groups = [group for group in ALIKE if any(stem(other) == stemmed for other in group)]
    return {word}.union(*groups)
