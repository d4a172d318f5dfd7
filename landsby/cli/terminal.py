"""What all commands need: the language of the terminal, and Django made ready where it is needed."""

from __future__ import annotations

import os

import click

from landsby.blueprint import Language, Text

SETTINGS = "landsby.config.settings"

NO_TABLES = Text(
    da="Databasen har ingen tabeller endnu. Kør først: landsby manage migrate",
    en="The database has no tables yet. First run: landsby manage migrate",
)


def language_of_environment() -> Language:
    """The language that the terminal asks for: English if it says so, and Danish otherwise."""
    asked = os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return "en" if asked.startswith("en") else "da"


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
