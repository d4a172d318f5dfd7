"""Designs for tests, written as evaluators write them and declared through the room's own actions."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from landsby.analysis.cells.cellfiles import write_cells
from landsby.analysis.cells.tally import Key, Tally, Unplaced, columns_of
from landsby.web.accounts.models import User
from landsby.web.evaluations.actions import ask_for_run, begin_draft, declare, take_in
from landsby.web.evaluations.analysing import look_at
from landsby.web.evaluations.design_texts import hash_of_text, read_text
from landsby.web.evaluations.models import Declaration, DesignDraft, Loading, Run, Sort
from landsby.web.partnerships.models import Programme

DESIGN = """\
id: fewer_wet_socks
title: {da: Færre våde sokker, en: Fewer wet socks}
question: {da: Er færre børn våde om fødderne?, en: Are fewer children wet about the feet?}
population: {da: Alle børn ved havnen., en: All children at the harbour.}
columns: {area: area, period: year}
window: {first: 2015, last: 2024}
outcomes:
  - id: wet
    title: {da: Våde sokker, en: Wet socks}
    column: wet
    role: primary
    better: lower
    smallest_effect: 0.05
treated:
  - {area: quay, starts: 2021}
  - {area: hill, starts: 2021}
comparison:
  why: {da: De andre har samme vejr., en: The others have the same weather.}
inference: {draws: 199}
too_early:
  periods_after_start: 2
  why: {da: Strømper skal tørre., en: Socks must dry.}
"""


def a_draft(programme: Programme, by: User, text: str = DESIGN) -> DesignDraft:
    """A design that is being written."""
    return begin_draft(programme=programme, name="Sokker", text=text, by=by)


def a_declaration(programme: Programme, by: User, text: str = DESIGN) -> Declaration:
    """A design that was declared."""
    draft = a_draft(programme, by, text)
    return declare(draft=draft, text=draft.text, by=by)


def cells_of(
    design: str = DESIGN, *, until: int = 2024, holder: str = "Havnen", lone: int = 0, called: str = ""
) -> bytes:
    """A cell file for a design: areas by year, the treated ones a little better after their start.

    Args:
        lone: how many children the first cell is about, if not as many as the others.
        called: what the codes of areas begin with.
    """
    recipe = read_text(design).design.recipe
    areas = ["quay", "hill", *(f"far_{number:02d}" for number in range(18))]
    keys = [Key(area, year, 0, "", "") for area in sorted(areas) for year in range(2015, until + 1)]
    numbers = []
    for key in keys:
        swing = (hash_of_text(f"{key.area}{key.period}")[0] in "02468ace") + (key.area < "g") * 3
        rows = lone if lone and key == keys[0] else 60
        wet = 12 + swing - (6 if key.area in ("quay", "hill") and key.period >= 2021 else 0)
        wet = min(wet, rows)
        known = {"rows": rows, "moved": 0, "wet:known": rows, "wet:possible": rows, "wet:n": rows}
        known |= {"wet:sum:wet": wet, "wet:product:wet:wet": wet}
        numbers.append(tuple(known[column] for column in columns_of(recipe)))
    keys = [key._replace(area=f"{called}{key.area}") for key in keys]
    tally = Tally(columns_of(recipe), tuple(keys), tuple(numbers), Unplaced(0, 0))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "made.cells.csv"
        write_cells(path, tally, recipe, holder)
        return path.read_bytes()


def a_loading(declaration: Declaration, by: User, content: bytes | None = None) -> Loading:
    """Cells that were taken in for a design."""
    made = content or cells_of(declaration.text)
    looked = look_at("havn.cells.csv", made)
    return take_in(declaration=declaration, name="havn.cells.csv", content=made, looked=looked, by=by)


def a_run(declaration: Declaration, by: User, *, sort: Sort = Sort.RESULT) -> Run:
    """A run that waits."""
    loading = Loading.objects.of(declaration.programme).there().first() or a_loading(declaration, by)
    return ask_for_run(declaration=declaration, sort=sort, files=[loading], by=by)
