"""Adopting a blueprint: the definitions become the programme's own."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from landsby.blueprint import Blueprint
from landsby.web.accounts.models import User
from landsby.web.blueprints.models import AdoptedBlueprint
from landsby.web.kit.audit import record
from landsby.web.kit.models import Act
from landsby.web.partnerships.actions import give_membership, start_programme
from landsby.web.partnerships.models import Programme, Role


@transaction.atomic
def adopt_blueprint(*, programme: Programme, blueprint: Blueprint, by: User) -> AdoptedBlueprint:
    """Let a programme work by this version from now on. Adopting the same content twice changes nothing."""
    adopted, is_new = AdoptedBlueprint.objects.get_or_create(
        programme=programme,
        content_hash=blueprint.content_hash,
        defaults={
            "key": blueprint.id,
            "version": blueprint.version,
            "content": blueprint.to_data(),
            "adopted_by": by,
        },
    )
    if is_new:
        _take_over_roles(programme, blueprint)
        programme.__dict__.pop("_blueprint_hash", None)
        record(
            by=by,
            act=Act.CREATED,
            thing=adopted,
            programme=programme.slug,
            detail={"hash": adopted.content_hash},
        )
    return adopted


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


def _take_over_roles(programme: Programme, blueprint: Blueprint) -> None:
    """Write the blueprint's roles as the programme's; a role that left it stays for those who hold it."""
    for order, role in enumerate(blueprint.roles.values()):
        Role.objects.update_or_create(
            programme=programme,
            key=role.id,
            defaults={
                "title_da": role.title.da,
                "title_en": role.title.en,
                "scope": role.scope,
                "sees": role.sees,
                "rights": list(role.may),
                "order": order,
            },
        )
