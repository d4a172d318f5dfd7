"""Starting a programme: the blueprint's definitions become its own."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from landsby.blueprint import Blueprint
from landsby.web.accounts.models import User
from landsby.web.blueprints.actions.adopting import adopt_blueprint
from landsby.web.blueprints.rules import doubts_about_start, leading_roles
from landsby.web.kit.cpr import refuse_cpr_in
from landsby.web.kit.problems import refuse_on_blockers
from landsby.web.partnerships.actions import give_membership, start_programme
from landsby.web.partnerships.models import Programme


@transaction.atomic
def start_programme_from(
    *,
    blueprint: Blueprint,
    slug: str,
    name: str,
    starts_on: date,
    ends_on: date | None,
    by: User,
    is_invented: bool = False,
) -> Programme:
    """Start a programme and adopt its blueprint; the one who starts it gets the first of the leading roles.

    Args:
        is_invented: demo content, which every page says.

    Raises:
        Blocked: when nobody could give access, or the address is taken.
        ValidationError: when something in the blueprint looks like a CPR number.
    """
    refuse_cpr_in(blueprint.to_data())
    refuse_on_blockers(doubts_about_start(blueprint))
    programme = start_programme(
        slug=slug, name=name, starts_on=starts_on, ends_on=ends_on, is_invented=is_invented, by=by
    )
    adopt_blueprint(programme=programme, blueprint=blueprint, by=by)
    leading = programme.roles.get(key=leading_roles(blueprint)[0])
    give_membership(user=by, role=leading, place=programme, by=by)
    return programme
