"""`landsby demo`: the invented programme."""

from __future__ import annotations

import click

from landsby.blueprint import Text
from landsby.cli.terminal import language_of_environment, start_on_database

DEMO_IS_THERE = Text(da="Demoen er der allerede.", en="The demo is there already.")
DEMO_IS_BUILT = Text(
    da="{programme}: {activities} aktiviteter, {actors} aktører.",
    en="{programme}: {activities} activities, {actors} actors.",
)


@click.group()
def demo() -> None:
    """The invented programme that shows what Landsby does."""


@demo.command("build")
@click.option("--seed", default=1, show_default=True, help="The same seed gives the same content.")
@click.option("--size", type=click.Choice(["normal", "small"]), default="normal", show_default=True)
@click.option("--if-needed", is_flag=True, help="Do nothing where a demo is there already.")
def build(*, seed: int, size: str, if_needed: bool) -> None:
    """Write five years of the invented programme into the database, in place of an earlier demo."""
    start_on_database()
    from landsby.demo.building import RealProgrammesThere, build_demo, demo_exists
    from landsby.demo.planning import Size

    spoken = language_of_environment()
    if if_needed and demo_exists():
        click.echo(DEMO_IS_THERE.say(spoken))
        return
    try:
        built = build_demo(seed=seed, size=Size(size), tell=lambda line: click.echo(line.say(spoken)))
    except RealProgrammesThere as refusal:
        raise click.ClickException(refusal.text.say(spoken)) from None
    told = DEMO_IS_BUILT.filled(programme=built.programme, activities=built.activities, actors=built.actors)
    click.echo(told.say(spoken))
