"""The days of the invented story on which rows are made that the product dates by its own clock.

What is declared and what is loaded is dated by the product, and no action of it takes another day: an order of events
that could be typed would prove nothing. Only the demo, whose programme is invented, moves the clock.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.db.models import Model
from django.db.models.signals import pre_save

from landsby.web.evaluations.models import Declaration, Loading, Run

MOMENTS = {Declaration: "declared_at", Loading: "loaded_at", Run: "asked_at"}
"""By model: the moment at which its rows are made."""


@contextmanager
def on_the_day(moment: datetime) -> Iterator[None]:
    """What is declared, loaded and asked for meanwhile is of that moment."""

    def date_it(sender: type[Model], instance: Any, **_: Any) -> None:
        programme = instance.declaration.programme if isinstance(instance, Run) else instance.programme
        if instance.pk is None and programme.is_invented:
            setattr(instance, MOMENTS[sender], moment)

    for model in MOMENTS:
        pre_save.connect(date_it, sender=model, weak=False, dispatch_uid="the invented story")
    try:
        yield
    finally:
        for model in MOMENTS:
            pre_save.disconnect(sender=model, dispatch_uid="the invented story")
