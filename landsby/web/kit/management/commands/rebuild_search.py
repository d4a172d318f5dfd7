"""`manage.py rebuild_search`: make the search's index anew from the rows."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from landsby.web.kit.search import findables, rebuild


class Command(BaseCommand):
    """Rebuilds every index; the rows stay as they are."""

    help = "Make the search's index anew from the rows, as after a restored backup of the tables alone."

    def handle(self, *args: Any, **options: Any) -> None:
        """One index after the other."""
        for what in findables():
            rebuild(what)
            self.stdout.write(f"{what.table}: {', '.join(what.columns)}")
