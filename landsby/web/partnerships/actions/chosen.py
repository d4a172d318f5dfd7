"""Telling how a community was chosen."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from landsby.web.accounts.models import User
from landsby.web.kit.audit import record
from landsby.web.kit.models import Act
from landsby.web.partnerships.models import Community, CommunityChoice


@transaction.atomic
def tell_choice(
    *,
    community: Community,
    few_resources: bool,
    much_overweight: bool,
    strong_associations: bool,
    words: str,
    source: str,
    by: User,
) -> CommunityChoice:
    """Note how a community was chosen; told again, the latest holds."""
    choice = CommunityChoice.objects.select_for_update().filter(community=community).first()
    act = Act.CHANGED if choice else Act.CREATED
    choice = choice or CommunityChoice(community=community)
    choice.few_resources, choice.much_overweight = few_resources, much_overweight
    choice.strong_associations, choice.words, choice.source = strong_associations, words, source
    choice.author, choice.told_at = by, timezone.now()
    choice.clean_fields(exclude=["community", "author"])
    choice.save()
    record(by=by, act=act, thing=choice, programme=community.programme.slug)
    return choice
