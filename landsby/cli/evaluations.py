"""`landsby evaluate` and `landsby power`: a declared design carried out on data."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
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
AFTER = Text(
    da="Når {period} er målt, kan en virkning på {smallest} ses.",
    en="Once {period} is measured, an effect of {smallest} can be seen.",
)
NOT_UNTIL = Text(
    da="Indtil {period} er målt, kan end ikke en virkning på {most} ses.",
    en="Until {period} is measured, not even an effect of {most} can be seen.",
)
NEVER = Text(
    da="End ikke en virkning på {most} kan ses inden {period}.",
    en="Not even an effect of {most} can be seen by {period}.",
)
KNOWN_SINCE = Text(
    da="En virkning på {effect} kan ses fra {period} (med {power} sandsynlighed, hvis den er der).",
    en="An effect of {effect} can be seen from {period} (with a chance of {power}, if it is there).",
)
WITH = Text(
    da="Med {areas} områder i {units} enheder og {compared} at sammenligne med kan den ses fra {since}.",
    en="With {areas} areas in {units} units and {compared} to compare with it shows from {since}.",
)
NOT_WITH = Text(
    da="Med {areas} områder i {units} enheder og {compared} at sammenligne med ses i {last} en virkning på {smallest}.",
    en="With {areas} areas in {units} units and {compared} to compare with, what shows by {last} is {smallest}.",
)
SEVERITIES = {
    "blocker": Text(da="Kan ikke regnes", en="Cannot be had"),
    "warning": Text(da="Vær opmærksom", en="Take care"),
    "note": Text(da="Bemærk", en="Note"),
}
NOT_KNOWN = Text(
    da="En virkning på {effect} ses ikke med {power} sandsynlighed inden {period}. Det kræver flere områder eller år.",
    en="An effect of {effect} cannot be seen with a chance of {power} by {period}. It takes more areas or years.",
)
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
    if out is not None:
        _write_patience(found, design, out, spoken)
    for line in _patience_lines(found, design):
        click.echo(line.say(spoken))


def _write_patience(found: Patience, design: Design, out: Path, spoken: Language) -> None:
    from landsby.analysis.runs.writing import write_patience

    write_patience(found, design, out, spoken)


def _patience_lines(found: Patience, design: Design) -> Iterator[Text]:
    """The smallest effect found after each period, whether that is small enough, and what more places give."""
    from landsby.evaluation.findings.reading_words import amount

    outcome = design.primary
    if not found.ways:
        yield found.given.because
    yield from _by_period(found, design)
    if found.smallest_that_matters is not None:
        words = KNOWN_SINCE if found.since else NOT_KNOWN
        share = f"{100 * design.too_early.least_power:.0f} %"
        effect, period = amount(found.smallest_that_matters, outcome), found.since or design.window.last
        yield words.filled(power=share, effect=effect, period=design.periods.called(period))
    yield from _other_sizes(found, design)


def _by_period(found: Patience, design: Design) -> Iterator[Text]:
    """What is seen after each period, from the first after which anything is."""
    from landsby.evaluation.findings.reading_words import amount

    seen = [each for each in found.known if each.smallest < float("inf")]
    if found.known and len(seen) < len(found.known):
        most = amount(float(found.known[0].effects[-1]), design.primary)
        period = seen[0].last if seen else design.window.last
        yield (NOT_UNTIL if seen else NEVER).filled(period=design.periods.called(period), most=most)
    for each in seen:
        smallest = amount(each.smallest, design.primary)
        yield AFTER.filled(period=design.periods.called(each.last), smallest=smallest)


def _other_sizes(found: Patience, design: Design) -> Iterator[Text]:
    """What other numbers of places would give, the fewest first; the design's own has been told."""
    from landsby.evaluation.findings.reading_words import amount

    last = design.periods.called(design.window.last)
    for way in sorted(found.ways, key=lambda way: (way.areas, way.compared_areas)):
        places = {"areas": way.areas, "units": way.units, "compared": counted(way.compared_areas)}
        smallest = way.known[-1].smallest
        if way.is_declared or (not way.since and smallest == float("inf")):
            continue
        if way.since:
            yield WITH.filled(since=design.periods.called(way.since), **places)
        else:
            yield NOT_WITH.filled(last=last, smallest=amount(smallest, design.primary), **places)


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
