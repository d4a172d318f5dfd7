"""Failed sign-ins, kept for minutes, so that nobody can guess their way in."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone
from django.utils.crypto import salted_hmac

MOST_FAILURES = 5
"""So many wrong passwords for one address from one client, and then a pause."""

MOST_FAILURES_OF_CLIENT = 50
"""So many from one client whatever the address; a whole town hall may share one."""

WINDOW = timedelta(minutes=15)
"""How long a failure counts."""


def attempt_key(address: str, client: str) -> str:
    """What an address and a client are remembered by: a keyed hash, so that neither can be read back."""
    pair = f"{address.strip().lower()}|{client}"
    return salted_hmac("landsby.accounts.throttle", pair, algorithm="sha256").hexdigest()


class FailedSignInQuerySet(models.QuerySet["FailedSignIn"]):
    """Words for choosing failures."""

    def of(self, address: str, client: str) -> FailedSignInQuerySet:
        """Those of one address from one client."""
        return self.filter(key=attempt_key(address, client))

    def of_client(self, client: str) -> FailedSignInQuerySet:
        """Those from one client, for whichever addresses."""
        return self.filter(client_key=attempt_key("", client))

    def since(self, moment: datetime) -> FailedSignInQuerySet:
        """Those that still count at the end of a window that began then."""
        return self.filter(at__gte=moment)

    def before(self, moment: datetime) -> FailedSignInQuerySet:
        """Those that no longer count."""
        return self.filter(at__lt=moment)


class FailedSignIn(models.Model):
    """One wrong password. It is deleted when the window has passed."""

    key = models.CharField(max_length=64)
    client_key = models.CharField(max_length=64, default="")
    at = models.DateTimeField(default=timezone.now)

    objects = FailedSignInQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["key", "at"], name="failed_sign_in_by_key"),
            models.Index(fields=["client_key", "at"], name="failed_sign_in_by_client"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M}"
