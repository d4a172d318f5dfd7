"""`landsby blueprint`: for those who write definitions."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from landsby.blueprint import BlueprintError, Language, Text, builtin, inspect, json_schema, load
from landsby.blueprint.blank import CannotBegin, write_blank
from landsby.blueprint.difference import difference
from landsby.blueprint.renaming import told_renames
from landsby.blueprint.translating import untranslated
from landsby.cli.terminal import language_of_environment

ALL_WELL = Text(
    da="Alt er i orden: {count} definitioner er set efter.", en="All is well: {count} definitions were looked at."
)
FAULTS = Text(
    da="Fejl: {count}. Definitioner set efter: {definitions}.",
    en="Faults: {count}. Definitions looked at: {definitions}.",
)
BEGUN = Text(
    da="Begynd i {first}. Se efter fejl undervejs med: landsby blueprint check {folder}",
    en="Begin in {first}. Look for faults on the way with: landsby blueprint check {folder}",
)
DIFFERENCES = Text(da="Forskelle: {count}.", en="Differences: {count}.")
MISSING = Text(
    da="Mangler på ét sprog: {missing}. Ens på begge sprog: {same}.",
    en="Missing in one language: {missing}. The same in both: {same}.",
)


@click.group()
def blueprint() -> None:
    """Blueprints: check them, list them, and help editors to write them."""


def _all_said(error: BlueprintError, lang: Language) -> str:
    """Every fault of a blueprint that cannot be used, one on each line."""
    return "\n".join(fault.say(lang) for fault in error.faults)


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
            raise click.ClickException(_all_said(error, lang or language_of_environment())) from None
        click.echo(f"{known.id}  {known.version}  {known.title.say(lang or language_of_environment())}")


@blueprint.command("new")
@click.argument("name")
@click.option(
    "--dir", "parent", type=click.Path(file_okay=False, path_type=Path), default=".", help="Where to write it."
)
@click.option("--lang", type=click.Choice(["da", "en"]), help="The language of the explanations.")
def write_new(name: str, parent: Path, lang: Language | None) -> None:
    """Write a blank blueprint with explanations into a new folder, as the place to start.

    NAME becomes its id: small letters, digits and _. Nothing is overwritten.
    """
    spoken = lang or language_of_environment()
    try:
        files = write_blank(parent, name, spoken)
    except CannotBegin as refusal:
        raise click.ClickException(refusal.text.say(spoken)) from None
    for path in files:
        click.echo(path)
    click.echo(BEGUN.filled(folder=parent / name, first=files[0]).say(spoken))


@blueprint.command("missing")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--into", type=click.Choice(["da", "en"]), help="Only what has to be translated into this language.")
@click.option("--lang", type=click.Choice(["da", "en"]), help="The language of the list.")
def list_missing(paths: tuple[Path, ...], into: Language | None, lang: Language | None) -> None:
    """List for translators what is missing in one language, and what is the same in both.

    Each line reads: file:line: field, what is missing, and the text in the other language. Ends with 1 if anything is
    missing; texts that are the same in both languages, such as names, are only listed.
    """
    spoken = lang or language_of_environment()
    try:
        found = untranslated(paths, into)
    except BlueprintError as error:
        raise click.ClickException(_all_said(error, spoken)) from None
    for each in found:
        click.echo(each.say(spoken))
    missing = sum(each.lack != "same" for each in found)
    click.echo(MISSING.filled(missing=missing, same=len(found) - missing).say(spoken), err=True)
    sys.exit(1 if missing else 0)


@blueprint.command("diff")
@click.argument("before")
@click.argument("after")
@click.option("--lang", type=click.Choice(["da", "en"]), help="The language of the difference.")
def tell_difference(before: str, after: str, lang: Language | None) -> None:
    """Tell what differs between two blueprints, each a folder or the id of one that comes with Landsby.

    What a definition was called before is followed where it says so itself. Ends with 1 if anything differs.
    """
    spoken = lang or language_of_environment()
    try:
        earlier, later = load(before), load(after)
    except BlueprintError as error:
        raise click.ClickException(_all_said(error, spoken)) from None
    found = difference(earlier, later, told_renames(earlier, later))
    for change in found.changes:
        click.echo(change.say(spoken))
    click.echo(DIFFERENCES.filled(count=len(found.changes)).say(spoken), err=True)
    sys.exit(1 if found else 0)


@blueprint.command("schema")
@click.option("--kind", help="Only for the files of one folder, such as activity_kinds, or for 'blueprint'.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
@click.option("--lang", type=click.Choice(["da", "en"]), help="The language of what editors say about a field.")
def write_schema(kind: str | None, out: Path | None, lang: Language | None) -> None:
    """Write the JSON Schema by which editors suggest and check while somebody writes."""
    try:
        schema: dict[str, Any] = json_schema(kind, lang or language_of_environment())
    except KeyError:
        raise click.BadParameter(f"there is no kind of definition called {kind}", param_hint="--kind") from None
    written = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
    if out is None:
        click.echo(written, nl=False)
    else:
        out.write_text(written, encoding="utf-8")
