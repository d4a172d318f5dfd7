"""One thing about a planned activity put otherwise by a plan that it belongs to: its hosts, or its time and place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from landsby.web.activities.models import Activity, Involvement, Part
from landsby.web.activities.rows import LINKED, audited
from landsby.web.kit.audit import Author, changes, record
from landsby.web.kit.models import Act
from landsby.web.partnerships.models import Actor


@transaction.atomic
def adjust_activity(*, activity: Activity, values: Mapping[str, Any], by: Author) -> Activity:
    """Let some columns of an activity be as told now; who takes part, and what it serves, stays.

    Args:
        values: by the names of columns.
    """
    activity = _held(activity)
    before = audited(activity)
    for name, value in values.items():
        setattr(activity, name, value)
    activity.clean_fields(exclude=LINKED)
    activity.save()
    detail = changes(before, audited(activity))
    record(by=by, act=Act.CHANGED, thing=activity, programme=activity.programme.slug, detail=detail)
    return activity


@transaction.atomic
def set_hosts(*, activity: Activity, hosts: Iterable[Actor], by: Author) -> Activity:
    """Let these actors be the hosts of an activity, and nobody else; the other parts stay as they are."""
    activity = _held(activity)
    links = activity.involvements.filter(part=Part.HOST)
    before = ", ".join(link.actor.name for link in links.select_related("actor").order_by("pk"))
    chosen = list(dict.fromkeys(hosts))
    links.delete()
    Involvement.objects.bulk_create(Involvement(activity=activity, actor=host, part=Part.HOST) for host in chosen)
    activity.save()
    detail = changes({"host": before}, {"host": ", ".join(host.name for host in chosen)})
    record(by=by, act=Act.CHANGED, thing=activity, programme=activity.programme.slug, detail=detail)
    return activity


def _held(activity: Activity) -> Activity:
    """The row as it stands now, its programme at hand, held until the end of the transaction."""
    return Activity.objects.select_for_update(of=("self",)).select_related("programme").get(pk=activity.pk)
