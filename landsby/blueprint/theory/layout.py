"""Where each box of a theory of change is drawn, and where its arrows run.

Stages stand from left to right; boxes of one stage that lead to each other stand in columns of their own. Lanes lie
across as bands. An arrow that goes further than to the next column passes the columns between on a track of its own,
which is kept free as a box's place is: so no arrow runs through a box. All lengths are in units of the drawing.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from landsby.blueprint.theory.ordering import Columns, put_in_order
from landsby.blueprint.theory.stacking import Stacks, stacked

BOX_WIDTH = 188.0
GAP = 76.0
"""Between two columns; the arrows turn there."""
MARGIN = 14.0
HEAD = 46.0
"""For the names of the stages."""


@dataclass(frozen=True)
class Box:
    """What is to be drawn.

    Attributes:
        stage: how far on in the theory it stands, from 0.
        lane: how far down its lane lies, from 0; None for a box of no lane.
        height: what its text takes up.
    """

    key: str
    stage: int
    lane: int | None
    height: float


@dataclass(frozen=True)
class Placed:
    """A box in its place, by its upper left corner."""

    key: str
    x: float
    y: float
    height: float
    width: float = BOX_WIDTH


@dataclass(frozen=True)
class Route:
    """An arrow's way: where it leaves, the two ends of each track that it passes on, and where it arrives."""

    source: str
    target: str
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Strip:
    """A stage from left to right, or a lane from above: where it begins, and how far it reaches."""

    index: int
    start: float
    length: float


@dataclass(frozen=True)
class Layout:
    """The whole drawing.

    Attributes:
        left_out: the arrows that do not lead onward to another column, so that they cannot be drawn.
    """

    boxes: Mapping[str, Placed]
    routes: tuple[Route, ...]
    stages: tuple[Strip, ...]
    lanes: tuple[Strip, ...]
    width: float
    height: float
    left_out: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Pass:
    """The track on which what leaves a box passes a column."""

    source: str
    column: int


Item = str | Pass


def lay_out(boxes: Sequence[Box], arrows: Iterable[tuple[str, str]]) -> Layout:
    """Give every box its place and every arrow its way; the same input gives the same drawing.

    Args:
        arrows: from a key to a key, each once.
    """
    known = {box.key: box for box in boxes}
    all_arrows = [each for each in dict.fromkeys(arrows) if each[0] in known and each[1] in known]
    column_of, of_stage = columns_of(boxes, all_arrows)
    onward = [(source, target) for source, target in all_arrows if column_of[source] < column_of[target]]
    ways = {arrow: _way(arrow, column_of) for arrow in onward}
    segments = list(dict.fromkeys(pair for way in ways.values() for pair in itertools.pairwise(way)))
    cells, loose = _cells(boxes, column_of, segments)
    stacks = stacked(put_in_order(cells, segments), {box.key: box.height for box in boxes}, loose, top=HEAD + MARGIN)
    x_of = [MARGIN + place * (BOX_WIDTH + GAP) for place in range(len(cells))]
    placed = {key: Placed(key, x_of[column_of[key]], stacks.tops[key], box.height) for key, box in known.items()}
    ports = _ports(segments, placed, stacks)
    routes = tuple(Route(*arrow, _points(ways[arrow], x_of, ports, stacks)) for arrow in onward)
    strips = [_strip(stage, columns, x_of) for stage, columns in of_stage.items()]
    width = x_of[-1] + BOX_WIDTH + MARGIN if x_of else 2 * MARGIN
    lanes = tuple(Strip(index, start, length) for index, (start, length) in enumerate(stacks.bands))
    left_out = tuple(arrow for arrow in all_arrows if arrow not in ways)
    return Layout(placed, routes, tuple(strips), lanes, width, stacks.bottom + MARGIN, left_out)


def columns_of(boxes: Sequence[Box], arrows: Sequence[tuple[str, str]]) -> tuple[dict[str, int], dict[int, list[int]]]:
    """The column of each box, and the columns of each stage; an arrow back within a stage moves nothing."""
    stage_of = {box.key: box.stage for box in boxes}
    within = [(source, target) for source, target in arrows if stage_of[source] == stage_of[target]]
    depth = _depths([box.key for box in boxes], within)
    column_of: dict[str, int] = {}
    of_stage: dict[int, list[int]] = {}
    first = 0
    for stage in sorted(set(stage_of.values())):
        here = [box.key for box in boxes if box.stage == stage]
        column_of |= {key: first + depth[key] for key in here}
        of_stage[stage] = list(range(first, first + 1 + max(depth[key] for key in here)))
        first += len(of_stage[stage])
    return column_of, of_stage


def _depths(keys: Sequence[str], arrows: Sequence[tuple[str, str]]) -> dict[str, int]:
    """The most arrows that lead to each key; where a chain comes back to where it began, its first key begins it."""
    before: dict[str, list[str]] = {key: [] for key in keys}
    for source, target in arrows:
        before[target].append(source)
    depth: dict[str, int] = {}
    waiting = dict.fromkeys(keys)
    while waiting:
        ready = (key for key in waiting if not any(each in waiting for each in before[key]))
        key = next(ready, next(iter(waiting)))
        depth[key] = max((depth[each] + 1 for each in before[key] if each in depth), default=0)
        del waiting[key]
    return depth


def _way(arrow: tuple[str, str], column_of: Mapping[str, int]) -> tuple[Item, ...]:
    source, target = arrow
    return (source, *(Pass(source, column) for column in range(column_of[source] + 1, column_of[target])), target)


def _cells(
    boxes: Sequence[Box], column_of: Mapping[str, int], segments: Sequence[tuple[Item, Item]]
) -> tuple[Columns[Item], frozenset[int]]:
    """What stands in each column and lane, and the columns of boxes of no lane, which stand in the middle of all.

    Boxes of no lane beside others that have one stand in a band of their own below the lanes.
    """
    tracks = dict.fromkeys(end for pair in segments for end in pair if isinstance(end, Pass))
    lane_of: dict[str, int | None] = {box.key: box.lane for box in boxes}
    used = {lane for lane in lane_of.values() if lane is not None}
    passed = {track.column for track in tracks}
    laned = {column_of[box.key] for box in boxes if box.lane is not None}
    loose = frozenset(set(column_of.values()) - laned - passed) if used else frozenset()
    bands = max(used, default=-1) + 2
    columns: Columns[Item] = [[[] for _ in range(bands)] for _ in range(max(column_of.values(), default=-1) + 1)]
    for key, column in column_of.items():
        lane = lane_of[key]
        columns[column][bands - 1 if lane is None else lane].append(key)
    for track in tracks:
        lane = lane_of[track.source]
        columns[track.column][bands - 1 if lane is None else lane].append(track)
    return columns, loose


def _ports(
    segments: Sequence[tuple[Item, Item]], placed: Mapping[str, Placed], stacks: Stacks
) -> dict[tuple[Item, Item, bool], float]:
    """How far down each segment leaves (True) its box and arrives (False) at the next, spread over the box's side."""
    ports: dict[tuple[Item, Item, bool], float] = {}
    for key, box in placed.items():
        for leaving in (True, False):
            mine = [pair for pair in segments if pair[0 if leaving else 1] == key]
            ordered = sorted(mine, key=lambda pair: stacks.middles[pair[1 if leaving else 0]])
            for place, (source, target) in enumerate(ordered, 1):
                ports[source, target, leaving] = box.y + box.height * place / (len(ordered) + 1)
    return ports


def _points(
    way: Sequence[Item], x_of: Sequence[float], ports: Mapping[tuple[Item, Item, bool], float], stacks: Stacks
) -> tuple[tuple[float, float], ...]:
    """The points of a way: the ends of its curves."""
    column = stacks.columns[way[0]]
    points = [(x_of[column] + BOX_WIDTH, ports[way[0], way[1], True])]
    for track in way[1:-1]:
        x, y = x_of[stacks.columns[track]], stacks.middles[track]
        points += [(x, y), (x + BOX_WIDTH, y)]
    last = x_of[stacks.columns[way[-1]]]
    return (*points, (last, ports[way[-2], way[-1], False]))


def _strip(stage: int, columns: Sequence[int], x_of: Sequence[float]) -> Strip:
    return Strip(stage, x_of[columns[0]], x_of[columns[-1]] + BOX_WIDTH - x_of[columns[0]])
