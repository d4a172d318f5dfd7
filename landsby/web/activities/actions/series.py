"""A series and its sessions, which come and go together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Any
from uuid import UUID

from django.db import transaction

from landsby.web.accounts.models import User
from landsby.web.activities.access import stored_before
from landsby.web.activities.actions.single import store_activity
from landsby.web.activities.details import Details
from landsby.web.activities.models import RemovedActivity, Series
from landsby.web.activities.names import new_as_today
from landsby.web.activities.rows import LINKED
from landsby.web.blueprints.models import NamesOfToday, held_blueprint
from landsby.web.kit.audit import changes, record
from landsby.web.kit.models import Act
from landsby.web.partnerships.models import Programme


@transaction.atomic
def start_series(
    *,
    programme: Programme,
    sessions: Sequence[Details],
    by: User,
    children_enrolled: int | None = None,
    notes: str = "",
    client_key: UUID | None = None,
) -> Series:
    """Store a series and its sessions, which share kind, title and place with the first of them.

    Args:
        client_key: the form's own key, kept on the first session; sent again, it gives what is stored.

    Raises:
        Blocked: when a session does not hold, or names what the programme has no longer; then nothing is stored.
        ValueError: without a session.
    """
    if not sessions:
        raise ValueError("a series has at least one session")
    stored = stored_before(client_key, by)
    if stored is not None and stored.series is not None:
        return stored.series
    names = NamesOfToday(programme, held_blueprint(programme))
    sessions = [new_as_today(details, names) for details in sessions]
    told = {"children_enrolled": children_enrolled, "notes": notes, **_shared_by_sessions(sessions[0])}
    series = Series(programme=programme, created_by=by, **told)
    series.clean_fields(exclude=LINKED)
    series.save(force_insert=True)
    record(by=by, act=Act.CREATED, thing=series, programme=programme.slug, detail={"sessions": len(sessions)})
    for details, key in zip_longest(sessions, [client_key]):
        store_activity(programme=programme, details=details, series=series, client_key=key, by=by)
    return series


@transaction.atomic
def change_series(*, series: Series, title: str, children_enrolled: int | None, notes: str, by: User) -> Series:
    """Correct what is said about a series as a whole; its sessions keep their own dates and counts."""
    series.refresh_from_db(from_queryset=Series.objects.select_for_update(of=("self",)).select_related("programme"))
    before = {"title": series.title, "children_enrolled": series.children_enrolled}
    series.title, series.children_enrolled, series.notes = title, children_enrolled, notes
    series.clean_fields(exclude=LINKED)
    series.save()
    series.sessions.rename(title)
    after = {"title": title, "children_enrolled": children_enrolled}
    record(by=by, act=Act.CHANGED, thing=series, programme=series.programme.slug, detail=changes(before, after))
    return series


@transaction.atomic
def remove_series(*, series: Series, by: User) -> None:
    """Take away a series and its sessions."""
    sessions = list(series.sessions.with_parts())
    record(by=by, act=Act.REMOVED, thing=series, programme=series.programme.slug, detail={"sessions": len(sessions)})
    RemovedActivity.objects.bulk_create(map(RemovedActivity.trace_of, sessions))
    series.delete()


def _shared_by_sessions(first: Details) -> dict[str, Any]:
    """What the series takes from its first session."""
    return {
        "kind": first.kind_id,
        "kind_hash": first.kind.content_hash,
        "title": first.title,
        "municipality": first.municipality,
        "community": first.community,
    }
