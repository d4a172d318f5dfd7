"""What has been done to a plan, each act as a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from landsby.blueprint import Blueprint
from landsby.web.activities.presenters import title_of
from landsby.web.kit.dates import short_day
from landsby.web.kit.listing import Column
from landsby.web.kit.models import Act, AuditEntry
from landsby.web.plans.models import Plan, PlanItem, PlanReview
from landsby.web.plans.status import ItemStatus, PlanStatus

ITEM, REVIEW = (model._meta.label_lower for model in (PlanItem, PlanReview))


@dataclass(frozen=True)
class PlanHistory:
    """The acts on one plan in the reader's words.

    Attributes:
        items: what the plan's things are called today, by the key that the log keeps of them.
    """

    plan: Plan
    blueprint: Blueprint
    items: Mapping[str, str]

    @property
    def columns(self) -> list[Column]:
        """When, who and what; the template draws the rows."""
        return [
            Column("at", _("Hvornår"), lambda entry: entry.at),
            Column("author", _("Hvem"), lambda entry: entry.author),
            Column("what", _("Hvad skete der?"), self.sentence),
        ]

    def sentence(self, entry: AuditEntry) -> str:
        """One act in words."""
        if entry.thing == ITEM:
            return self._of_item(entry)
        if entry.thing == REVIEW:
            return _("Planen blev set igennem.") if entry.act == Act.CREATED else _("Et tilbageblik blev skrevet om.")
        if entry.act == Act.CREATED:
            return _("Planen blev begyndt.")
        return " ".join(self._changed(name, value) for name, value in entry.detail.items()) or _("Svarene blev rettet.")

    def _of_item(self, entry: AuditEntry) -> str:
        named = {"what": self.items.get(entry.thing_key) or _("noget, der er slettet igen")}
        if entry.act == Act.CREATED:
            return _("Kom med i planen: %(what)s") % named
        if entry.act == Act.REMOVED:
            return _("Et punkt blev slettet.")
        status = _after(entry.detail.get("status"))
        if status in ItemStatus.values:
            return _("Er nu %(status)s: %(what)s") % {**named, "status": ItemStatus(status).label}
        if "due_on" in entry.detail:
            day = _day(_after(entry.detail["due_on"]))
            return _("Skal være gjort %(day)s: %(what)s") % {**named, "day": day} if day else self._without_day(named)
        if {"activities", "initiatives"} & set(entry.detail):
            return _("Det, der hører til, blev ændret: %(what)s") % named
        return _("Blev rettet: %(what)s") % named

    def _without_day(self, named: Mapping[str, str]) -> str:
        return _("Har ingen dato længere: %(what)s") % named

    def _changed(self, name: str, value: Any) -> str:
        after, principles = _after(value), self.blueprint.principles
        match name:
            case "status":
                return _("Planen blev afsluttet.") if after == PlanStatus.ENDED else _("Planen blev taget i brug igen.")
            case "is_shared":
                return _("Den vises som eksempel.") if after == "True" else _("Den vises ikke længere som eksempel.")
            case "principle":
                titles = [title_of(principles, key) for key in after.split(", ") if key]
                return _("I fokus kom: %(principles)s.") % {"principles": ", ".join(titles)}
            case "example":
                return _("Noget blev hverdag.") if after else _("Noget er ikke hverdag alligevel.")
            case "items":
                return _("Et punkt blev slettet.")
            case "starts_on":
                return _("Planen begynder nu %(day)s.") % {"day": _day(after)}
            case "ends_on":
                return (
                    _("Planen slutter nu %(day)s.") % {"day": _day(after)} if after else _("Planen har ingen slutdag.")
                )
        return _("Planen blev rettet.")


def _after(change: Any) -> str:
    """What something became: the second of the two words that the log keeps."""
    return str(change[1]) if isinstance(change, list) and len(change) > 1 else ""


def _day(told: str) -> str:
    try:
        return short_day(date.fromisoformat(told))
    except ValueError:
        return told
