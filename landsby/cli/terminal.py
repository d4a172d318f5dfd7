"""What all commands need: the language of the terminal, and Django made ready where it is needed."""

from __future__ import annotations

import os

import click

from landsby.blueprint import Language, Text

SETTINGS = "landsby.config.settings"

NO_TABLES = Text(
    da="Databasen har ingen tabeller endnu. Kør først: .venv/bin/landsby manage migrate",
    en="The database has no tables yet. First run: .venv/bin/landsby manage migrate",
)

NO_SETTINGS = Text(
    da="Står indstillingerne i en fil, så kør først: set -a; . ./.env; set +a. Til demoen er LANDSBY_DEMO=1 nok.",
    en="If the settings are in a file, first run: set -a; . ./.env; set +a. For the demo LANDSBY_DEMO=1 is enough.",
)


def language_of_environment() -> Language:
    """The language that the terminal asks for: English if it says so, and Danish otherwise."""
    asked = os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return "en" if asked.startswith("en") else "da"


def read_settings() -> None:
    """Read Landsby's settings, or those that the environment names.

    Raises:
        ClickException: when something is missing among them, with what to do.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured

    try:
        settings.INSTALLED_APPS  # noqa: B018 - the first look at them reads them
    except ImproperlyConfigured as error:
        raise click.ClickException(f"{error}\n{NO_SETTINGS.say(language_of_environment())}") from None


def start_django() -> None:
    """Make Django ready with Landsby's settings, or with those that the environment names."""
    read_settings()
    import django

    django.setup()


def start_on_database() -> None:
    """Make Django ready, with a database whose tables are there."""
    start_django()
    from django.db import connection

    from landsby.web.partnerships.models import Programme

    if Programme._meta.db_table not in connection.introspection.table_names():
        raise click.ClickException(NO_TABLES.say(language_of_environment()))
