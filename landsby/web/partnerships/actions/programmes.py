"""Starting programmes, and letting municipalities take part."""

from __future__ import annotations

from datetime import date

from django.db import IntegrityError, transaction

from landsby.web.accounts.models import User
from landsby.web.kit.audit import record
from landsby.web.kit.models import Act
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.models import Municipality, Programme
from landsby.web.partnerships.rules import problems_of_address


@transaction.atomic
def start_programme(
    *, slug: str, name: str, starts_on: date, ends_on: date | None, by: User, is_invented: bool = False
) -> Programme:
    """Start an empty programme.

    Raises:
        Blocked: when another programme has the address; by a second click, it is the same one.
    """
    programme = Programme(slug=slug, name=name, starts_on=starts_on, ends_on=ends_on, is_invented=is_invented)
    programme.full_clean(validate_unique=False)
    try:
        with transaction.atomic():
            programme.save()
    except IntegrityError as error:
        raise Blocked(problems_of_address(slug)) from error
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
