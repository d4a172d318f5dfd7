"""Breaking text into lines that fit a box, by how wide letters usually are: a drawing cannot ask the screen."""

from __future__ import annotations

from collections.abc import Iterator

_NARROW = frozenset("fijlrtIJ.,:;!|'’()[]/- ")
_WIDE = frozenset("mwæœMWÆ@%–—…")
_WIDTHS = {"narrow": 0.36, "wide": 0.92, "capital": 0.70, "usual": 0.57}
"""In parts of the size of the letters; a little more than sans-serif type takes, so that nothing runs over."""


def width_of(text: str, size: float) -> float:
    """About how wide a text is, in the unit of the size of its letters."""
    return size * sum(_width(letter) for letter in text)


def wrapped(text: str, *, width: float, size: float) -> list[str]:
    """A text in lines no wider than this, broken at spaces; a longer word is divided."""
    lines: list[str] = []
    for word in text.split():
        for piece, goes_on in _pieces(word, width, size):
            joined = f"{lines[-1]} {piece}" if lines and not goes_on else piece
            if lines and not goes_on and width_of(joined, size) <= width:
                lines[-1] = joined
            else:
                lines.append(piece)
    return lines


def _pieces(word: str, width: float, size: float) -> Iterator[tuple[str, bool]]:
    """A word in pieces that fit, and whether each goes on with the one before it."""
    goes_on = False
    while width_of(word, size) > width and len(word) > 2:
        length = next(n for n in range(len(word) - 1, 0, -1) if n == 1 or width_of(word[:n] + "-", size) <= width)
        yield f"{word[:length]}-", goes_on
        word, goes_on = word[length:], True
    yield word, goes_on


def _width(letter: str) -> float:
    if letter in _NARROW:
        return _WIDTHS["narrow"]
    if letter in _WIDE:
        return _WIDTHS["wide"]
    return _WIDTHS["capital" if letter.isupper() else "usual"]
