"""Cell files: what a register holder hands over instead of rows.

A cell file is text that its holder can read through before it leaves: one line of JSON that says what it is, then CSV
with one line for each cell. The same rows give the same file, byte for byte, and it ends with the hash of what it says.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from landsby.analysis.cells.same_children import same_children
from landsby.analysis.cells.tally import Key, Tally, Unplaced, added_up, columns_of, tally_of
from landsby.analysis.problems import doubt, refuse_rows
from landsby.evaluation.designs.recipe import Recipe
from landsby.evaluation.problems import Problem, Severity, named, refuse_on_blockers

FORMAT = "landsby-cells"
VERSION = 1
SUM = "#sha256:"


@dataclass(frozen=True)
class CellFile:
    """A cell file that was read.

    Attributes:
        holder: who made it, by their own word.
        recipe_hash: the content hash of the recipe that it was made by.
        tally: the counts and sums.
        sha256: of the file's content.
    """

    holder: str
    recipe_hash: str
    tally: Tally
    sha256: str


def write_cells(path: Path, tally: Tally, recipe: Recipe, holder: str) -> str:
    """Write a tally as a cell file; gives back its hash."""
    out = io.StringIO()
    header = {
        "format": FORMAT,
        "version": VERSION,
        "holder": holder,
        "recipe": recipe.content_hash,
        "unplaced": tally.unplaced._asdict(),
    }
    out.write(json.dumps(header, ensure_ascii=False, sort_keys=True) + "\n")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*Key._fields, *tally.columns])
    writer.writerows([*key, *numbers] for key, numbers in zip(tally.keys, tally.numbers, strict=True))
    content = out.getvalue()
    sha256 = hashlib.sha256(content.encode()).hexdigest()
    path.write_text(f"{content}{SUM}{sha256}\n", encoding="utf-8", newline="\n")
    return sha256


def read_cells(path: Path) -> CellFile:
    """Read a cell file.

    Raises:
        Refused: `source_absent`, `cellfile_unreadable`, `cellfile_changed`.
    """
    if not path.is_file():
        refuse_rows("source_absent", name=path)
    content, _, told = path.read_text(encoding="utf-8", errors="replace").rpartition(SUM)
    first, _, table = content.partition("\n")
    header = _header(path, first)
    sha256 = hashlib.sha256(content.encode()).hexdigest()
    if told.strip() != sha256:
        refuse_rows("cellfile_changed", name=path)
    lines = csv.reader(io.StringIO(table))
    columns = tuple(next(lines)[len(Key._fields) :])
    unplaced = Unplaced(**header["unplaced"])
    return CellFile(header["holder"], header["recipe"], tally_of(columns, map(_row, lines), unplaced), sha256)


def merged(paths: Sequence[Path], recipe: Recipe) -> tuple[Tally, list[Problem]]:
    """The cell files of several register holders added up, with what is doubtful about that.

    Raises:
        Refused: `cellfile_other_recipe`, `cellfile_twice`, `holders_same_children`, and as `read_cells`.
    """
    files = [read_cells(path) for path in paths]
    blockers: list[Problem] = []
    for place, (path, file) in enumerate(zip(paths, files, strict=True)):
        if (file.recipe_hash, file.tally.columns) != (recipe.content_hash, columns_of(recipe)):
            blockers.append(doubt("cellfile_other_recipe", name=path))
        if file.sha256 in {earlier.sha256 for earlier in files[:place]}:
            blockers.append(doubt("cellfile_twice", name=path))
    refuse_on_blockers(blockers)
    refuse_on_blockers(_doubled(files))
    return added_up(file.tally for file in files), list(_overlaps(files))


def _doubled(files: Sequence[CellFile]) -> Iterator[Problem]:
    for same in same_children([file.tally for file in files]):
        yield doubt("holders_same_children", one=files[same.one].holder, other=files[same.other].holder)


def _overlaps(files: Sequence[CellFile]) -> Iterator[Problem]:
    for one, other in combinations(files, 2):
        both = {(key.area, key.period) for key in one.tally.keys} & {(key.area, key.period) for key in other.tally.keys}
        if both:
            areas = named(sorted({area for area, _ in both}))
            yield doubt("holders_overlap", Severity.WARNING, one=one.holder, other=other.holder, areas=areas)


def _header(path: Path, line: str) -> dict[str, Any]:
    try:
        header = json.loads(line)
    except ValueError:
        refuse_rows("cellfile_unreadable", name=path, why="JSON")
    if not isinstance(header, dict) or (header.get("format"), header.get("version")) != (FORMAT, VERSION):
        refuse_rows("cellfile_unreadable", name=path, why=f"{FORMAT} {VERSION}")
    return header


def _row(words: list[str]) -> tuple[Key, tuple[int, ...]]:
    area, period, cohort, stratum, cluster, *numbers = words
    return Key(area, int(period), int(cohort), stratum, cluster), tuple(map(int, numbers))
