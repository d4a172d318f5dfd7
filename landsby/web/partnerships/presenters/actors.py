"""Actors in the reader's words: the columns of the list, and the page of one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext_lazy as _

from landsby.web.kit.dates import short_day
from landsby.web.kit.listing import Column
from landsby.web.partnerships.access import Standing
from landsby.web.partnerships.models import Actor, Contact, Right


def columns() -> list[Column]:
    """The columns of the list; those that are only exported stand last."""
    return [
        Column("name", _("Navn"), lambda a: a.name, ("name",)),
        Column("kind", _("Slags"), lambda a: a.kind_title, ("kind_order", "name")),
        Column("municipality", _("Kommune"), lambda a: _name(a.municipality), ("municipality__name",)),
        Column("community", _("Lokalområde"), lambda a: _name(a.community), ("community__name",)),
        Column("parent", _("Afdeling af"), lambda a: _name(a.parent), ("parent__name",)),
        Column("register_id", _("Nummer i register"), lambda a: a.register_id, export_only=True),
        Column("parent_number", _("Hovedinstitutionens nummer"), parent_number, export_only=True),
        Column("code", _("Kommunekode"), lambda a: a.municipality.code if a.municipality else "", export_only=True),
        Column("address", _("Adresse"), lambda a: a.address, export_only=True),
        Column("postcode", _("Postnummer"), lambda a: a.postcode, export_only=True),
        Column("town", _("By"), lambda a: a.town, export_only=True),
        Column("latitude", _("Breddegrad"), lambda a: a.latitude, export_only=True),
        Column("longitude", _("Længdegrad"), lambda a: a.longitude, export_only=True),
        Column("former", _("Tidligere navne"), former_names, export_only=True),
        Column("opened_on", _("Åbnede"), lambda a: a.opened_on, export_only=True),
        Column("closed_on", _("Lukkede"), lambda a: a.closed_on, export_only=True),
        Column("merged_into", _("Lagt sammen med"), lambda a: _name(a.merged_into), export_only=True),
    ]


def former_names(actor: Actor) -> str:
    """What an actor was called before, the latest first."""
    return ", ".join(former.name for former in actor.former_names.all())


def parent_number(actor: Actor) -> str:
    """The register number of the institution that it is a department of."""
    return actor.parent.register_id if actor.parent else ""


def _name(place: object) -> str:
    return str(place) if place is not None else ""


@dataclass(frozen=True)
class ActorPage:
    """One actor with what its page says.

    Attributes:
        contacts: None when the reader may not see them.
    """

    actor: Actor
    standing: Standing
    contacts: list[Contact] | None

    @cached_property
    def departments(self) -> list[Actor]:
        """Its departments, by name."""
        return list(self.actor.departments.in_reading_order())

    @cached_property
    def merged_from(self) -> list[Actor]:
        """The actors that it carries on for."""
        return list(self.actor.merged_from.in_reading_order())

    @cached_property
    def former_names(self) -> list[tuple[str, str]]:
        """What it was called, and until when."""
        return [(former.name, short_day(former.until_on)) for former in self.actor.former_names.all()]

    @property
    def address(self) -> str:
        """The address on one line."""
        town = f"{self.actor.postcode} {self.actor.town}".strip()
        return ", ".join(part for part in (self.actor.address, town) if part)

    @cached_property
    def may_change(self) -> bool:
        """Whether the reader may correct it."""
        actor = self.actor
        return self.standing.reach(Right.MANAGE_PLACES).covers(
            municipality=actor.municipality_id, community=actor.community_id, actors=(actor.pk, actor.parent_id)
        )
