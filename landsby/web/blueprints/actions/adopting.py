"""Adopting a version, and letting what holds take effect."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone

from landsby.blueprint import Blueprint
from landsby.blueprint.theory import charts_of
from landsby.web.accounts.models import User
from landsby.web.blueprints.models import (
    AdoptedBlueprint,
    DefinitionWording,
    TheoryVersion,
    fit_of,
    forget_blueprint,
)
from landsby.web.kit.audit import record
from landsby.web.kit.models import Act
from landsby.web.partnerships.models import Programme, Role


@transaction.atomic
def adopt_blueprint(*, programme: Programme, blueprint: Blueprint, by: User) -> AdoptedBlueprint:
    """Let a programme work by this version from now on. Adopting what it works by already changes nothing.

    Records are left as they are; `upgrade` also renames what they refer to.
    """
    current = AdoptedBlueprint.objects.of(programme).standing().first()
    if current is not None and current.content_hash == blueprint.content_hash:
        return current
    adopted = AdoptedBlueprint.objects.create(
        programme=programme,
        key=blueprint.id,
        version=blueprint.version,
        content=blueprint.to_data(),
        content_hash=blueprint.content_hash,
        effective_hash=blueprint.content_hash,
        adopted_by=by,
    )
    record(by=by, act=Act.ADOPTED, thing=adopted, programme=programme.slug, detail={"hash": adopted.content_hash})
    put_in_force(adopted=adopted, by=by)
    return adopted


@transaction.atomic
def put_in_force(*, adopted: AdoptedBlueprint, by: User, note: str = "") -> Blueprint:
    """Let a version, with the programme's adaptations laid over it, be what holds from now on.

    Every wording that comes into force is kept, so is every theory of change as it then stands, and the roles become
    the programme's.

    Args:
        note: why, for the versions of the theories of change that this changes.
    """
    programme = adopted.programme
    blueprint = fit_of(adopted).blueprint
    DefinitionWording.objects.keep(programme, blueprint)
    _keep_theories(programme, blueprint, by, note)
    _take_over_roles(programme, blueprint)
    if adopted.effective_hash != blueprint.content_hash:
        adopted.effective_hash = blueprint.content_hash
        adopted.save(update_fields=["effective_hash"])
        detail = {"hash": blueprint.content_hash}
        record(by=by, act=Act.CHANGED, thing=adopted, programme=programme.slug, detail=detail)
    forget_blueprint(programme)
    return blueprint


def _keep_theories(programme: Programme, blueprint: Blueprint, by: User, note: str) -> None:
    """Keep each theory of change that stands otherwise than its latest version."""
    latest = TheoryVersion.objects.latest_hashes(programme) if blueprint.theories else {}
    for chart in charts_of(blueprint, timezone.localdate()).values():
        if latest.get(chart.id) != chart.content_hash:
            kept = {"content": chart.content, "content_hash": chart.content_hash, "note": note, "author": by}
            TheoryVersion.objects.create(programme=programme, theory=chart.id, **kept)


def _take_over_roles(programme: Programme, blueprint: Blueprint) -> None:
    """Write the blueprint's roles as the programme's; a role that left it stays for those who hold it."""
    known = {role.key: role for role in Role.objects.filter(programme=programme)}
    former = AdoptedBlueprint.objects.of(programme).standing().former_ids("roles")
    for order, definition in enumerate(blueprint.roles.values()):
        told = {
            "title_da": definition.title.da,
            "title_en": definition.title.en,
            "scope": definition.scope,
            "sees": definition.sees,
            "rights": list(definition.may),
            "order": order,
            "formerly": former.get(definition.id, []),
            "ended_on": definition.ended_on,
        }
        role = known.pop(definition.id, None) or Role(programme=programme, key=definition.id)
        if role.pk is None or any(getattr(role, name) != value for name, value in told.items()):
            for name, value in told.items():
                setattr(role, name, value)
            role.save()
    _let_go(known.values())


def _let_go(roles: Iterable[Role]) -> None:
    """Remove roles that nothing refers to; the others are given to nobody any more."""
    for role in roles:
        try:
            with transaction.atomic():
                role.delete()
        except ProtectedError:
            role.ended_on = role.ended_on or timezone.localdate()
            role.save(update_fields=["ended_on"])
