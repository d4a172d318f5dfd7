"""The `landsby` command.

What needs Django imports it inside its own function, after `start_django`, so that checking a
definition takes no database and no settings.
"""

from __future__ import annotations

import click

from landsby.cli.blueprints import blueprint
from landsby.cli.cells import write_cell_file
from landsby.cli.demos import demo
from landsby.cli.evaluations import evaluate, power
from landsby.cli.growths import growth
from landsby.cli.numbers import figures
from landsby.cli.terminal import read_settings


@click.group()
@click.version_option(package_name="landsby")
def main() -> None:
    """Landsby: the working system of a partnership for children's well-being."""


@main.command(add_help_option=False, context_settings={"ignore_unknown_options": True})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def manage(arguments: tuple[str, ...]) -> None:
    """Run a management command of Django's, as manage.py does."""
    read_settings()
    from django.core.management import execute_from_command_line

    execute_from_command_line(["landsby manage", *arguments])


for command in (demo, figures, blueprint, evaluate, power, write_cell_file, growth):
    main.add_command(command)
