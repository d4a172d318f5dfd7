"""Gatherings and agreements as lists."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from landsby.blueprint import Blueprint
from landsby.web.activities.models import Activity, Part
from landsby.web.activities.presenters import names_of, title_of
from landsby.web.gatherings.models import Agreement
from landsby.web.kit.listing import Column


def gathering_columns(blueprint: Blueprint) -> list[Column]:
    """The columns of the list of gatherings."""
    kinds = blueprint.activity_kinds
    return [
        Column("starts_on", _("Dato"), lambda a: a.starts_on, ("starts_on",)),
        Column("title", _("Møde"), lambda a: a.title, ("title",)),
        Column("kind", _("Slags"), lambda a: title_of(kinds, a.kind), ("kind",)),
        Column("community", _("Lokalområde"), lambda a: a.community and a.community.name, ("community__name",)),
        Column("lead", _("Hvem ledte"), lambda a: names_of(a, Part.FACILITATOR)),
        Column("people", _("Voksne"), grown_ups, is_number=True),
        Column("status", _("Status"), lambda a: a.get_status_display(), ("status",)),
    ]


def grown_ups(activity: Activity) -> int | None:
    """How many grown-ups were counted; None where nobody was."""
    counted = [activity.staff, activity.volunteers, activity.parents]
    return None if all(count is None for count in counted) else sum(count or 0 for count in counted)


def agreement_columns() -> list[Column]:
    """The columns of the list of agreements."""
    told: list[tuple[str, Any, Any, tuple[str, ...]]] = [
        ("due_on", _("Hvornår"), lambda a: a.due_on, ("due_on",)),
        ("text", _("Hvad"), lambda a: a.text, ()),
        ("actor", _("Hvem"), _who, ("actor__name",)),
        ("gathering", _("Aftalt på"), lambda a: a.activity.title, ("activity__starts_on",)),
        ("state", _("Hvor langt"), lambda a: a.done_on, ("done_on",)),
    ]
    return [Column(*column) for column in told]


def _who(agreement: Agreement) -> str:
    return agreement.actor.name if agreement.actor else _("Alle sammen")
