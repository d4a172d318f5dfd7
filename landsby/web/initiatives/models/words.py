"""The words for choosing initiatives; each can be chained to the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models.functions import Coalesce

from landsby.web.initiatives.models.overview import OverviewWords
from landsby.web.initiatives.stages import ASIDE, PATH
from landsby.web.kit.alphabet import Alphabetical
from landsby.web.kit.search import found
from landsby.web.partnerships.access import Reach
from landsby.web.partnerships.models import Actor, Community, Programme

if TYPE_CHECKING:
    from landsby.web.accounts.models import User
    from landsby.web.initiatives.models.initiative import Initiative, InitiativeLink  # noqa: F401 - named as text below

LINKED = (
    "tracks",
    "goals",
    "audiences",
    "elements",
    "topics",
    "offers",
    "activity_kinds",
    "theory_nodes",
    "checklists",
)
"""The folders of definitions that an initiative may belong to."""

ACTOR_KINDS = "actor_kinds"
"""The code list whose entries say which actors an initiative is meant to reach."""


class InitiativeQuerySet(OverviewWords):
    """Words for choosing initiatives; each can be chained to the next."""

    def of(self, programme: Programme) -> InitiativeQuerySet:
        """Those of one programme."""
        return self.filter(programme=programme)

    def within(self, reach: Reach) -> InitiativeQuerySet:
        """Those that somebody with a reach may read: the whole programme's, and those of places that touch theirs."""
        if reach.everywhere:
            return self
        around = Community.objects.filter(pk__in=reach.communities).values("municipality")
        homes = Actor.objects.filter(pk__in=reach.actors).values("municipality")
        in_municipality = models.Q(municipality__in=reach.municipalities)
        above = models.Q(community=None) & (models.Q(municipality__in=around) | models.Q(municipality__in=homes))
        own = models.Q(pk__in=self._involving(reach.actors))
        nowhere = models.Q(municipality=None, community=None)
        return self.filter(nowhere | in_municipality | above | models.Q(community__in=reach.communities) | own)

    def lying_in(self, reach: Reach) -> InitiativeQuerySet:
        """Those that lie wholly within a reach, or whose answering institution does."""
        if reach.everywhere:
            return self
        return self.filter(
            models.Q(municipality__in=reach.municipalities)
            | models.Q(community__in=reach.communities)
            | models.Q(owner_actor__in=reach.actors)
        )

    def involving(self, actor: int) -> InitiativeQuerySet:
        """Those that an actor, by primary key, answers for, is a partner in, or does."""
        return self.filter(pk__in=self._involving([actor]))

    def answered_for_by(self, actor: int) -> InitiativeQuerySet:
        """Those that an actor, by primary key, answers for."""
        return self.filter(owner_actor=actor)

    def done_by(self, actor: int, day: date) -> InitiativeQuerySet:
        """Those that an actor, by primary key, does on a day."""
        coverages: Any = self.model._meta.get_field("coverages").related_model
        return self.filter(pk__in=coverages.objects.by_keys([actor]).on(day).values("initiative"))

    def _involving(self, actors: Iterable[int]) -> models.QuerySet[Initiative, Any]:
        keys = list(actors)
        rows = self.model.objects.order_by()
        owned = rows.filter(owner_actor__in=keys).values("pk")
        partnered = rows.filter(partners__actor__in=keys).values("pk")
        covering = rows.filter(coverages__actor__in=keys).values("pk")
        return owned.union(partnered, covering)

    def owned_by(self, user: User) -> InitiativeQuerySet:
        """Those that somebody answers for."""
        return self.filter(owner=user)

    def at_stage(self, *stages: str) -> InitiativeQuerySet:
        """Those that stand at one of some stages."""
        return self.filter(stage__in=stages)

    def aside(self) -> InitiativeQuerySet:
        """Those that are postponed or stopped."""
        return self.filter(stage__in=ASIDE)

    def under_way(self) -> InitiativeQuerySet:
        """Those that are neither postponed nor stopped."""
        return self.filter(stage__in=PATH)

    def of_newness(self, newness: str) -> InitiativeQuerySet:
        """Those that are new, a changed practice or done already; "" is those of which it is not told."""
        return self.filter(newness=newness)

    def at_depth(self, depth: str) -> InitiativeQuerySet:
        """Those that work at a depth, by its id; "" is those of which it is not told."""
        return self.filter(depth=depth)

    def linked_to(self, folder: str, key: str) -> InitiativeQuerySet:
        """Those that belong to a definition, such as a track or a box of the theory of change."""
        return self.filter(self._has_link(folder=folder, key=key))

    def without_link(self, folder: str) -> InitiativeQuerySet:
        """Those that belong to no definition of a folder."""
        return self.filter(~self._has_link(folder=folder))

    def _has_link(self, **which: str) -> models.Exists:
        linked: Any = self.model._meta.get_field("links").related_model
        return models.Exists(linked.objects.filter(initiative=models.OuterRef("pk"), **which))

    def in_municipality(self, municipality: int) -> InitiativeQuerySet:
        """Those of a municipality, by primary key."""
        return self.filter(municipality=municipality)

    def in_community(self, community: int) -> InitiativeQuerySet:
        """Those of a community, by primary key."""
        return self.filter(community=community)

    def topmost(self) -> InitiativeQuerySet:
        """Those that are part of no other."""
        return self.filter(parent=None)

    def parts_of(self, initiative: Initiative) -> InitiativeQuerySet:
        """The sub-initiatives of one."""
        return self.filter(parent=initiative)

    def except_for(self, initiative: Initiative | None) -> InitiativeQuerySet:
        """All but one."""
        return self.exclude(pk=initiative.pk) if initiative else self

    def among(self, keys: Iterable[int]) -> InitiativeQuerySet:
        """Those with some primary keys."""
        return self.filter(pk__in=list(keys))

    def mentioning(self, words: str) -> InitiativeQuerySet:
        """Those whose title or summary holds all the words, each from its beginning."""
        return self.filter(found(self.model, words))

    def with_places(self) -> InitiativeQuerySet:
        """With programme, place, owner and the wider initiative at hand."""
        return self.select_related("programme", "municipality", "community", "owner", "owner_actor", "parent")

    def with_parts(self) -> InitiativeQuerySet:
        """With what they belong to and their partners at hand: three queries however many rows."""
        return self.prefetch_related("links", "partners__actor")

    def with_checklists(self) -> InitiativeQuerySet:
        """With their links and ticks at hand: two queries however many rows."""
        return self.prefetch_related("links", "ticks")

    def with_reach(self, today: date) -> InitiativeQuerySet:
        """With `actors_now`, how many actors do it today, and `trials_told`, how many trials tell what was learnt."""
        coverages: Any = self.model._meta.get_field("coverages").related_model
        trials: Any = self.model._meta.get_field("trials").related_model
        now = coverages.objects.filter(initiative=models.OuterRef("pk")).on(today)
        told = trials.objects.filter(initiative=models.OuterRef("pk")).told()
        rows: InitiativeQuerySet = self.annotate(actors_now=_counted(now), trials_told=_counted(told))
        return rows

    def with_latest_why(self) -> InitiativeQuerySet:
        """With `latest_why` and `latest_on`, why and when they came where they stand."""
        changes: Any = self.model._meta.get_field("stage_changes").related_model
        latest = changes.objects.filter(initiative=models.OuterRef("pk")).order_by("-on", "-pk")
        rows: InitiativeQuerySet = self.annotate(
            latest_why=models.Subquery(latest.values("why")[:1]), latest_on=models.Subquery(latest.values("on")[:1])
        )
        return rows

    def by_link(self, folder: str) -> dict[str, int]:
        """How many belong to each definition of a folder: one query."""
        rows = self.order_by().filter(links__folder=folder).values_list("links__key")
        return dict(rows.annotate(models.Count("pk", distinct=True)))

    def by_stage(self) -> dict[str, int]:
        """How many stand at each stage."""
        return dict(self.order_by().values_list("stage").annotate(models.Count("pk")))

    def parents(self) -> Mapping[int, int]:
        """The wider initiative of each that has one, by primary key."""
        rows = self.order_by().values_list("pk", "parent")
        return {pk: parent for pk, parent in rows if parent is not None}

    def in_stage_order(self) -> InitiativeQuerySet:
        """By stage in the order of the way, those aside last; then by title."""
        places = [models.When(stage=stage, then=place) for place, stage in enumerate((*PATH, *ASIDE))]
        order = models.Case(*places, default=len(places), output_field=models.IntegerField())
        return self.order_by(order, Alphabetical("title"), "pk")

    def in_reading_order(self) -> InitiativeQuerySet:
        """By title."""
        return self.order_by(Alphabetical("title"), "pk")


class LinkQuerySet(models.QuerySet["InitiativeLink"]):
    """Words for choosing links."""

    def in_programme(self, programme: Programme) -> LinkQuerySet:
        """Those of one programme's initiatives."""
        return self.filter(initiative__programme=programme)

    def among(self, initiatives: InitiativeQuerySet) -> LinkQuerySet:
        """Those of some initiatives."""
        return self.filter(initiative__in=initiatives.order_by().values("pk"))

    def to(self, folder: str) -> LinkQuerySet:
        """Those to the definitions of a folder."""
        return self.filter(folder=folder)

    def tally(self, folder: str) -> dict[str, int]:
        """How many initiatives belong to each definition of a folder, by its id."""
        counted = self.to(folder).order_by().values_list("key").annotate(models.Count("initiative", distinct=True))
        return dict(counted)


def _counted(rows: models.QuerySet[Any]) -> Coalesce:
    """How many rows of another table belong to each, asked apart so that two such counts do not multiply."""
    count = rows.order_by().values("initiative").annotate(found=models.Count("pk")).values("found")
    return Coalesce(models.Subquery(count[:1]), 0, output_field=models.IntegerField())
