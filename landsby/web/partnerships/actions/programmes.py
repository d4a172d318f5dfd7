"""Starting programmes, and letting municipalities take part."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from landsby.web.accounts.models import User
from landsby.web.kit.audit import record
from landsby.web.kit.models import Act
from landsby.web.partnerships.models import Municipality, Programme


@transaction.atomic
def start_programme(
    *, slug: str, name: str, starts_on: date, ends_on: date | None, by: User, is_invented: bool = False
) -> Programme:
    """Start an empty programme."""
    programme = Programme(slug=slug, name=name, starts_on=starts_on, ends_on=ends_on, is_invented=is_invented)
    programme.full_clean()
    programme.save()
    record(by=by, act=Act.CREATED, thing=programme, programme=slug)
    return programme


@transaction.atomic
def join_municipality(*, programme: Programme, code: str, name: str, joined_on: date, by: User) -> Municipality:
    """Let a municipality take part, by its four-digit code; one that takes part already is returned."""
    municipality, is_new = Municipality.objects.get_or_create(
        programme=programme, code=code, defaults={"name": name, "joined_on": joined_on}
    )
    if is_new:
        record(by=by, act=Act.CREATED, thing=municipality, programme=programme.slug)
    return municipality
