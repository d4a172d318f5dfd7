"""The annual wheel as shapes: twelve months around a middle, one band for each sort of thing."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin

MONTHS = 12
SIZE = 400
"""The width and the height of the drawing, in its own units."""
MIDDLE = 62
"""The radius of the empty middle."""
NAMES = 178
"""The radius at which the names of the months stand."""
_OUTER = 162
_GAP = 1.5


@dataclass(frozen=True, slots=True)
class Shape:
    """One month of one band, or of the names around them.

    Attributes:
        path: its outline, as the `d` of an SVG path.
        x, y: where its text stands, in the middle of it.
    """

    path: str
    x: float
    y: float


def shape(month: int, band: int, bands: int) -> Shape:
    """One month of a band.

    Args:
        month: 1 to 12, January at the top, clockwise.
        band: 0 is the innermost.
        bands: how many there are.

    Raises:
        ValueError: for a month or a band that the wheel does not have.
    """
    if not (1 <= month <= MONTHS and 0 <= band < bands):
        raise ValueError(f"month {month}, band {band} of {bands}")
    width = (_OUTER - MIDDLE) / bands
    inner, outer = MIDDLE + band * width + _GAP, MIDDLE + (band + 1) * width - _GAP
    return _shape(month, inner, outer)


def name_shape(month: int) -> Shape:
    """Where the name of a month stands."""
    return _shape(month, _OUTER + _GAP, SIZE / 2 - 2)


def _shape(month: int, inner: float, outer: float) -> Shape:
    first, last = (_angle(month - 1 + edge) for edge in (0.03, 0.97))
    (ax, ay), (bx, by) = _point(first, outer), _point(last, outer)
    (cx, cy), (dx, dy) = _point(last, inner), _point(first, inner)
    path = f"M{ax} {ay}A{outer:.1f} {outer:.1f} 0 0 1 {bx} {by}L{cx} {cy}A{inner:.1f} {inner:.1f} 0 0 0 {dx} {dy}Z"
    return Shape(path, *_point(_angle(month - 0.5), (inner + outer) / 2))


def _angle(months: float) -> float:
    """Radians from the top, clockwise, with the middle of January at the top."""
    return (months - 0.5) / MONTHS * 2 * pi


def _point(angle: float, radius: float) -> tuple[float, float]:
    half = SIZE / 2
    return round(half + radius * sin(angle), 1), round(half - radius * cos(angle), 1)
