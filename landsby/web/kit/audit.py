"""Writing the audit. Every action calls `record` inside its own transaction."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

from django.db import models

from landsby.web.kit.models import Act, AuditEntry


class Author(Protocol):
    """Who acts: a user, seen only as a key and a name."""

    @property
    def pk(self) -> Any:
        """What the author is known by; None for the system itself."""

    def __str__(self) -> str: ...


def record(
    *, by: Author, act: Act, thing: models.Model, programme: str = "", detail: dict[str, Any] | None = None
) -> AuditEntry:
    """Note that somebody did something to one thing.

    Args:
        by: the author.
        act: what was done.
        thing: the object; its name is kept as text.
        programme: the slug of the programme that it belongs to.
        detail: what changed, as JSON-able values; never typed free text.
    """
    return AuditEntry.objects.create(
        author=str(by)[:200],
        author_key=str(by.pk or ""),
        act=act,
        thing=thing._meta.label_lower,
        thing_key=str(thing.pk),
        label=str(thing)[:300],
        programme=programme,
        detail=detail or {},
    )


def record_many(*, by: Author, act: Act, what: type[models.Model], label: str, programme: str, rows: int) -> AuditEntry:
    """Note that somebody read, exported or imported a number of things of one sort."""
    return AuditEntry.objects.create(
        author=str(by)[:200],
        author_key=str(by.pk or ""),
        act=act,
        thing=what._meta.label_lower,
        label=label[:300],
        programme=programme,
        detail={"rows": rows},
    )


def record_each(*, by: Author, act: Act, things: Iterable[tuple[models.Model, dict[str, Any]]], programme: str) -> None:
    """Note that somebody did the same to many things at once, an entry for each, in few queries.

    Args:
        things: each thing with what changed on it, as for `record`.
    """
    AuditEntry.objects.bulk_create(
        AuditEntry(
            author=str(by)[:200],
            author_key=str(by.pk or ""),
            act=act,
            thing=thing._meta.label_lower,
            thing_key=str(thing.pk),
            label=str(thing)[:300],
            programme=programme,
            detail=detail,
        )
        for thing, detail in things
    )


def changes(before: dict[str, Any], after: dict[str, Any]) -> dict[str, list[str]]:
    """The fields whose values differ, each as ``[before, after]`` in words fit for the audit."""
    return {name: [str(before.get(name, "")), str(value)] for name, value in after.items() if before.get(name) != value}
