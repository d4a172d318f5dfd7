"""The invented programme's evaluation: a declared design, its run for 2022, and when one can know.

The children are those of the synthetic register. Its treated districts are the programme's ten communities; all other
districts and municipalities are only codes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.parquet as pq

from landsby.analysis.cellfiles import write_cells
from landsby.analysis.gathered import gathered_from
from landsby.analysis.running import gathered_for
from landsby.analysis.tally import Key, Tally
from landsby.analysis.writing import patience_data
from landsby.demo.register import country, register
from landsby.demo.register_design import design_text
from landsby.evaluation.design import Design
from landsby.evaluation.estimating import compared
from landsby.evaluation.powering import patience
from landsby.web.accounts.models import User
from landsby.web.evaluations.actions import ask_for_run, begin_draft, declare, remember_codes, take_in
from landsby.web.evaluations.analysing import look_at
from landsby.web.evaluations.carrying_out import carry_out_run, sealed
from landsby.web.evaluations.models import Declaration, Loading, Sort
from landsby.web.evaluations.told import ToldPlace
from landsby.web.partnerships.models import Community, Programme

MEASURED_UNTIL = 2022
CHILDREN = 1_000_000
HOLDER = "Det opdigtede register"
FILE = "register-2022.cells.csv"
MATCHED = "comparison:\n  matching: mahalanobis\n  for_each: 10\n"
QUICK = "  draws: 499\n  calibration: 200\n"
DRAWS = 40
"""Of the look ahead: enough for a picture, and few enough not to keep anybody waiting."""


def write_evaluation(programme: Programme, communities: list[Community], by: User, seed: int) -> Declaration:
    """Declare the design, take in the cells, and carry both runs out."""
    names = codes_of(communities, seed)
    text = _design_text(names, seed)
    draft = begin_draft(programme=programme, name="", text=text, by=by)
    declaration = declare(draft=draft, text=draft.text, by=by)
    starts = declaration.design.starts
    places = [ToldPlace(place, code, starts[code]) for place, code in zip(communities, names.values(), strict=False)]
    remember_codes(programme=programme, places=places, by=by)
    content = _cells(declaration.design, names, seed)
    loading = take_in(declaration=declaration, name=FILE, content=content, looked=look_at(FILE, content), by=by)
    carry_out_run(ask_for_run(declaration=declaration, sort=Sort.RESULT, files=[loading], by=by))
    _look_ahead(declaration, loading, content, by)
    return declaration


def codes_of(communities: list[Community], seed: int) -> dict[str, str]:
    """The register's codes of its treated districts, each with the code of a community."""
    places = country(seed)
    treated = sorted(zip(places.starts[places.starts > 0], places.codes[places.starts > 0], strict=True))
    numbered: dict[str, int] = {}
    names = {}
    for (_start, code), community in zip(treated, communities, strict=True):
        municipality = community.municipality.code
        numbered[municipality] = numbered.get(municipality, 0) + 1
        names[str(code)] = f"{municipality}-{numbered[municipality]:02d}"
    return names


def _design_text(names: dict[str, str], seed: int) -> str:
    text = design_text(seed).replace("comparison:\n", MATCHED)
    text = re.sub(r"(  procedures: .*\n)", rf"\1{QUICK}", text)
    return re.sub(r'"(\d{4}-\d{2})"', lambda found: f'"{names.get(found[1], found[1])}"', text)


def _cells(design: Design, names: dict[str, str], seed: int) -> bytes:
    """The register as it was in 2022, made into cells in one scan, its treated districts called as they are here."""
    with TemporaryDirectory() as folder:
        rows, cells = Path(folder) / "register.parquet", Path(folder) / FILE
        pq.write_table(pa.table(register(seed, CHILDREN, MEASURED_UNTIL)), rows)
        tally = gathered_from(rows, design.recipe).tally
        write_cells(cells, _renamed(tally, names), design.recipe, HOLDER)
        return cells.read_bytes()


def _renamed(tally: Tally, names: dict[str, str]) -> Tally:
    def renamed() -> Iterator[tuple[Key, tuple[int, ...]]]:
        for key, numbers in zip(tally.keys, tally.numbers, strict=True):
            name = names.get(key.area)
            yield (key._replace(area=name, cluster=name[:4]) if name else key), numbers

    keys, numbers = zip(*sorted(renamed()), strict=True)
    return replace(tally, keys=keys, numbers=numbers)


def _look_ahead(declaration: Declaration, loading: Loading, content: bytes, by: User) -> None:
    """When one can know, by few draws: a page of the product would take its time."""
    run = ask_for_run(declaration=declaration, sort=Sort.PATIENCE, files=[loading], by=by)
    design = declaration.design
    with TemporaryDirectory() as folder:
        path = Path(folder) / FILE
        path.write_bytes(content)
        found = gathered_for(design, [str(path)])
    cells = found.cells[design.primary.id]
    schedule, _alike, _doubts = compared(cells, design.schedule(found.clusters), design)
    run.begin()
    sealed(run, patience_data(patience(cells, schedule, design, DRAWS), design), {})
