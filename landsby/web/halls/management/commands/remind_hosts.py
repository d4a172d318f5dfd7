"""Remind associations of the duties that are near. Meant to run once a day."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from landsby.web.halls.reminding import due_on, remind_hosts
from landsby.web.halls.tasks import remind_of_duties
from landsby.web.kit.tasks import TheSystem


class Command(BaseCommand):
    """`landsby manage remind_hosts [--dry-run | --by-worker]`."""

    help = "Write to the hosts of openings within LANDSBY_REMINDER_DAYS days. Nobody is written to twice."

    def add_arguments(self, parser: CommandParser) -> None:
        """Two ways not to do it at once."""
        ways = parser.add_mutually_exclusive_group()
        ways.add_argument("--dry-run", action="store_true", help="say how many are to be reminded, and send nothing")
        ways.add_argument("--by-worker", action="store_true", help="put it in the queue for the task worker")

    def handle(self, *args: Any, **options: Any) -> None:
        """One line about how many letters."""
        if options["by_worker"]:
            remind_of_duties.enqueue()
            self.stdout.write("The task worker will remind the hosts.")
        elif options["dry_run"]:
            self.stdout.write(f"{len(due_on(timezone.localdate()))} people have a duty in the days to come.")
        elif not settings.EMAIL_URL:
            self.stdout.write("No e-mail is set up (LANDSBY_EMAIL_URL), so nobody was reminded.")
        else:
            sent = remind_hosts(today=timezone.localdate(), by=TheSystem())
            self.stdout.write(f"{sent} reminders sent.")
