"""Reading the audit. The room that shows it has asked for the right to it first."""

from __future__ import annotations

from landsby.web.kit.models import AuditEntry, AuditEntryQuerySet


def log_of(programme: str) -> AuditEntryQuerySet:
    """What happened in one programme, by its slug, the latest on top."""
    return AuditEntry.objects.of_programme(programme).newest_first()
