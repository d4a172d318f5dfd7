"""The one door from the web to the house `analysis`: cell files are looked at, and designs carried out on them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from django.utils.translation import get_language

from landsby.blueprint import Language, Text
from landsby.evaluation.designs.design import Design
from landsby.evaluation.findings.powering import NOISE_DRAWS
from landsby.evaluation.problems import Problem, Refused
from landsby.web.evaluations.figures import in_step
from landsby.web.kit.charts import Chart

if TYPE_CHECKING:
    from landsby.analysis.cells.tally import Tally
    from landsby.analysis.pictures.picture import Picture

CELL_FILE = ".cells.csv"
SIZES = "sizes"
"""The step at which a design is tried with other numbers of places."""
Tell = Callable[[str], object]
Files = Sequence[tuple[str, bytes]]
"""Names and contents of cell files."""


@dataclass(frozen=True)
class Looked:
    """What a cell file says of itself.

    Attributes:
        texts: everything in it that is text: areas, clusters, strata.
        fewest: how many children the smallest of its cells is about, for any outcome; 0 where it holds nothing.
    """

    holder: str
    recipe_hash: str
    file_hash: str
    first: int
    last: int
    rows: int
    texts: frozenset[str]
    fewest: int


def look_at(name: str, content: bytes) -> Looked:
    """Read a cell file through.

    Raises:
        Refused: where it is none, or was changed.
    """
    from landsby.analysis.cells.cellfiles import read_cells
    from landsby.analysis.problems import refuse_rows

    with _laid_out([(name, content)]) as [path]:
        try:
            found = read_cells(Path(path))
        except (ValueError, KeyError, TypeError, StopIteration):
            # Its hash is right, so somebody made it so by hand.
            refuse_rows("cellfile_unreadable", name=name, why="CSV")
    return _facts(found.holder, found.recipe_hash, found.sha256, found.tally)


def _facts(holder: str, recipe_hash: str, file_hash: str, tally: Tally) -> Looked:
    from landsby.analysis.cells.tally import ROWS, smallest_count

    keys = tally.keys
    return Looked(
        holder=holder,
        recipe_hash=recipe_hash,
        file_hash=file_hash,
        first=min((key.period for key in keys), default=0),
        last=max((key.period for key in keys), default=0),
        rows=tally.total(ROWS),
        texts=frozenset(text for key in keys for text in (key.area, key.cluster, key.stratum)),
        fewest=min(filter(None, smallest_count(tally)), default=0),
    )


def same_children_in(files: Files) -> list[tuple[int, int]]:
    """The pairs of cell files, by their places among the files, that hold the same children.

    Raises:
        Refused: where one cannot be read.
    """
    from landsby.analysis.cells.cellfiles import read_cells
    from landsby.analysis.cells.same_children import same_children

    if len(files) < 2:
        return []
    with _laid_out(files) as paths:
        tallies = [read_cells(Path(path)).tally for path in paths]
    alike = [tally for tally in tallies if tally.columns == tallies[0].columns]
    return [(same.one, same.other) for same in same_children(alike)] if len(alike) == len(tallies) else []


@dataclass(frozen=True)
class Carried:
    """A design carried out.

    Attributes:
        data: the result, as `result.json` holds it.
        children: by area, period by period, how many rows are behind the primary outcome.
    """

    data: dict[str, Any]
    children: Mapping[str, Mapping[int, int]]


def carry_out(design: Design, files: Files, tell: Tell) -> Carried:
    """Run a design on cell files. `tell` may raise to stop it.

    Raises:
        Refused: with every blocker.
    """
    from landsby.analysis.runs.running import as_json, run

    with _laid_out(files) as paths:
        result = run(design, paths, tell=tell)
    return Carried(json.loads(as_json(result)), result.counts)


def patience_of(design: Design, files: Files, tell: Tell, draws: int = NOISE_DRAWS) -> dict[str, Any]:
    """When a design can know, as JSON-able data. `tell` may raise to stop it.

    Args:
        tell: is called with the name of each step, and with `SIZES` for each number of places that was tried.
        draws: as `patience` takes them.

    Raises:
        Refused: with every blocker.
    """
    from landsby.analysis.runs.running import patience_for
    from landsby.analysis.runs.writing import patience_data

    def step(_share: float) -> None:
        tell(SIZES)

    with _laid_out(files) as paths:
        found = patience_for(design, paths, tell=tell, progress=step, draws=draws)
    return patience_data(found, design)


def as_data(problems: Sequence[Problem]) -> list[dict[str, Any]]:
    """Doubts as they are kept."""
    return [{"code": each.code, "text": each.text.model_dump(), "cure": each.cure.model_dump()} for each in problems]


@contextmanager
def _laid_out(files: Files) -> Iterator[list[str]]:
    """The files in a folder of their own each, under their own names, for as long as they are read."""
    with TemporaryDirectory() as folder:
        paths = []
        for number, (name, content) in enumerate(files):
            path = Path(folder) / str(number) / Path(name).name
            path.parent.mkdir()
            path.write_bytes(content)
            paths.append(str(path))
        try:
            yield paths
        except Refused as refusal:
            # Where they lay for a moment tells nobody anything.
            raise Refused([_without(folder, each) for each in refusal.problems]) from None


def _without(folder: str, problem: Problem) -> Problem:
    """A doubt that speaks of files by their names."""
    places = re.compile(re.escape(folder) + r"/\d+/")
    text, cure = (Text(da=places.sub("", said.da), en=places.sub("", said.en)) for said in (problem.text, problem.cure))
    return replace(problem, text=text, cure=cure)


NameOf = Callable[[str], str]
"""What an area is called, by its code."""


def drawn(
    outcome: Mapping[str, Any], balance: Sequence[Mapping[str, Any]], design: Design, name_of: NameOf = str
) -> dict[str, Chart]:
    """The pictures of one outcome of a result by what they show, in the reader's language."""
    from landsby.analysis.pictures.runs import pictures_of

    return {_shows(picture): _chart(picture) for picture in pictures_of(outcome, balance, name_of, design.periods)}


def drawn_patience(told: Mapping[str, Any], design: Design) -> dict[str, Chart]:
    """The pictures of when one can know by what they show, in the reader's language."""
    return {_shows(picture): _chart(picture) for picture in _patience_pictures(told, design)}


ON_PAPER = 250
"""How high a picture is on a leaf that has words beside it, where it is 760 wide."""


def svg_of_first(told: Mapping[str, Any], design: Design, *, is_patience: bool) -> str:
    """The picture that says most, as SVG for a printed page; "" where there is none."""
    from landsby.analysis.pictures.runs import pictures_of
    from landsby.analysis.pictures.svg import as_svg

    if is_patience:
        first = next(iter(_patience_pictures(told, design)), None)
    else:
        primary = next((one for one in told.get("outcomes", []) if one["id"] == design.primary.id), None)
        first = next(iter(pictures_of(primary, told["balance"], periods=design.periods)), None) if primary else None
    return as_svg(first, _language(), ON_PAPER) if first else ""


def _patience_pictures(told: Mapping[str, Any], design: Design) -> list[Picture]:
    from landsby.analysis.pictures.patience import patience_pictures

    return list(patience_pictures(told, design.primary.to_data(), design.periods))


def _shows(picture: Picture) -> str:
    return picture.name.rpartition("-")[2]


def _chart(picture: Picture) -> Chart:
    from landsby.analysis.pictures.spec import as_spec

    lang = _language()
    title = picture.title.say(lang)
    rows = in_step(picture.rows(lang))
    return Chart(picture.name, title, as_spec(picture, lang), picture.headings(lang), rows)


def _language() -> Language:
    return "en" if (get_language() or "da").startswith("en") else "da"
