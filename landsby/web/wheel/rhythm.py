"""In which months something that comes back is on the wheel: a rhythm in, months out."""

from __future__ import annotations

from landsby.blueprint.kinds.parts import Rhythm

_STRETCH = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
"""How many months go to a stretch of time."""

TOO_OFTEN = ("week", "fortnight")
"""What comes back so often that it stands beside the wheel and not in every month of it."""


def months_of(rhythm: Rhythm) -> tuple[int, ...]:
    """The months, 1 to 12, in the middle of which something falls when it is spread evenly over the year.

    Each month once. Nothing for what comes back too often to stand in every month, once, or when it is needed.
    """
    stretch = _STRETCH.get(rhythm.every)
    if stretch is None:
        return ()
    step = stretch / rhythm.times
    middles = (step * (number + 0.5) for number in range(round(12 / step)))
    return tuple(sorted({int(middle) + 1 for middle in middles}))
