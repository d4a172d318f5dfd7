"""The `landsby` command.

What needs Django imports it inside its own function, after `start_django`, so that checking a
definition takes no database and no settings.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import click

from landsby.blueprint import Language, Text, builtin, inspect, json_schema, load

SETTINGS = "landsby.config.settings"

ALL_WELL = Text(
    da="Alt er i orden: {count} definitioner er set efter.", en="All is well: {count} definitions were looked at."
)
FAULTS = Text(
    da="Fejl: {count}. Definitioner set efter: {definitions}.",
    en="Faults: {count}. Definitions looked at: {definitions}.",
)
NO_TABLES = Text(
    da="Databasen har ingen tabeller endnu. Kør først: landsby manage migrate",
    en="The database has no tables yet. First run: landsby manage migrate",
)
DEMO_IS_THERE = Text(da="Demoen er der allerede.", en="The demo is there already.")
DEMO_IS_BUILT = Text(
    da="{programme}: {activities} aktiviteter, {actors} aktører.",
    en="{programme}: {activities} activities, {actors} actors.",
)
WHICH_PROGRAMME = Text(
    da="Vælg ét program med --programme. Der er: {names}.",
    en="Choose one programme with --programme. There are: {names}.",
)


def start_django() -> None:
    """Make Django ready with Landsby's settings, or with those that the environment names."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    import django

    django.setup()


def start_on_database() -> None:
    """Make Django ready, with a database whose tables are there."""
    start_django()
    from django.db import connection

    from landsby.web.partnerships.models import Programme

    if Programme._meta.db_table not in connection.introspection.table_names():
        raise click.ClickException(NO_TABLES.say(language_of_environment()))


@click.group()
@click.version_option(package_name="landsby")
def main() -> None:
    """Landsby: the working system of a partnership for children's well-being."""


@main.command(add_help_option=False, context_settings={"ignore_unknown_options": True})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def manage(arguments: tuple[str, ...]) -> None:
    """Run a management command of Django's, as manage.py does."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    from django.core.management import execute_from_command_line

    execute_from_command_line(["landsby manage", *arguments])


@main.group()
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


@main.command()
@click.option("--json", "as_json", is_flag=True, help="As JSON: value, unit, as_of, records and link for each figure.")
@click.option("--programme", "slug", help="The programme's short name; needed where there are several.")
@click.option("--lang", type=click.Choice(["da", "en"]), help="The language of the units.")
def figures(*, as_json: bool, slug: str | None, lang: Language | None) -> None:
    """Count the figures that a programme publishes from what is recorded in it."""
    start_on_database()
    from django.utils import timezone

    from landsby.web.overviews.figures import figures_of
    from landsby.web.partnerships.models import Programme

    spoken = lang or language_of_environment()
    programmes = Programme.objects.filter(**({"slug": slug} if slug else {})).order_by("slug")
    if len(programmes) != 1:
        names = ", ".join(programme.slug for programme in Programme.objects.order_by("slug")) or "–"
        raise click.ClickException(WHICH_PROGRAMME.filled(names=names).say(spoken))
    counted = figures_of(programmes[0], timezone.localdate())
    told = {key: _told(figure, spoken) for key, figure in counted.items()}
    if as_json:
        click.echo(json.dumps(told, indent=2, ensure_ascii=False))
        return
    for key, figure in counted.items():
        click.echo(f"{figure.value:>8} {told[key]['unit']:<24} {figure.definition.title.say(spoken)}")


def _told(figure: Any, spoken: Language) -> dict[str, Any]:
    """A counted figure as JSON-able data; `records` is how many there are, and `link` where they are listed."""
    return {
        "value": figure.value,
        "unit": figure.definition.unit.say(spoken),
        "as_of": figure.as_of.isoformat(),
        "records": figure.records,
        "link": figure.link,
    }


@main.group()
def blueprint() -> None:
    """Blueprints: check them, list them, and help editors to write them."""


def language_of_environment() -> Language:
    """The language that the terminal asks for: English if it says so, and Danish otherwise."""
    asked = os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return "en" if asked.startswith("en") else "da"


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
        known = load(id_)
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


if __name__ == "__main__":
    main()
