"""For somebody who has lost telephone and recovery codes: let the password alone be enough again."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from landsby.web.accounts.actions import remove_second_factors
from landsby.web.accounts.models import User
from landsby.web.kit.tasks import TheSystem


class Command(BaseCommand):
    """Run by the operator, who has made sure who is asking."""

    help = "Take away somebody's passkeys, code app and recovery codes."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whose."""
        parser.add_argument("email")

    def handle(self, *args: Any, **options: Any) -> None:
        """Take them away, and say how many there were.

        Raises:
            CommandError: when nobody has that address.
        """
        user = User.objects.filter(email__iexact=options["email"]).first()
        if user is None:
            raise CommandError(f"Nobody signs in with {options['email']}.")
        count = remove_second_factors(user=user, by=TheSystem())
        self.stdout.write(f"{user} signs in with the password alone; {count} taken away.")
