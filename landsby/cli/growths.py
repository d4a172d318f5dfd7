"""`landsby growth`: the reference tables by which weight and height are judged."""

from __future__ import annotations

from pathlib import Path

import click

from landsby.blueprint import Language, Text
from landsby.cli.terminal import language_of_environment

INSTALLED = Text(
    da="{name} er installeret i {folder}: {boys} aldre for drenge og {girls} for piger. Kilde: {source}.",
    en="{name} is installed in {folder}: {boys} ages for boys and {girls} for girls. Source: {source}.",
)


@click.group()
def growth() -> None:
    """Growth references: install the tables that their publishers offer."""


@growth.command("install")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--reference", "name", required=True, help='Which it is, such as "IOTF 2012 BMI" or "WHO 2007 BMI".')
@click.option("--licence", required=True, help="The licence under which you use it, in the publisher's words.")
@click.option(
    "--into",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="LANDSBY_REFERENCES",
    default="references",
    show_default=True,
    help="Where references are kept.",
)
@click.option("--lang", type=click.Choice(["da", "en"]), help="The language of what is said.")
def install(file: Path, name: str, licence: str, folder: Path, lang: Language | None) -> None:
    """Check the publisher's own FILE (columns of sex, age, L, M and S), and keep it with its licence and source."""
    spoken = lang or language_of_environment()
    from landsby.analysis.references import install_reference
    from landsby.evaluation.growth.reference import BOY, GIRL
    from landsby.evaluation.problems import Refused

    try:
        known = install_reference(file, name, licence, folder)
    except Refused as refusal:
        raise click.ClickException("\n".join(problem.say(spoken) for problem in refusal.problems)) from None
    ages = {"boys": len(known.age[BOY]), "girls": len(known.age[GIRL])}
    click.echo(INSTALLED.filled(name=name, folder=folder, source=known.recipe.source, **ages).say(spoken))
