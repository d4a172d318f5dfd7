"""`landsby demo`: the invented programme."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from landsby.blueprint import Language, Text
from landsby.cli.evaluations import LANGUAGE
from landsby.cli.terminal import language_of_environment, start_on_database

DEMO_IS_THERE = Text(da="Demoen er der allerede.", en="The demo is there already.")
SCALE = "Municipalities: more than the demo's own are copies, for measuring. 98 make a national database."
DEMO_IS_SPREAD = Text(
    da="{municipalities} kommuner, {communities} lokalområder, {actors} aktører, {activities} aktiviteter.",
    en="{municipalities} municipalities, {communities} communities, {actors} actors, {activities} activities.",
)
DEMO_IS_BUILT = Text(
    da="{programme}: {activities} aktiviteter, {actors} aktører.",
    en="{programme}: {activities} activities, {actors} actors.",
)
REGISTER_IS_WRITTEN = Text(
    da="{rows} opdigtede børn er skrevet i {path}, og designet i {design}. Prøv: {command}",
    en="{rows} invented children were written to {path}, and the design to {design}. Try: {command}",
)


@click.group()
def demo() -> None:
    """The invented programme that shows what Landsby does."""


@demo.command("build")
@click.option("--seed", default=1, show_default=True, help="The same seed gives the same content.")
@click.option("--size", type=click.Choice(["normal", "small"]), default="normal", show_default=True)
@click.option("--scale", type=click.IntRange(3, 98), default=3, show_default=True, help=SCALE)
@click.option("--if-needed", is_flag=True, help="Do nothing where a demo is there already.")
def build(*, seed: int, size: str, scale: int, if_needed: bool) -> None:
    """Write five years of the invented programme into the database, in place of an earlier demo."""
    start_on_database()
    from landsby.demo.building import RealProgrammesThere, build_demo, demo_exists
    from landsby.demo.national import TEMPLATES, spread_over
    from landsby.demo.planning import Size

    spoken = language_of_environment()
    if if_needed and demo_exists():
        click.echo(DEMO_IS_THERE.say(spoken))
        return

    def tell(line: Text) -> None:
        click.echo(line.say(spoken))

    try:
        built = build_demo(seed=seed, size=Size(size), tell=tell)
    except RealProgrammesThere as refusal:
        raise click.ClickException(refusal.text.say(spoken)) from None
    told = DEMO_IS_BUILT.filled(programme=built.programme, activities=built.activities, actors=built.actors)
    tell(told)
    if scale > TEMPLATES:
        tell(DEMO_IS_SPREAD.filled(**asdict(spread_over(scale, programme=built.programme, tell=tell))))


@demo.command("register")
@click.option("--out", "path", default="register.parquet", show_default=True, type=click.Path(path_type=Path))
@click.option("--seed", default=1, show_default=True, help="The same seed gives the same register.")
@click.option("--children", default=1_000_000, show_default=True, type=click.IntRange(1))
@click.option(
    "--until", default=2029, show_default=True, type=click.IntRange(2015, 2029), help="The last year measured."
)
@LANGUAGE
def write_synthetic_register(*, path: Path, seed: int, children: int, until: int, lang: Language | None) -> None:
    """Write a synthetic national register as Parquet, and a design for it. The true effect is known and comes late."""
    from landsby.demo.register_design import write_register

    design, rows = write_register(path, seed=seed, children=children, until=until)
    spoken = lang or language_of_environment()
    asked = f" --lang {lang}" if lang else ""
    command = f"landsby evaluate {design} --data {path} --out result{asked}"
    told = REGISTER_IS_WRITTEN.filled(rows=rows, path=path, design=design, command=command)
    click.echo(told.say(spoken))
