"""`manage.py count_again`: let what is counted ahead be counted again where something changed, or everywhere."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import connection

from landsby.web.activities.models.tallies.notes import note_everything
from landsby.web.activities.models.tallies.settling import settle_everything


class Command(BaseCommand):
    """`landsby manage count_again [--everything]`."""

    help = "Count the activities again where something changed. Pages do it by themselves, a little at a time."

    def add_arguments(self, parser: CommandParser) -> None:
        """One can ask for everything."""
        parser.add_argument("--everything", action="store_true", help="also where nothing is known to have changed")

    def handle(self, *args: Any, **options: Any) -> None:
        """One line at the end."""
        if options["everything"]:
            with connection.cursor() as cursor:
                note_everything(cursor)
        done = 0
        for done, of in settle_everything():
            if options["verbosity"] > 1:
                self.stdout.write(f"{done} / {of}")
        self.stdout.write(f"{done} half-years of a place were counted again.")
