"""`landsby evaluate` and `landsby power`: a declared design carried out on data."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from landsby.blueprint import BlueprintError, Language, Text
from landsby.blueprint.figures import counted
from landsby.cli.terminal import language_of_environment

if TYPE_CHECKING:
    from landsby.evaluation.designs.design import Design
    from landsby.evaluation.findings.powering import Patience
    from landsby.evaluation.problems import Problem, Refused

UNVERIFIED = Text(
    da="Bemærk: Ved en kørsel på filer alene kan det ikke efterprøves, om designet blev erklæret, før data var set.",
    en="Note: a run on files alone cannot tell whether the design was declared before the data were seen.",
)
READING = Text(da="Læser rækker", en="Reading rows")
ESTIMATING = Text(da="Regner på {name}", en="Estimating {name}")
FORESEEING = Text(da="Ser frem for {name}", en="Looking ahead for {name}")
WRITTEN = Text(da="{count} tal er skrevet i {folder}", en="{count} estimates were written to {folder}")
SEVERITIES = {
    "blocker": Text(da="Kan ikke regnes", en="Cannot be had"),
    "warning": Text(da="Vær opmærksom", en="Take care"),
    "note": Text(da="Bemærk", en="Note"),
}
LANGUAGE = click.option("--lang", type=click.Choice(["da", "en"]), help="The language of what is said.")
ENGINE = click.option("--engine", type=click.Choice(["duckdb", "spark"]), default="duckdb", show_default=True)
THREADS = click.option(
    "--threads", type=click.IntRange(1), help="How many DuckDB may use; results do not depend on it."
)
DESIGN = click.argument("design_file", metavar="DESIGN", type=click.Path(path_type=Path))


@click.command("evaluate")
@DESIGN
@click.option("--data", "sources", required=True, multiple=True, help="Parquet, CSV, DATABASE#TABLE, or cell files.")
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="The folder to write to.")
@ENGINE
@THREADS
@LANGUAGE
def evaluate(
    design_file: Path, sources: tuple[str, ...], out: Path, engine: str, threads: int | None, lang: Language | None
) -> None:
    """Carry out the declared DESIGN on data, and write result.json, estimates.csv and pictures with their tables.

    Rows are read where they lie and become sums by area, period, cohort and stratum. Several --data may be given where
    all are cell files (*.cells.csv) that register holders made by `landsby cells`.
    """
    spoken = lang or language_of_environment()
    design = design_of(design_file, spoken)
    from landsby.analysis.rows.sources import Engine
    from landsby.analysis.runs.running import run
    from landsby.analysis.runs.writing import write_result
    from landsby.evaluation.problems import Refused

    steps = _Steps(design, ESTIMATING, 1 + len(design.outcomes), spoken)
    try:
        result = run(design, sources, Engine(engine), threads, steps.begin, steps.progress)
    except Refused as refusal:
        raise click.ClickException(all_said(refusal, spoken)) from None
    steps.end()
    write_result(result, out, spoken)
    tell_doubts(result.problems, spoken)
    click.echo(UNVERIFIED.say(spoken), err=True)
    for found in result.outcomes:
        click.echo(found.reading.text.say(spoken))
    click.echo(WRITTEN.filled(count=counted(len(result.estimates)), folder=out).say(spoken))


@click.command("power")
@DESIGN
@click.option("--data", "sources", required=True, multiple=True, help="Rows or cell files from before it can be known.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="A folder for the figures and a picture.")
@ENGINE
@THREADS
@LANGUAGE
def power(
    design_file: Path,
    sources: tuple[str, ...],
    out: Path | None,
    engine: str,
    threads: int | None,
    lang: Language | None,
) -> None:
    """When can we know? The smallest effect that the DESIGN finds after each year, simulated before the data exist."""
    spoken = lang or language_of_environment()
    design = design_of(design_file, spoken)
    from landsby.analysis.rows.sources import Engine
    from landsby.analysis.runs.running import patience_for
    from landsby.evaluation.problems import Refused

    steps = _Steps(design, FORESEEING, 2, spoken)
    try:
        found = patience_for(design, sources, Engine(engine), threads, steps.begin, steps.progress)
    except Refused as refusal:
        raise click.ClickException(all_said(refusal, spoken)) from None
    steps.end()
    _tell_ahead(found, design, out, spoken)


def _tell_ahead(found: Patience, design: Design, out: Path | None, spoken: Language) -> None:
    from landsby.analysis.runs.writing import write_patience
    from landsby.cli.looking_ahead import patience_lines

    if out is not None:
        write_patience(found, design, out, spoken)
    for line in patience_lines(found, design):
        click.echo(line.say(spoken))


def design_of(path: Path, spoken: Language) -> Design:
    """The design of a file; what is wrong with it ends the command."""
    from landsby.evaluation.designs.design import load_design

    try:
        return load_design(path)
    except BlueprintError as error:
        raise click.ClickException("\n".join(fault.say(spoken) for fault in error.faults)) from None


def tell_doubts(problems: Iterable[Problem], spoken: Language) -> None:
    """Each doubt with how bad it is, on standard error."""
    for problem in problems:
        click.echo(f"{SEVERITIES[problem.severity].say(spoken)}: {problem.say(spoken)}", err=True)


def all_said(refusal: Refused, spoken: Language) -> str:
    """Every problem of a refusal, a line each."""
    return "\n".join(problem.say(spoken) for problem in refusal.problems)


class _Steps:
    """One line for each step, with its seconds, on standard error."""

    def __init__(self, design: Design, doing: Text, total: int, spoken: Language) -> None:
        self.titles = {outcome.id: outcome.title for outcome in design.outcomes}
        self.doing, self.total, self.spoken, self.done, self.started, self.dots = doing, total, spoken, 0, 0.0, 0

    def begin(self, name: str) -> None:
        """End the step before, and name the next: "rows", or an outcome."""
        self.end()
        self.done, self.dots = self.done + 1, 0
        self.started = time.monotonic()
        said = READING if self.done == 1 else self.doing.filled(name=self.titles.get(name, name))
        click.echo(f"[{self.done}/{self.total}] {said.say(self.spoken)} … ", nl=False, err=True)
        sys.stderr.flush()

    def progress(self, share: float) -> None:
        """A dot for each tenth of a long step."""
        while self.dots < int(10 * share):
            self.dots += 1
            click.echo(".", nl=False, err=True)
            sys.stderr.flush()

    def end(self) -> None:
        """Tell how long the step took."""
        if self.done:
            click.echo(f"{time.monotonic() - self.started:.2f} s", err=True)
