"""What somebody may import to, and their own imports under way."""

from __future__ import annotations

from django.http import Http404
from django.utils import timezone

from landsby.blueprint import codelist
from landsby.web.partnerships.access.many import municipalities_within
from landsby.web.partnerships.access.single import programme_for
from landsby.web.partnerships.access.standing import Standing, Visitor
from landsby.web.partnerships.imports.known import Known, KnownActor, KnownCommunity
from landsby.web.partnerships.imports.municipalities import Municipalities
from landsby.web.partnerships.models import Actor, Community, ImportDraft, ImportDraftQuerySet, Right

_ACTOR_FIELDS = (
    "pk",
    "name",
    "kind",
    "register_id",
    "municipality_id",
    "community_id",
    "parent_id",
    "address",
    "postcode",
    "town",
    "latitude",
    "longitude",
)


def drafts_of(standing: Standing) -> ImportDraftQuerySet:
    """A person's own imports under way in a programme, without their tables."""
    return ImportDraft.objects.of_owner(standing.programme, standing.user).alive().without_table()


def draft_for(user: Visitor, slug: str, pk: int) -> tuple[ImportDraft, Standing]:
    """An import that the user has begun and may still finish.

    Raises:
        Http404: to a stranger, and for what is another's, applied, given up or forgotten.
        PermissionDenied: to a member without the right.
    """
    programme, standing = programme_for(user, slug, to=Right.IMPORT_PLACES)
    draft = ImportDraft.objects.of_owner(programme, standing.user).alive().filter(pk=pk).first()
    if draft is None:
        raise Http404
    return draft, standing


def known_to(standing: Standing) -> Known:
    """What a file is checked against: four queries, however much there is."""
    programme, today = standing.programme, timezone.localdate()
    ours = municipalities_within(standing, Right.IMPORT_PLACES).values_list("code", "pk")
    taking_part = programme.municipalities.values_list("code", "name")
    official = [(entry.id, entry.title.da) for entry in codelist("municipalities").values()]
    communities = Community.objects.of(programme).open_on(today)
    actors = Actor.objects.of(programme).values(*_ACTOR_FIELDS, "closed_on")
    return Known(
        ours=dict(ours),
        municipalities=Municipalities.of(taking_part, official),
        kinds=frozenset(codelist("actor_kinds")),
        communities=tuple(KnownCommunity(c.pk, c.name, c.municipality_id, c.outline) for c in communities),
        actors=tuple(
            KnownActor(**told, is_closed=closed_on is not None and closed_on <= today)
            for told in actors
            for closed_on in [told.pop("closed_on")]
        ),
    )
