"""The invented programme's evaluation: a declared design, its run for 2022, and when one can know.

The children are those of the synthetic register. Its treated districts are the programme's ten communities; all other
districts and municipalities are only codes.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.parquet as pq

from landsby.analysis.cells.cellfiles import write_cells
from landsby.analysis.cells.gathered import gathered_from
from landsby.analysis.cells.tally import Key, Tally, tally_of, without_small
from landsby.demo.national import NAMES
from landsby.demo.register import country, register
from landsby.demo.register_design import design_text
from landsby.demo.telling_days import on_the_day
from landsby.evaluation.designs.design import Design
from landsby.web.accounts.models import User
from landsby.web.evaluations.actions import ask_for_run, begin_draft, declare, remember_codes, seal_result, take_in
from landsby.web.evaluations.analysing import look_at, patience_of
from landsby.web.evaluations.carrying_out import carry_out_run
from landsby.web.evaluations.models import Declaration, Sort
from landsby.web.evaluations.told import ToldPlace
from landsby.web.kit.small_cells import SMALL
from landsby.web.partnerships.models import Community, Programme

MEASURED_UNTIL = 2022
CHILDREN = 1_000_000
HOLDER = "Det opdigtede register"
FILE = "register-2022.cells.csv"
GROUPS = """\
subgroups:
  - id: piger
    strata: [girl]
    why:
      da: Piger er oftere overvægtige ved skolestart i registret.
      en: Girls are more often overweight at school entry in the register.
  - id: drenge
    strata: [boy]
    why:
      da: Drenge bevæger sig mere i forvejen, så der er måske mindre at vinde.
      en: Boys move more already, so there may be less to gain.
"""
DOSES = (5, 7, 4, 8, 6, 5, 9, 4, 7, 6)
"""How many of the programme's efforts each community meant to begin with."""
QUARTERS = "Engdal Skovby Mølle Kirke Bakke Strand Lind Ege Birke Å Sø Hede Lyng Kløver Eng".split()
ENDS = ("skolen", "marken", "lunden", "vænget", "højen", "gården")
"""Of which the names of districts are made."""
QUICK = "  draws: 499\n"
DRAWS = 100
"""Of the look ahead: enough for a picture, and few enough not to keep anybody waiting."""
DECLARED = datetime(2020, 9, 14, 13, 30, tzinfo=UTC)
"""Before the first children had met the programme long enough, and before any figures of 2020 were out."""
LOADED = datetime(2023, 3, 6, 8, 15, tzinfo=UTC)
"""When the figures of 2022 were out."""
TOOK = timedelta(minutes=2)


def write_evaluation(programme: Programme, communities: list[Community], by: User, seed: int) -> Declaration:
    """Declare the design, take in the cells, and carry both runs out."""
    names = codes_of(communities, seed)
    text = _design_text(names, seed)
    draft = begin_draft(programme=programme, name="", text=text, by=by)
    with on_the_day(DECLARED):
        declaration = declare(draft=draft, text=draft.text, by=by)
    starts = declaration.design.starts
    places = [ToldPlace(place, code, starts[code]) for place, code in zip(communities, names.values(), strict=False)]
    remember_codes(programme=programme, places=places, by=by)
    content = _cells(declaration.design, names, seed)
    with on_the_day(LOADED):
        loading = take_in(declaration=declaration, name=FILE, content=content, looked=look_at(FILE, content), by=by)
        result, ahead = (
            ask_for_run(declaration=declaration, sort=sort, files=[loading], by=by)
            for sort in (Sort.RESULT, Sort.PATIENCE)
        )
    carry_out_run(result)
    ahead.begin()
    seal_result(run=ahead, told=patience_of(declaration.design, [(FILE, content)], str, DRAWS), shown={}, by=by)
    declaration.runs.update(started_at=LOADED, ended_at=LOADED + TOOK)
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
    """The register's design, with groups, doses and names."""
    text = design_text(seed).replace("  person: child\n", "  person: child\n  strata: [sex]\n")
    text = text.replace("too_early:\n", f"{GROUPS}too_early:\n")
    text = re.sub(r"(  procedures: .*\n)", rf"\1{QUICK}", text)
    doses = iter(DOSES)
    text = re.sub(r"starts: \d+", lambda found: f"{found[0]}, dose: {next(doses)}", text)
    text = re.sub(r'"(\d{4}-\d{2})"', lambda found: f'"{names.get(found[1], found[1])}"', text)
    places = "\n".join(
        f'  "{code}": {name}' for code, name in sorted(names_of_others(seed).items()) if code not in names
    )
    return f"{text}names:\n{places}\n"


def names_of_others(seed: int) -> dict[str, str]:
    """Names of the register's districts and municipalities by code; nobody lives in any of them."""
    codes = country(seed).codes.tolist()
    towns = dict(zip(sorted({code[:4] for code in codes}), NAMES, strict=False))
    quarters = (f"{first}{last}" for last in ENDS for first in QUARTERS)
    known = list(quarters)
    districts = {code: f"{known[(int(code[5:]) - 1) % len(known)]}, {towns[code[:4]]}" for code in codes}
    return {**districts, **{code: f"{name} Kommune" for code, name in towns.items()}}


def _cells(design: Design, names: dict[str, str], seed: int) -> bytes:
    """The register as it was in 2022, made into cells in one scan, its treated districts called as they are here."""
    with TemporaryDirectory() as folder:
        rows, cells = Path(folder) / "register.parquet", Path(folder) / FILE
        pq.write_table(pa.table(register(seed, CHILDREN, MEASURED_UNTIL)), rows)
        tally = without_small(gathered_from(rows, design.recipe).tally, SMALL)
        write_cells(cells, _renamed(tally, names), design.recipe, HOLDER)
        return cells.read_bytes()


def _renamed(tally: Tally, names: dict[str, str]) -> Tally:
    """Areas by their names here."""

    def renamed(key: Key) -> Key:
        name = names.get(key.area)
        return key._replace(area=name, cluster=name[:4]) if name else key

    return tally_of(tally.columns, zip(map(renamed, tally.keys), tally.numbers, strict=True), tally.unplaced)
