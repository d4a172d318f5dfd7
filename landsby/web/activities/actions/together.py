"""Several activities in one go: all of them are stored, or none."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from landsby.web.accounts.models import User
from landsby.web.activities.actions.series import start_series
from landsby.web.activities.actions.single import register_activity
from landsby.web.activities.entry import Entry
from landsby.web.activities.models import Activity, Series
from landsby.web.partnerships.models import Programme


@transaction.atomic
def register_together(*, programme: Programme, entries: Sequence[Entry], by: User) -> list[Activity | Series]:
    """Store some activities and series, each known by its key; what the same person has stored already stays as it is.

    Raises:
        Blocked: when one of them does not hold.
        django.db.IntegrityError: when somebody else has stored one of them meanwhile.
    """
    return [_store(entry, programme, by) for entry in entries]


def _store(entry: Entry, programme: Programme, by: User) -> Activity | Series:
    if entry.is_series:
        return start_series(programme=programme, sessions=entry.sessions, client_key=entry.key, by=by)
    return register_activity(programme=programme, details=entry.sessions[0], client_key=entry.key, by=by)
