"""The columns of the portfolio's list and of its files."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from landsby.blueprint import Blueprint
from landsby.web.initiatives.models import Initiative
from landsby.web.initiatives.presenters.board import titles
from landsby.web.initiatives.presenters.lists import track_titles
from landsby.web.kit.listing import Column


def portfolio_columns(blueprint: Blueprint) -> list[Column]:
    """The columns: on screen what one looks for, in the files all of it."""

    def depth(row: Initiative) -> str:
        return "".join(titles(blueprint.depths, [row.depth] if row.depth else []))

    return [
        Column("title", _("Indsats"), lambda i: i.title, ("title",)),
        Column("stage", _("Trin"), lambda i: i.get_stage_display()),
        Column("since", _("Siden"), lambda i: i.stage_since_on, ("stage_since_on",)),
        Column("tracks", _("Spor"), lambda i: ", ".join(track_titles(blueprint, i))),
        Column("newness", _("Nyt eller kendt"), lambda i: i.get_newness_display()),
        Column("depth", _("Dybde"), depth),
        Column("effort", _("Kræver"), lambda i: i.effort, ("effort",), is_number=True),
        Column("actors", _("Gør det"), _actors_now, ("actors_now",), is_number=True),
        Column("groups", _("Grupper"), _groups, export_only=True),
        Column("owner", _("Ansvarlig"), lambda i: i.owner_told, export_only=True),
        Column("place", _("Sted"), lambda i: str(i.community or i.municipality or ""), export_only=True),
        Column("parent", _("Del af"), lambda i: str(i.parent or ""), export_only=True),
        Column("why", _("Hvorfor"), _why, export_only=True),
    ]


def _actors_now(row: Any) -> int:
    return int(row.actors_now)


def _groups(row: Any) -> str:
    return f"{row.groups_now}/{row.groups_meant}" if row.groups_meant else ""


def _why(row: Any) -> str:
    return str(row.latest_why or "") if row.is_aside else ""
