"""The groups that kinds of actor belong to, as the code list has it."""

from __future__ import annotations

from collections.abc import Iterable

from landsby.blueprint import codelist


def group_of(kind: str) -> str:
    """The group that a kind belongs to; "" for a kind that has left the code list."""
    entry = codelist("actor_kinds").get(kind)
    return (entry.group if entry else None) or ""


def kinds_in(groups: Iterable[str]) -> list[str]:
    """The kinds that belong to one of some groups."""
    wanted = frozenset(groups)
    return [kind for kind, entry in codelist("actor_kinds").items() if entry.group in wanted]
