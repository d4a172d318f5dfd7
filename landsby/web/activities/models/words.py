"""The words for choosing activities; each can be chained to the next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import models
from django.db.models.functions import ExtractMonth
from django.utils import timezone

from landsby.web.activities.status import Status
from landsby.web.kit.periods import HalfYear
from landsby.web.kit.search import found
from landsby.web.partnerships.access import Reach
from landsby.web.partnerships.models import Actor, Programme

if TYPE_CHECKING:
    from landsby.web.accounts.models import User
    from landsby.web.activities.details import Details
    from landsby.web.activities.models.activity import Activity  # noqa: F401 - named as text below
    from landsby.web.activities.models.links import Part

LEADING = ("host", "facilitator")
"""The parts that make an actor answer for an activity; who only takes part does not."""


class ActivityQuerySet(models.QuerySet["Activity"]):
    """Words for choosing activities; each can be chained to the next."""

    def of(self, programme: Programme) -> ActivityQuerySet:
        """Those of one programme."""
        return self.filter(programme=programme)

    def within(self, reach: Reach) -> ActivityQuerySet:
        """Those that lie within a reach, by place or by an actor who has a part in them."""
        if reach.everywhere:
            return self
        # Each way found by its own index and put together: asked as one, a database looks at everything for either.
        rows = self.model.objects.order_by()
        of_municipalities = rows.filter(municipality__in=reach.municipalities).values("pk")
        of_communities = rows.filter(community__in=reach.communities).values("pk")
        involved = rows.filter(involvements__actor__in=reach.actors).values("pk")
        return self.filter(pk__in=of_communities.union(of_municipalities, involved))

    def led_within(self, reach: Reach, user: User) -> ActivityQuerySet:
        """Those that somebody answers for: by place, by leading them, or by having registered them."""
        if reach.everywhere:
            return self
        led = self.model.objects.filter(involvements__actor__in=reach.actors, involvements__part__in=LEADING)
        return self.filter(
            models.Q(municipality__in=reach.municipalities)
            | models.Q(community__in=reach.communities)
            | models.Q(pk__in=led.values("pk"))
            | models.Q(created_by=user)
        )

    def with_year(self) -> Any:
        """With `year`, taken from the half-year, which an index holds."""
        return self.annotate(year=models.F("half_year") / 10)

    def among(self, others: ActivityQuerySet) -> ActivityQuerySet:
        """Those that are also among some others."""
        return self.filter(pk__in=others.order_by().values("pk"))

    def planned(self) -> ActivityQuerySet:
        """Neither held nor cancelled yet."""
        return self.filter(status=Status.PLANNED)

    def registered_by(self, user: User) -> ActivityQuerySet:
        """Those that somebody has registered, or taken over from whoever did."""
        return self.filter(created_by=user)

    def held(self) -> ActivityQuerySet:
        """Those that took place."""
        return self.filter(status=Status.HELD)

    def upcoming(self, today: date) -> ActivityQuerySet:
        """Planned for today or later, the nearest first."""
        return self.planned().filter(starts_on__gte=today).in_order()

    def awaiting_report(self, today: date) -> ActivityQuerySet:
        """Planned for a day that has passed: somebody has yet to say how it went."""
        return self.planned().filter(starts_on__lt=today).in_order()

    def but_for_old(self, kinds: Iterable[str], before: date) -> ActivityQuerySet:
        """Without those of some kinds that lie before a day."""
        keys = list(kinds)
        return self.exclude(kind__in=keys, starts_on__lt=before) if keys else self

    def between(self, first: date | None, last: date | None) -> ActivityQuerySet:
        """Those that begin from the first to the last day, both included; None leaves that side open."""
        chosen = self if first is None else self.filter(starts_on__gte=first)
        return chosen if last is None else chosen.filter(starts_on__lte=last)

    def touching(self, first: date, last: date) -> ActivityQuerySet:
        """Those of which at least one day lies from the first to the last day."""
        lasting = models.Q(ends_on__gte=first, starts_on__lt=first)
        return self.filter(lasting | models.Q(starts_on__gte=first), starts_on__lte=last)

    def over_between(self, first: date, today: date) -> ActivityQuerySet:
        """Those that began on a first day or later, and were over before today."""
        ended = models.Q(ends_on=None) | models.Q(ends_on__lt=today)
        return self.filter(ended, starts_on__gte=first, starts_on__lt=today)

    def concerning(self, actors: Iterable[Actor], user: User) -> ActivityQuerySet:
        """Those in which some actors, or departments of theirs, have a part, and those that somebody registered."""
        own = [actor.pk for actor in actors]
        involved = self.model.objects.filter(
            models.Q(involvements__actor__in=own) | models.Q(involvements__actor__parent__in=own)
        )
        return self.filter(models.Q(pk__in=involved.values("pk")) | models.Q(created_by=user))

    def answering(self, question: str) -> ActivityQuerySet:
        """Those with an answer to a kind's own question, by its id."""
        return self.filter(extra__has_key=question)

    def with_keys(self, keys: Iterable[UUID]) -> ActivityQuerySet:
        """Those that are known by some client keys."""
        return self.filter(client_key__in=list(keys))

    def rename(self, title: str) -> None:
        """Give all of them one title, each as a change of its own."""
        self.update(title=title, revision=models.F("revision") + 1, changed_at=timezone.now())

    def count_by_day(self, first: date, last: date) -> dict[date, int]:
        """How many begin on each day from the first to the last, where there are any."""
        days = self.between(first, last).order_by().values_list("starts_on")
        return dict(days.annotate(models.Count("pk")))

    def count_by_month(self, year: int, kinds: Iterable[str] = ()) -> list[tuple[int, str, int]]:
        """How many begin in each month of a year, by kind, without what was cancelled: month, kind, count."""
        # Where all kinds that there are are named, as for a whole programme, an index answers alone.
        begun = self.filter(starts_on__year=year, status__in=[Status.PLANNED, Status.HELD]).order_by()
        begun = begun.filter(kind__in=list(kinds)) if kinds else begun
        rows = begun.values_list(ExtractMonth("starts_on"), "kind").annotate(count=models.Count("pk"))
        return [(month, kind, count) for month, kind, count in rows]

    def logged_by(self, user: User) -> ActivityQuerySet:
        """Those that somebody registered, the latest first."""
        return self.filter(created_by=user).order_by("-pk")

    def logged_since(self, moment: datetime) -> ActivityQuerySet:
        """Those that were registered at a moment or later."""
        return self.filter(created_at__gte=moment)

    def told_as(self, details: Details) -> ActivityQuerySet:
        """Those of the same name, kind, time, community and counts; hosts, notes and what it serves are not asked."""
        return self.filter(
            kind=details.kind_id,
            title=details.title,
            status=details.status,
            starts_on=details.starts_on,
            start_time=details.start_time,
            community=details.community,
            **asdict(details.attendance),
        )

    def in_status(self, status: str) -> ActivityQuerySet:
        """Those with one status."""
        return self.filter(status=status)

    def in_half_year(self, half_year: HalfYear) -> ActivityQuerySet:
        """Those that begin in a half-year."""
        return self.filter(half_year=half_year.number)

    def in_municipality(self, municipality: int) -> ActivityQuerySet:
        """Those in a municipality, by primary key."""
        return self.filter(municipality=municipality)

    def in_community(self, community: int | None) -> ActivityQuerySet:
        """Those in a community, by primary key; None is those in no community."""
        return self.filter(community=community)

    def in_communities(self, communities: Iterable[int]) -> ActivityQuerySet:
        """Those in some communities, by primary key."""
        return self.filter(community__in=list(communities))

    def of_kinds(self, kinds: Iterable[str]) -> ActivityQuerySet:
        """Those of some kinds."""
        return self.filter(kind__in=list(kinds))

    def in_a_series(self) -> ActivityQuerySet:
        """The sessions of series."""
        return self.exclude(series=None)

    def serving(self, goal: str) -> ActivityQuerySet:
        """Those that serve a goal."""
        return self.filter(self._linked("goals", goal=goal))

    def under_initiative(self, initiative: int) -> ActivityQuerySet:
        """Those that are a part of an initiative, by primary key."""
        return self.filter(self._linked("initiatives", initiative=initiative))

    def without_goal(self) -> ActivityQuerySet:
        """Those that serve no goal."""
        return self.filter(~self._linked("goals"))

    def without_track(self) -> ActivityQuerySet:
        """Those on no track."""
        return self.filter(~self._linked("tracks"))

    def on_track(self, track: str) -> ActivityQuerySet:
        """Those that belong to a track."""
        return self.filter(self._linked("tracks", track=track))

    def _linked(self, links: str, **which: str | int) -> models.Exists:
        """The condition of having such a link: asked row by row, so that the first page of many is found at once."""
        linked: Any = self.model._meta.get_field(links).related_model
        return models.Exists(linked.objects.filter(activity=models.OuterRef("pk"), **which))

    def involving(self, actor: int, part: Part | None = None) -> ActivityQuerySet:
        """Those in which an actor (by primary key), or a department of it, has a part."""
        own = models.Q(involvements__actor=actor) | models.Q(involvements__actor__parent=actor)
        condition = own if part is None else own & models.Q(involvements__part=part)
        return self.filter(pk__in=self.model.objects.filter(condition).values("pk"))

    def mentioning(self, words: str) -> ActivityQuerySet:
        """Those whose title, place or notes hold all the words, each from its beginning."""
        return self.filter(found(self.model, words))

    def with_places(self) -> ActivityQuerySet:
        """With community, municipality, series and programme at hand: two queries however many rows.

        The programme is fetched apart: joined, SQLite begins with it and then sorts every activity of it.
        """
        return self.select_related("community", "municipality", "series").prefetch_related("programme")

    def with_parts(self) -> ActivityQuerySet:
        """With actors, goals, tracks and initiatives at hand: six queries at most, however many rows."""
        return self.prefetch_related("involvements__actor", "goals", "tracks", "initiatives__initiative")

    def in_order(self) -> ActivityQuerySet:
        """The first on top."""
        return self.order_by("starts_on", "start_time", "pk")

    def latest_first(self, today: date) -> tuple[ActivityQuerySet, ActivityQuerySet]:
        """What has been, the latest on top; and what is to come, which stands after it lest plans hide it.

        Two sets, since the days are in order in the index, and an order by two things at once is not.
        """
        return self.filter(starts_on__lte=today).newest_first(), self.filter(starts_on__gt=today).newest_first()

    def newest_first(self) -> ActivityQuerySet:
        """The latest on top."""
        return self.order_by("-starts_on", "-pk")
