"""The drawing of a theory of change: nothing lies over anything else, and every arrow is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as some

from landsby.blueprint.theory import Box, Layout, lay_out
from landsby.blueprint.theory.ordering import crossings, put_in_order
from landsby.blueprint.theory.wrapping import width_of, wrapped

Arrows = list[tuple[str, str]]


@some.composite
def theories(draw: some.DrawFn) -> tuple[list[Box], Arrows]:
    """Up to a score of boxes in a few lanes, some of none, with arrows that never lead back to an earlier stage."""
    lanes = draw(some.integers(0, 4))
    lane = some.one_of(some.none(), some.integers(0, lanes - 1)) if lanes else some.none()
    count = draw(some.integers(0, 20))
    boxes = [
        Box(f"b{n}", draw(some.integers(0, 3)), draw(lane), draw(some.sampled_from([40.0, 58.0, 110.0])))
        for n in range(count)
    ]
    ordered = sorted(boxes, key=lambda box: box.stage)
    pairs = [(one.key, other.key) for one, other in combinations(ordered, 2)]
    return boxes, draw(some.lists(some.sampled_from(pairs), max_size=40, unique=True)) if pairs else []


def segments_of(points: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Points along an arrow: a curve in each gap between columns, a straight line past each column."""
    for number, ((x, y), (to_x, to_y)) in enumerate(pairwise(points)):
        for part in (each / 20 for each in range(21)):
            if number % 2:
                yield x + (to_x - x) * part, y
            else:
                eased = 3 * part**2 - 2 * part**3
                yield x + (to_x - x) * (1.5 * part * (1 - part) + part**3), y + (to_y - y) * eased


def inside(layout: Layout, point: tuple[float, float], but: set[str]) -> bool:
    """Whether a point lies in a box that is not one of some."""
    x, y = point
    return any(
        box.x + 1 < x < box.x + box.width - 1 and box.y < y < box.y + box.height
        for key, box in layout.boxes.items()
        if key not in but
    )


@given(theories())
@settings(max_examples=25)
def test_no_box_lies_over_another_and_all_lie_in_the_drawing(theory):
    layout = lay_out(*theory)
    assert layout.boxes.keys() == {box.key for box in theory[0]}
    for one, other in combinations(layout.boxes.values(), 2):
        beside = one.x + one.width <= other.x or other.x + other.width <= one.x
        assert beside or one.y + one.height <= other.y or other.y + other.height <= one.y
    for box in layout.boxes.values():
        assert min(box.x, box.y) >= 0
        assert box.x + box.width <= layout.width
        assert box.y + box.height <= layout.height


@given(theories())
@settings(max_examples=25)
def test_every_arrow_is_drawn_from_box_to_box_and_runs_through_none_other(theory):
    boxes, arrows = theory
    layout = lay_out(boxes, arrows)
    assert [(route.source, route.target) for route in layout.routes] == arrows
    assert layout.left_out == ()
    for route in layout.routes:
        source, target = layout.boxes[route.source], layout.boxes[route.target]
        (x, y), (to_x, to_y) = route.points[0], route.points[-1]
        assert x == source.x + source.width
        assert source.y < y < source.y + source.height
        assert to_x == target.x
        assert target.y < to_y < target.y + target.height
        points = list(segments_of(route.points))
        assert all(x <= to_x for (x, _y), (to_x, _to_y) in pairwise(points)), "an arrow only leads onward"
        assert not any(inside(layout, point, {route.source, route.target}) for point in points)


@given(theories())
@settings(max_examples=10)
def test_a_box_stands_in_its_lane_and_the_same_theory_gives_the_same_drawing(theory):
    layout = lay_out(*theory)
    assert layout == lay_out(*theory)
    for box in theory[0]:
        if box.lane is not None:
            strip, place = layout.lanes[box.lane], layout.boxes[box.key]
            assert strip.start <= place.y
            assert place.y + place.height <= strip.start + strip.length


def crossings_by_looking(columns: list[list[list[str]]], segments: Arrows) -> int:
    """The naive twin: every pair of segments is looked at."""
    where = {item: (n, place) for n, cells in enumerate(columns) for place, item in enumerate(chain(*cells))}
    found = 0
    for (one, to_one), (other, to_other) in combinations(segments, 2):
        if where[one][0] == where[other][0]:
            found += (where[one][1] - where[other][1]) * (where[to_one][1] - where[to_other][1]) < 0
    return found


@settings(max_examples=40)
@given(some.lists(some.tuples(some.integers(0, 2), some.integers(0, 4), some.integers(0, 4)), max_size=14, unique=True))
def test_crossings_are_counted_as_by_looking_and_are_never_made_more(picked):
    columns = [[[f"{n}{place}" for place in range(5)]] for n in range(4)]
    segments = [(f"{n}{source}", f"{n + 1}{target}") for n, source, target in picked]
    before = crossings(columns, segments)
    assert before == crossings_by_looking(columns, segments)
    after = put_in_order(columns, segments)
    assert crossings(after, segments) == crossings_by_looking(after, segments) <= before
    assert [sorted(cells[0]) for cells in after] == [sorted(cells[0]) for cells in columns]


def test_a_knot_that_can_be_untied_is():
    columns = [[["a", "b", "c"]], [["x", "y", "z"]]]
    segments = [("a", "z"), ("b", "y"), ("c", "x")]
    assert crossings(columns, segments) == 3
    assert crossings(put_in_order(columns, segments), segments) == 0


def test_a_chain_that_comes_back_or_leads_back_is_still_drawn_and_told_of():
    boxes = [Box("a", 1, None, 40), Box("b", 1, None, 40), Box("c", 0, None, 40)]
    layout = lay_out(boxes, [("a", "b"), ("b", "a"), ("b", "c")])
    assert [(route.source, route.target) for route in layout.routes] == [("a", "b")]
    assert layout.left_out == (("b", "a"), ("b", "c"))


@settings(max_examples=40)
@given(some.text(max_size=200), some.floats(60, 300))
def test_lines_fit_and_keep_every_word(text, width):
    lines = wrapped(text, width=width, size=14)
    assert all(width_of(line, 14) <= width or len(line) <= 3 for line in lines)
    assert "".join(lines).replace("-", "").replace(" ", "") == "".join(text.split()).replace("-", "")
