"""What the worker does for the room."""

from __future__ import annotations

from django.utils import timezone
from django_tasks import task

from landsby.web.halls.reminding import remind_hosts
from landsby.web.kit.tasks import TheSystem


@task()
def remind_of_duties() -> int:
    """Remind hosts of the duties that are near; how many letters went off."""
    return remind_hosts(today=timezone.localdate(), by=TheSystem())
