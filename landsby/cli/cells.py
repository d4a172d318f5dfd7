"""`landsby cells`: what is handed over instead of rows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from landsby.blueprint import Language, Text
from landsby.blueprint.figures import counted
from landsby.cli.evaluations import DESIGN, ENGINE, LANGUAGE, THREADS, all_said, design_of, tell_doubts
from landsby.cli.terminal import language_of_environment
from landsby.evaluation.disclosure.few import SMALL

if TYPE_CHECKING:
    from landsby.analysis.cells.gathered import Gathered
    from landsby.evaluation.designs.design import Design

CELLS_WRITTEN = Text(
    da="{cells} celler fra {rows} rækker er skrevet i {path}",
    en="{cells} cells from {rows} rows were written to {path}",
)
NAMED_SO = Text(da="Filens navn skal ende på {ending}.", en="The name must end in {ending}.")


@click.command("cells")
@DESIGN
@click.option("--data", "source", required=True, help="Parquet, CSV, or DATABASE#TABLE.")
@click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path), help="A file *.cells.csv.")
@click.option("--holder", required=True, help="Who holds the rows.")
@click.option(
    "--fewest",
    type=click.IntRange(min=1),
    default=SMALL,
    show_default=True,
    help="Cells about fewer children are left out, and their rows counted.",
)
@ENGINE
@THREADS
@LANGUAGE
def write_cell_file(
    design_file: Path,
    source: str,
    out: Path,
    holder: str,
    fewest: int,
    engine: str,
    threads: int | None,
    lang: Language | None,
) -> None:
    """Make cells of rows for the DESIGN, to hand over instead of the rows. The file can be read through first."""
    spoken = lang or language_of_environment()
    design = design_of(design_file, spoken)
    from landsby.analysis.cells.gathered import gathered_from
    from landsby.analysis.rows.sources import Engine
    from landsby.analysis.runs.running import CELL_FILE
    from landsby.evaluation.problems import Refused

    if not out.name.endswith(CELL_FILE):
        raise click.BadParameter(NAMED_SO.filled(ending=CELL_FILE).say(spoken), param_hint="--out")
    try:
        found = gathered_from(source, design.recipe, Engine(engine), threads)
    except Refused as refusal:
        raise click.ClickException(all_said(refusal, spoken)) from None
    _hand_over(found, design, fewest, out, holder, spoken)


def _hand_over(found: Gathered, design: Design, fewest: int, out: Path, holder: str, spoken: Language) -> None:
    from landsby.analysis.cells.areas import treated_unknown
    from landsby.analysis.cells.cellfiles import write_cells
    from landsby.analysis.cells.gathered import problems_of_small_cells
    from landsby.analysis.cells.tally import ROWS, without_small
    from landsby.evaluation.problems import Severity

    tally = without_small(found.tally, fewest)
    write_cells(out, tally, found.recipe, holder)
    # Another holder may have them: the one who reads this knows whether these rows should.
    absent = treated_unknown(found.tally, design, Severity.WARNING)
    tell_doubts([*found.problems, *absent, *problems_of_small_cells(tally)], spoken)
    cells, rows = counted(len(tally.keys)), counted(tally.total(ROWS))
    told = CELLS_WRITTEN.filled(cells=cells, rows=rows, path=out)
    click.echo(told.say(spoken))
