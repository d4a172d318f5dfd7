"""Cells of every outcome of a recipe, and what was counted, left out and doubted on the way to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from landsby.analysis.cells.gathering import tally_of_rows
from landsby.analysis.cells.tally import MOVED, ROWS, Tally, cells_of
from landsby.analysis.problems import doubt
from landsby.analysis.rows.inspecting import MOST_IMPOSSIBLE, factor_that_fits, problems_of_rows
from landsby.analysis.rows.sources import Engine, Rows, opened
from landsby.blueprint.figures import figure
from landsby.blueprint.text import Text
from landsby.evaluation.cells.cells import Cells
from landsby.evaluation.designs.recipe import Recipe, Variable
from landsby.evaluation.disclosure.few import FEWEST
from landsby.evaluation.problems import Problem, Severity, each_once, named, refuse_on_blockers

LEAST_SHARE = 0.1
"""Percent; what is less is told as less than that."""
SLIPS = 5
"""So many impossible values in one area may be slips, whatever their share."""


@dataclass(frozen=True)
class Gathered:
    """What an analysis begins with.

    Attributes:
        recipe: by which it was made.
        tally: all counts and sums.
        cells: by outcome.
        problems: warnings and notes; blockers have refused it.
    """

    recipe: Recipe
    tally: Tally
    cells: Mapping[str, Cells]
    problems: tuple[Problem, ...]

    @property
    def clusters(self) -> dict[str, str]:
        """Each area's unit at the level of the shocks: itself where the recipe names none."""
        return {key.area: key.cluster or key.area for key in self.tally.keys}


def gathered_from(
    source: str | Path, recipe: Recipe, engine: Engine = Engine.DUCKDB, threads: int | None = None
) -> Gathered:
    """Look rows over and make the cells of every outcome.

    Raises:
        Refused: with every blocker among the doubts.
    """
    tally, doubts = tallied_from(source, recipe, engine, threads)
    return gathered_of_tally(tally, recipe, doubts)


def tallied_from(
    source: str | Path, recipe: Recipe, engine: Engine = Engine.DUCKDB, threads: int | None = None
) -> tuple[Tally, list[Problem]]:
    """The tally of rows, and what is doubtful of the rows themselves.

    Raises:
        Refused: with every blocker among the doubts.
    """
    with opened(source, engine, threads) as rows:
        doubts = [*problems_of_rows(rows, recipe)]
        refuse_on_blockers(doubts)
        tally = tally_of_rows(rows, recipe)
        for variable in recipe.outcomes:
            doubts += _problems_of_unit(rows, tally, recipe, variable)
    refuse_on_blockers(doubts)
    return tally, doubts


def gathered_of_tally(tally: Tally, recipe: Recipe, doubts: Iterable[Problem] = ()) -> Gathered:
    """Cells of every outcome from a tally, for instance one that was merged from cell files.

    Raises:
        Refused: `cluster_changes`, `unit_wrong`, `no_cells`.
    """
    problems = [*doubts, *problems_of_tally(tally, recipe)]
    refuse_on_blockers(problems)
    cells = {outcome.id: cells_of(tally, recipe, outcome) for outcome in recipe.outcomes}
    return Gathered(recipe, tally, cells, each_once(problems))


def problems_of_tally(tally: Tally, recipe: Recipe) -> Iterator[Problem]:
    """What the counts tell of the rows behind a tally."""
    rows = tally.total(ROWS)
    if tally.unplaced.without_key:
        yield doubt("rows_without_key", Severity.WARNING, count=tally.unplaced.without_key)
    if tally.unplaced.outside_window:
        yield doubt("rows_outside_window", Severity.NOTE, count=tally.unplaced.outside_window)
    yield from problems_of_small_cells(tally)
    if moved := tally.total(MOVED):
        yield doubt("persons_moved", Severity.NOTE, count=moved, share=_share(moved, rows))
    yield from _problems_of_clusters(tally, recipe)
    for outcome in recipe.outcomes:
        yield from _problems_of_values(tally, outcome, rows)


def problems_of_small_cells(tally: Tally) -> Iterator[Problem]:
    """Rows that their holder let nobody have, as they lay in small cells."""
    if gone := tally.unplaced.in_small_cells:
        share = _share(gone, gone + tally.total(ROWS))
        yield doubt("rows_in_small_cells", Severity.WARNING, count=gone, share=share)


def _problems_of_clusters(tally: Tally, recipe: Recipe) -> Iterator[Problem]:
    clusters: dict[str, set[str]] = {}
    for key in tally.keys:
        clusters.setdefault(key.area, set()).add(key.cluster)
    changing = [area for area, units in clusters.items() if len(units) > 1]
    if changing:
        yield doubt("cluster_changes", name=recipe.columns.cluster, areas=named(changing))


def _problems_of_values(tally: Tally, outcome: Variable, rows: int) -> Iterator[Problem]:
    known, possible, used = (tally.total(f"{outcome.id}:{count}") for count in ("known", "possible", "n"))
    if missing := rows - known:
        share = _share(missing, rows)
        yield doubt("values_missing", Severity.WARNING, name=outcome.id, count=missing, share=share)
    impossible = known - possible
    areas, everywhere = _out_of_unit(tally, outcome), len({key.area for key in tally.keys})
    if impossible > MOST_IMPOSSIBLE * known and (not areas or 2 * len(areas) > everywhere):
        code = "not_yes_or_no" if outcome.is_yes_or_no else "unit_wrong"
        yield doubt(code, name=outcome.id, share=_share(impossible, known), **_limits(outcome))
    elif areas:
        yield doubt("unit_wrong_in_areas", name=outcome.id, areas=named(areas), **_limits(outcome))
    elif impossible:
        yield doubt("values_impossible", Severity.WARNING, name=outcome.id, count=impossible, **_limits(outcome))
    if without := possible - used:
        yield doubt("covariate_missing", Severity.WARNING, name=outcome.id, count=without)


def _out_of_unit(tally: Tally, outcome: Variable) -> list[str]:
    """Areas in which a share of all values, or of those of one period, is impossible: one of them writes another unit.

    A few slips of the pen in a small area are no other unit.
    """
    places = [tally.columns.index(f"{outcome.id}:{count}") for count in ("known", "possible")]
    counts: dict[tuple[str, int | None], list[int]] = {}
    for key, numbers in zip(tally.keys, tally.numbers, strict=True):
        known, possible = (numbers[place] for place in places)
        for of in ((key.area, None), (key.area, key.period)):
            total = counts.setdefault(of, [0, 0])
            total[0] += known
            total[1] += known - possible
    return sorted({area for (area, _), (known, out) in counts.items() if out > max(SLIPS, MOST_IMPOSSIBLE * known)})


def _problems_of_unit(rows: Rows, tally: Tally, recipe: Recipe, variable: Variable) -> list[Problem]:
    """A wrong unit, with the factor by which it is wrong where that can be guessed."""
    known, possible = (tally.total(f"{variable.id}:{count}") for count in ("known", "possible"))
    if known - possible <= MOST_IMPOSSIBLE * known or variable.is_yes_or_no:
        return []
    factor = factor_that_fits(rows, recipe, variable)
    share = _share(known - possible, known)
    if not factor:
        return []
    return [doubt("unit_wrong_by", name=variable.id, share=share, factor=factor, **_limits(variable))]


def _limits(variable: Variable) -> dict[str, object]:
    low, high, unit = figure(variable.low), figure(variable.high), variable.unit or ""
    return {"low": low, "high": Text(da=f"{high.da} {unit}".rstrip(), en=f"{high.en} {unit}".rstrip())}


def _share(part: int, whole: int) -> Text:
    """A share in percent; of few no closer than what they are few of, and never 0 of somebody."""
    if not whole:
        return Text(da="–", en="–")
    percent = 100 * max(part, FEWEST if part else 0) / whole
    is_less = 0 < part < FEWEST or 0 < percent < LEAST_SHARE
    share = figure(max(percent, LEAST_SHARE if part else 0), ".1f")
    sign = "< " if is_less else ""
    return Text(da=f"{sign}{share.da} %", en=f"{sign}{share.en} %")
