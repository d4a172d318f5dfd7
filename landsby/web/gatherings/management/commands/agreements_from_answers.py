"""For a programme that asked what was agreed in a question of its own, before agreements were kept."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from landsby.web.gatherings.actions import agreements_from_answers
from landsby.web.kit.problems import Blocked
from landsby.web.kit.tasks import TheSystem
from landsby.web.partnerships.models import Programme


class Command(BaseCommand):
    """`landsby manage agreements_from_answers PROGRAMME KIND QUESTION [--since DAY] [--dry-run]`."""

    help = "Let each line answered to a gathering's own question be an agreement. The answers go; nothing is doubled."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whose, of what, and since when."""
        parser.add_argument("programme", help="its address, as in /p/<programme>/")
        parser.add_argument("kind", help="the id of a kind of gathering")
        parser.add_argument("question", help="the id of the question, which the blueprint asks no longer")
        parser.add_argument("--since", type=date.fromisoformat, help="only gatherings from this day on")
        parser.add_argument("--dry-run", action="store_true", help="say what would be done, and do nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        """One line at the end.

        Raises:
            CommandError: where there is no such programme, or the question is asked still.
        """
        programme = Programme.objects.filter(slug=options["programme"]).first()
        if programme is None:
            raise CommandError(f"There is no programme at /p/{options['programme']}/.")
        told = {name: options[name] for name in ("kind", "question", "since")}
        try:
            with transaction.atomic():
                moved = agreements_from_answers(programme=programme, by=TheSystem(), **told)
                transaction.set_rollback(options["dry_run"])
        except Blocked as refusal:
            raise CommandError(str(refusal)) from None
        self.stdout.write(f"{moved.agreements} agreements made of {moved.gatherings} gatherings.")
        if moved.left:
            self.stdout.write(f"{moved.left} answers stay as they are, since a line is longer than an agreement.")
