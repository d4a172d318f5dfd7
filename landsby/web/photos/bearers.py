"""What carries photos: rooms above say of their own models who may see one and who may add to it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from django.db import models

from landsby.web.partnerships.access import Standing, Visitor


@dataclass(frozen=True, kw_only=True)
class Bearer:
    """How one sort of thing carries photos. Its model has a `GenericRelation` named `photos`, so that they go with it.

    Attributes:
        fetch: the thing by primary key, with the visitor's standing; raises Http404 to whoever may not see it.
        may_change: whether somebody who sees the thing may add and remove photos.
        actors: who takes part in it, by primary key: the place that sees what is not clear yet.
        page: the address where it is shown.
        form: the address where one is added.
    """

    model: type[models.Model]
    fetch: Callable[[Visitor, int], tuple[Any, Standing]]
    may_change: Callable[[Standing, Any], bool]
    actors: Callable[[Any], Collection[int]]
    page: Callable[[Any], str]
    form: Callable[[Any], str]


_bearers: dict[type[models.Model], Bearer] = {}


def bear_photos(bearer: Bearer) -> None:
    """Called once per model from a room's `AppConfig.ready`."""
    _bearers[bearer.model] = bearer


def bearer_of(model: type[models.Model]) -> Bearer | None:
    """How things of a model carry photos; None where they do not."""
    return _bearers.get(model)
