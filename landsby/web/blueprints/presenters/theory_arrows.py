"""The arrows of a theory of change as they are drawn, with the numbers of what must hold for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from landsby.blueprint.theory.chart import Chart, Link
from landsby.blueprint.theory.layout import Route
from landsby.blueprint.theory.wrapping import width_of

NUMBER_SIZE = 12.0
BADGE_HEIGHT = 20.0

Fate = str
"""What became of a box or an arrow between two versions: "same", "new", "changed" or "gone"."""


@dataclass(frozen=True)
class Badge:
    """The numbers of an arrow's assumptions, by the middle of their plate."""

    x: float
    y: float
    width: float
    text: str

    @property
    def left(self) -> float:
        """Where the plate begins."""
        return self.x - self.width / 2

    @property
    def top(self) -> float:
        """How far down the plate begins."""
        return self.y - BADGE_HEIGHT / 2


@dataclass(frozen=True)
class DrawnArrow:
    """An arrow as the path of an SVG."""

    path: str
    badge: Badge | None = None
    fate: Fate = "same"


def drawn_arrows(chart: Chart, routes: Sequence[Route], fates: Mapping[tuple[str, str], Fate]) -> list[DrawnArrow]:
    """The arrows of a theory of change with the numbers of what must hold for them."""
    links = {(link.source, link.target): link for link in chart.links}
    numbers, taken = numbers_of(chart), list[Badge]()
    drawn = []
    for route in routes:
        link = links[route.source, route.target]
        badge = _badge(route, link, numbers, taken)
        if badge:
            taken.append(badge)
        drawn.append(DrawnArrow(path_of(route), badge, fates.get((route.source, route.target), "same")))
    return drawn


def numbers_of(chart: Chart) -> dict[str, int]:
    """The number by which each assumption is known in the drawing and beside it."""
    return {id_: number for number, id_ in enumerate(chart.assumptions, 1)}


def path_of(route: Route) -> str:
    """An arrow's way as the path of an SVG: a curve between two columns, a straight line past one."""
    (x, y), *rest = route.points
    told = [f"M{x:g} {y:g}"]
    for number, (to_x, to_y) in enumerate(rest):
        middle = (x + to_x) / 2
        told.append(f"H{to_x:g}" if number % 2 else f"C{middle:g} {y:g} {middle:g} {to_y:g} {to_x:g} {to_y:g}")
        x, y = to_x, to_y
    return "".join(told)


def _badge(route: Route, link: Link, numbers: Mapping[str, int], taken: Sequence[Badge]) -> Badge | None:
    """The plate on the last curve of an arrow, where it hides no other plate."""
    told = ", ".join(str(numbers[each]) for each in link.assumptions)
    if not told:
        return None
    width = max(BADGE_HEIGHT, width_of(told, NUMBER_SIZE) + 12)
    tried = [_on_curve(route.points[-2], route.points[-1], part / 20) for part in (10, 8, 12, 6, 14, 5, 15, 4)]
    plates = [Badge(x, y, width, told) for x, y in tried]
    return next((each for each in plates if not any(_overlap(each, other) for other in taken)), plates[0])


def _on_curve(begin: tuple[float, float], end: tuple[float, float], part: float) -> tuple[float, float]:
    """A point of the curve between two columns; `part` is how far along, from 0 to 1."""
    rest, middle = 1 - part, (begin[0] + end[0]) / 2
    weights = (rest**3, 3 * rest**2 * part, 3 * rest * part**2, part**3)
    x = sum(weight * at for weight, at in zip(weights, (begin[0], middle, middle, end[0]), strict=True))
    y = sum(weight * at for weight, at in zip(weights, (begin[1], begin[1], end[1], end[1]), strict=True))
    return x, y


def _overlap(one: Badge, other: Badge) -> bool:
    beside = abs(one.x - other.x) < (one.width + other.width) / 2 + 2
    return beside and abs(one.y - other.y) < BADGE_HEIGHT + 2
