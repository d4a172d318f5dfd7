"""What an account must satisfy."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from landsby.web.kit.problems import Problem, Severity


def problems_of_account(*, is_taken: bool) -> Iterator[Problem]:
    """One address has one account; whoever has it shows that by signing in to it.

    Args:
        is_taken: whether there is an account with the address.
    """
    if is_taken:
        text = _("Der er allerede en konto med den e-mail. Log ind med den.")
        yield Problem("has_account", Severity.BLOCKER, text)
