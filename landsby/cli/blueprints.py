"""`landsby blueprint`: for those who write definitions."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from landsby.blueprint import BlueprintError, Language, Text, builtin, inspect, json_schema, load
from landsby.cli.terminal import language_of_environment

ALL_WELL = Text(
    da="Alt er i orden: {count} definitioner er set efter.", en="All is well: {count} definitions were looked at."
)
FAULTS = Text(
    da="Fejl: {count}. Definitioner set efter: {definitions}.",
    en="Faults: {count}. Definitions looked at: {definitions}.",
)


@click.group()
def blueprint() -> None:
    """Blueprints: check them, list them, and help editors to write them."""


@blueprint.command("check")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--lang", type=click.Choice(["da", "en"]), help="The language of the faults.")
def check_paths(paths: tuple[Path, ...], lang: Language | None) -> None:
    """Say everything that is wrong with blueprints, code lists or single files, all at once.

    Each line reads: file:line: field: what is wrong — what to do. Ends with 1 if there is any.
    """
    spoken = lang or language_of_environment()
    found = inspect(paths)
    for fault in found.faults:
        click.echo(fault.say(spoken))
    if found.faults:
        told = FAULTS.filled(count=len(found.faults), definitions=found.definitions)
        click.echo(told.say(spoken), err=True)
        sys.exit(1)
    click.echo(ALL_WELL.filled(count=found.definitions).say(spoken))


@blueprint.command("list")
@click.option("--lang", type=click.Choice(["da", "en"]), help="The language of the titles.")
def list_builtin(lang: Language | None) -> None:
    """List the blueprints that come with Landsby: id, version and title."""
    for id_ in builtin():
        try:
            known = load(id_)
        except BlueprintError as error:
            told = "\n".join(fault.say(lang or language_of_environment()) for fault in error.faults)
            raise click.ClickException(told) from None
        click.echo(f"{known.id}  {known.version}  {known.title.say(lang or language_of_environment())}")


@blueprint.command("schema")
@click.option("--kind", help="Only for the files of one folder, such as activity_kinds, or for 'blueprint'.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
def write_schema(kind: str | None, out: Path | None) -> None:
    """Write the JSON Schema by which editors suggest and check while somebody writes."""
    try:
        schema: dict[str, Any] = json_schema(kind)
    except KeyError:
        raise click.BadParameter(f"there is no kind of definition called {kind}", param_hint="--kind") from None
    written = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
    if out is None:
        click.echo(written, nl=False)
    else:
        out.write_text(written, encoding="utf-8")
