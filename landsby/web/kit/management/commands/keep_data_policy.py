"""Delete or anonymise what the data policy no longer lets us keep. Meant to run once a day."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from landsby.web.kit.actions import keep_data_policy
from landsby.web.kit.retention import expired_rows
from landsby.web.kit.tasks import TheSystem, keep_policy


class Command(BaseCommand):
    """`landsby manage keep_data_policy [--dry-run | --by-worker]`."""

    help = "Delete or anonymise what the data policy (definitions/policy/data_retention.yaml) lets go of."

    def add_arguments(self, parser: CommandParser) -> None:
        """Two ways not to do it at once."""
        ways = parser.add_mutually_exclusive_group()
        ways.add_argument("--dry-run", action="store_true", help="count the rows and leave them")
        ways.add_argument("--by-worker", action="store_true", help="put it in the queue for the task worker")

    def handle(self, *args: Any, **options: Any) -> None:
        """One line per rule with the number of rows."""
        if options["by_worker"]:
            keep_policy.enqueue()
            self.stdout.write("The task worker will keep the data policy.")
            return
        if options["dry_run"]:
            counts = {rule: rows.count() for rule, rows in expired_rows().items()}
        else:
            counts = keep_data_policy(by=TheSystem())
        for rule, count in counts.items():
            self.stdout.write(f"{rule:24}{count:>8}")
