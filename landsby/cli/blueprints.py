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
from landsby.blueprint.renaming import similar_new, told_renames
from landsby.blueprint.rewording import HalfSaid
from landsby.blueprint.translating import untranslated
from landsby.cli.terminal import language_of_environment, start_on_database

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
RENAMED = Text(
    da="Hedder {folder}/{before} nu {after}? Skriv formerly: [{before}] i {folder}/{after}.yaml, så følger alt med.",
    en="Is {folder}/{before} now {after}? Write formerly: [{before}] in {folder}/{after}.yaml, and records follow.",
)
WHICH_PROGRAMME = Text(
    da="Der er intet program med det navn. Der er: {names}.",
    en="There is no programme of that name. There are: {names}.",
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
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--programme", "slug", help="Also a programme's own words, by its short name in this installation.")
@click.option("--into", type=click.Choice(["da", "en"]), help="Only what has to be translated into this language.")
@click.option("--lang", type=click.Choice(["da", "en"]), help="The language of the list.")
def list_missing(paths: tuple[Path, ...], slug: str | None, into: Language | None, lang: Language | None) -> None:
    """List for translators what is missing in one language, and what is the same in both.

    Each line reads: file:line: field, what is missing, and the text in the other language. A programme's own words are
    listed where they were written in one language only. Ends with 1 if anything is missing; texts that are the same in
    both languages, such as names, are only listed.
    """
    if not paths and slug is None:
        raise click.UsageError("Name paths, or a programme by --programme.")
    spoken = lang or language_of_environment()
    try:
        found = untranslated(paths, into)
    except BlueprintError as error:
        raise click.ClickException(_all_said(error, spoken)) from None
    own = _own_words(slug, into) if slug is not None else []
    for line in (*(each.say(spoken) for each in found), *(f"{where}: {half.say(spoken)}" for where, half in own)):
        click.echo(line)
    lacks = [*(each.lack for each in found), *(half.lack for _where, half in own)]
    missing = sum(lack != "same" for lack in lacks)
    click.echo(MISSING.filled(missing=missing, same=len(lacks) - missing).say(spoken), err=True)
    sys.exit(1 if missing else 0)


def _own_words(slug: str, into: Language | None) -> list[tuple[str, HalfSaid]]:
    """What a programme of this installation has put in its own words in one language only, and where.

    Raises:
        ClickException: when there is no such programme.
    """
    start_on_database()
    from landsby.web.blueprints.translating import half_told_in
    from landsby.web.partnerships.models import Programme

    programme = Programme.objects.filter(slug=slug).first()
    if programme is None:
        names = ", ".join(Programme.objects.order_by("slug").values_list("slug", flat=True)) or "–"
        raise click.ClickException(WHICH_PROGRAMME.filled(names=names).say(language_of_environment()))
    told = [(f"{each.folder}/{each.key}", half) for each in half_told_in(programme) for half in each.texts]
    return [(where, half) for where, half in told if into is None or half.lack in (into, "same")]


@blueprint.command("diff")
@click.argument("before")
@click.argument("after")
@click.option("--lang", type=click.Choice(["da", "en"]), help="The language of the difference.")
def tell_difference(before: str, after: str, lang: Language | None) -> None:
    """Tell what differs between two blueprints, each a folder or the id of one that comes with Landsby.

    What a definition was called before is followed where it says so itself; where one is gone and one much like it has
    come, you are asked. Of a new role it is told what it lets people see and do. Ends with 1 if anything differs.
    """
    spoken = lang or language_of_environment()
    try:
        earlier, later = load(before), load(after)
    except BlueprintError as error:
        raise click.ClickException(_all_said(error, spoken)) from None
    found = difference(earlier, later, told_renames(earlier, later))
    for change in found.changes:
        click.echo(change.say(spoken))
    for (folder, gone), new in similar_new(earlier, later).items():
        click.echo(RENAMED.filled(folder=folder, before=gone, after=new).say(spoken), err=True)
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
