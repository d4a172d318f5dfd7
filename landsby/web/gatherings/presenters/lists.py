"""Gatherings and agreements as lists."""

from __future__ import annotations

from datetime import date
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
        Column("community", _("Hvor"), _where, ("community__name", "municipality__name")),
        Column("lead", _("Hvem ledte"), lambda a: names_of(a, Part.FACILITATOR)),
        Column("people", _("Kom"), lambda a: a.people if a.counted else None, is_number=True),
        Column("status", _("Status"), lambda a: a.get_status_display(), ("status",)),
    ]


def _where(activity: Activity) -> str:
    """The community, or the municipality of what belongs to several."""
    place = activity.community or activity.municipality
    return place.name if place else ""


def agreement_columns(today: date) -> list[Column]:
    """The columns of the list of agreements, and after them those that only the export holds."""
    told: list[tuple[str, Any, Any, tuple[str, ...]]] = [
        ("due_on", _("Hvornår"), lambda a: a.due_on, ("due_on",)),
        ("text", _("Hvad"), lambda a: a.text, ()),
        ("actor", _("Hvem"), _who, ("actor__name",)),
        ("gathering", _("Aftalt på"), lambda a: a.activity.title, ("activity__starts_on",)),
        ("state", _("Hvor langt"), lambda a: _state(a, today), ("done_on",)),
    ]
    exported: list[tuple[str, Any, Any]] = [
        ("agreed_on", _("Aftalt den"), lambda a: a.activity.starts_on),
        ("community", _("Lokalområde"), lambda a: a.activity.community and a.activity.community.name),
        ("done_on", _("Gjort den"), lambda a: a.done_on),
    ]
    return [*(Column(*column) for column in told), *(Column(*column, export_only=True) for column in exported)]


def _state(agreement: Agreement, today: date) -> str:
    """How far it is, as the list says it."""
    if agreement.done_on:
        return _("gjort")
    return _("over tid") if agreement.due_on and agreement.due_on < today else ""


def _who(agreement: Agreement) -> str:
    return agreement.actor.name if agreement.actor else _("Alle sammen")
