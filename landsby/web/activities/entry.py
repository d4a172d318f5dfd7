"""Several activities that are stored together: what each of them is, and what it is known by."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from landsby.web.activities.details import Details


@dataclass(frozen=True)
class Entry:
    """One activity, or a series with its sessions, on its way to be stored with others.

    Attributes:
        sessions: one for a single activity; those of a series in order, the first of which it is known by.
        key: what it is known by, so that sending it twice stores it once.
    """

    sessions: tuple[Details, ...]
    key: UUID
    is_series: bool = False
