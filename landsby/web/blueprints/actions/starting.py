"""Starting a programme: the blueprint's definitions become its own."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from landsby.blueprint import Blueprint
from landsby.web.accounts.models import User
from landsby.web.blueprints.actions.adopting import adopt_blueprint
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
    """Start a programme and adopt its blueprint; the one who starts it gets the widest role.

    Args:
        is_invented: demo content, which every page says.
    """
    programme = start_programme(
        slug=slug, name=name, starts_on=starts_on, ends_on=ends_on, is_invented=is_invented, by=by
    )
    adopt_blueprint(programme=programme, blueprint=blueprint, by=by)
    widest = programme.roles.filter(scope="programme").order_by("order").first()
    if widest is not None:
        give_membership(user=by, role=widest, place=programme, by=by)
    return programme
