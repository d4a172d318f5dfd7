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
    *,
    by: Author,
    act: Act,
    thing: models.Model,
    programme: str = "",
    detail: dict[str, Any] | None = None,
    label: str = "",
) -> AuditEntry:
    """Note that somebody did something to one thing.

    Args:
        by: the author.
        act: what was done.
        thing: the object; its name is kept as text.
        programme: the slug of the programme that it belongs to.
        detail: what changed, as JSON-able values; never typed free text.
        label: what people call the thing, where it cannot say so itself.
    """
    entry = _entry(by, act, thing, programme, detail or {})
    entry.label = label[:300] or entry.label
    entry.save()
    return entry


def record_many(*, by: Author, act: Act, what: type[models.Model], label: str, programme: str, rows: int) -> AuditEntry:
    """Note that somebody read, exported or imported a number of things of one sort."""
    entry = AuditEntry(**_author(by), act=act, thing=what._meta.label_lower, programme=programme)
    entry.label, entry.detail = label[:300], {"rows": rows}
    entry.save()
    return entry


def record_each(*, by: Author, act: Act, things: Iterable[tuple[models.Model, dict[str, Any]]], programme: str) -> None:
    """Note that somebody did the same to many things at once, an entry for each, in few queries.

    Args:
        things: each thing with what changed on it, as for `record`.
    """
    AuditEntry.objects.bulk_create(_entry(by, act, thing, programme, detail) for thing, detail in things)


def changes(before: dict[str, Any], after: dict[str, Any]) -> dict[str, list[str]]:
    """The fields whose values differ, each as ``[before, after]`` in words fit for the audit; nothing is ""."""
    return {name: [_told(before.get(name)), _told(value)] for name, value in after.items() if before.get(name) != value}


def _told(value: Any) -> str:
    return "" if value is None else str(value)


def _author(by: Author) -> dict[str, str]:
    """The author's columns."""
    return {"author": str(by)[:200], "author_key": str(by.pk or "")}


def _entry(by: Author, act: Act, thing: models.Model, programme: str, detail: dict[str, Any]) -> AuditEntry:
    """An entry about one thing, not stored yet; its name is kept as text."""
    return AuditEntry(
        **_author(by),
        act=act,
        thing=thing._meta.label_lower,
        thing_key=str(thing.pk),
        label=str(thing)[:300],
        programme=programme,
        detail=detail,
    )
