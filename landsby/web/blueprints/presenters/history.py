"""All that a programme has said about one definition, each with what it changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from landsby.blueprint import Blueprint, Text
from landsby.blueprint.adaptation import Adaptation, worded
from landsby.blueprint.definition import Described
from landsby.blueprint.difference import field_changes, title_of
from landsby.web.blueprints.models import LocalAdaptation
from landsby.web.blueprints.presenters.changes import ToldField, told_fields


@dataclass(frozen=True)
class Moment:
    """One wording in the history.

    Attributes:
        fields: what it changed from the wording before it, as it can be told over today's version.
        version: the version whose adoption brought it about, where nobody wrote it.
        is_plain: whether it let the version's own words hold.
        fits: whether it can be told over today's version at all.
    """

    pk: int
    who: str
    at: datetime
    fields: Sequence[ToldField]
    version: str
    is_plain: bool
    is_current: bool
    fits: bool


def history_of(
    blueprint: Blueprint, upstream: Described | None, said: Iterable[tuple[LocalAdaptation, Adaptation]]
) -> list[Moment]:
    """The wordings, the latest first, each with what it changed.

    Args:
        blueprint: what holds today, by which other definitions are named.
        upstream: the definition as the version says it; None where it is the programme's own.
        said: of that definition, the latest first; each as it was written, and under the names of today.
    """

    def called(folder: str, id_: str) -> Text:
        return title_of(blueprint, folder, id_)

    told, moments = list(said), list[Moment]()
    stood = [worded(today.folder, upstream, today) for _row, today in told]
    # Each with the one before it; the first of all with the version's own words.
    for (row, _today), after, before in zip(told, stood, [*stood[1:], upstream], strict=False):
        fields = field_changes(before, after, called, called) if before and after else ()
        moments.append(
            Moment(
                pk=row.pk,
                who=str(row.author or ""),
                at=row.at,
                fields=told_fields(fields),
                version=row.adoption.version if row.adoption else "",
                is_plain=not row.patch,
                is_current=row.superseded_at is None,
                fits=after is not None,
            )
        )
    return moments
