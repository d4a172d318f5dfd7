"""`landsby growth`: the reference tables by which weight and height are judged."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from landsby.blueprint import Language, Text
from landsby.cli.terminal import language_of_environment

INSTALLED = Text(
    da="{name} er installeret i {folder}: {boys} aldre for drenge og {girls} for piger. Kilde: {source}.",
    en="{name} is installed in {folder}: {boys} ages for boys and {girls} for girls. Source: {source}.",
)

SCORED = Text(
    da="{rows} rækker er skrevet i {out}: {scored} med et tal efter {name}, {outside} uden for tabellens aldre, "
    "{implausible} usandsynlige og {without} uden mål, alder eller køn.",
    en="{rows} rows were written to {out}: {scored} with a score by {name}, {outside} outside the table's ages, "
    "{implausible} implausible, and {without} without measure, age or sex.",
)

KEPT: dict[str, Any] = {
    "type": click.Path(file_okay=False, path_type=Path),
    "envvar": "LANDSBY_REFERENCES",
    "default": "references",
    "show_default": True,
    "help": "Where references are kept.",
}
INTO, FROM = click.option("--into", "folder", **KEPT), click.option("--from", "folder", **KEPT)


@click.group()
def growth() -> None:
    """Growth references: install the tables that their publishers offer, and score rows by them."""


@growth.command("install")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--reference", "name", required=True, help='Which it is, such as "IOTF 2012 BMI" or "WHO 2007 BMI".')
@click.option("--licence", required=True, help="The licence under which you use it, in the publisher's words.")
@INTO
@click.option(
    "--girls",
    type=click.Path(path_type=Path),
    help="The girls' table, where the publisher has a file for each sex; FILE is then the boys'.",
)
@click.option("--lang", type=click.Choice(["da", "en"]), help="The language of what is said.")
def install(file: Path, name: str, licence: str, folder: Path, girls: Path | None, lang: Language | None) -> None:
    """Check the publisher's own FILE (columns of sex, age, L, M and S), and keep it with its licence and source."""
    spoken = lang or language_of_environment()
    from landsby.analysis.growth.references import install_reference
    from landsby.evaluation.growth.reference import BOY, GIRL
    from landsby.evaluation.problems import Refused

    try:
        known = install_reference(file, name, licence, folder, girls)
    except Refused as refusal:
        raise click.ClickException("\n".join(problem.say(spoken) for problem in refusal.problems)) from None
    ages = {"boys": len(known.age[BOY]), "girls": len(known.age[GIRL])}
    click.echo(INSTALLED.filled(name=name, folder=folder, source=known.rules.source, **ages).say(spoken))


@growth.command("score")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--reference", "name", required=True, help="The installed reference.")
@click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path), help="Parquet or CSV.")
@FROM
@click.option("--lang", type=click.Choice(["da", "en"]), help="The language of what is said.")
def score(file: Path, name: str, out: Path, folder: Path, lang: Language | None) -> None:
    """Score the children of FILE: z, centile, grade and flag beside each row, and the reference used.

    FILE has the columns sex, age_days (or age_months, age_years), and bmi or weight_kg and height_cm.
    """
    spoken = lang or language_of_environment()
    from landsby.analysis.growth.references import installed_reference
    from landsby.analysis.growth.scoring import score_rows
    from landsby.evaluation.problems import Refused

    try:
        scored = score_rows(file, installed_reference(name, folder), out)
    except Refused as refusal:
        raise click.ClickException("\n".join(problem.say(spoken) for problem in refusal.problems)) from None
    click.echo(SCORED.filled(name=name, out=out, **asdict(scored)).say(spoken))
