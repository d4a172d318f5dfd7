"""Tallies: what was held, counted ahead of time, cell by cell; and the cells that are to be counted again.

A cell is one half-year in one place. The database notes by itself which cell a change touched
(`tallies/notes.py`); whoever reads tallies lets those cells be counted again first (`tallies/settling.py`),
so that a tally never tells anything but what the activities themselves would.
"""

from __future__ import annotations

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.periods import HalfYear
from landsby.web.partnerships.access import Reach
from landsby.web.partnerships.models import Community, Municipality, Programme


class About(models.TextChoices):
    """What a tally counts the held activities by; each is counted once for each thing that it has."""

    PLACE = "place", _("sted")
    GOAL = "goal", _("målsætning")
    TRACK = "track", _("spor")
    KIND = "kind", _("slags aktivitet")
    SESSION = "session", _("slags aktivitet i forløb")
    SERIES = "series", _("forløb")
    ACTOR = "actor", _("aktør")


class TallyQuerySet(models.QuerySet["Tally"]):
    """Words for choosing tallies."""

    def of(self, programme: Programme) -> TallyQuerySet:
        """Those of one programme."""
        return self.filter(programme=programme)

    def within(self, reach: Reach) -> TallyQuerySet:
        """Those that lie within a reach of whole places. What single actors add to it no tally tells."""
        if reach.everywhere:
            return self
        whole = models.Q(municipality__in=reach.municipalities)
        return self.filter(whole | models.Q(community__in=reach.communities) if reach.communities else whole)

    def in_municipality(self, municipality: int) -> TallyQuerySet:
        """Those in a municipality, by primary key."""
        return self.filter(municipality=municipality)

    def between(self, first: HalfYear | None, last: HalfYear | None) -> TallyQuerySet:
        """Those from the first to the last half-year, both included; None leaves that side open."""
        chosen = self
        if first is not None:
            chosen = chosen.filter(half_year__gte=first.number)
        if last is not None:
            chosen = chosen.filter(half_year__lte=last.number)
        return chosen

    def latest_by_community(self) -> dict[int, date]:
        """The day of the latest that was held in each community, by primary key."""
        held = self.about(About.PLACE).exclude(community=None).order_by()
        return dict(held.values_list("community").annotate(models.Max("last_on")))

    def about(self, about: About) -> TallyQuerySet:
        """Those that count by one thing."""
        # Told although it follows, lest the index by thing be left unused.
        without_key = {"key": ""} if about in (About.PLACE, About.SERIES, About.ACTOR) else {}
        return self.filter(about=about, **without_key)


class Tally(models.Model):
    """How much was held in one cell with one thing about it.

    Attributes:
        place: the primary key of the community; without one that of the municipality, negative; else 0.
        key: the id of the definition that is counted by; empty where there is none, and with a `thing`.
        thing: the primary key of the series or actor that is counted by, else 0; a department is its institution.
        activities: how many were held.
        children, new_families: their sums. With an actor nothing but activities is counted.
        counted: how many of the activities have a number of children.
        first_on, last_on: the days of the first and of the last of them.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, db_constraint=False, db_index=False, related_name="+")
    half_year = models.PositiveIntegerField()
    place = models.BigIntegerField()
    municipality = models.ForeignKey(
        Municipality, models.CASCADE, null=True, db_constraint=False, db_index=False, related_name="+"
    )
    community = models.ForeignKey(
        Community, models.CASCADE, null=True, db_constraint=False, db_index=False, related_name="+"
    )
    about = models.CharField(max_length=8, choices=About)
    key = models.CharField(max_length=80)
    thing = models.BigIntegerField()
    activities = models.PositiveIntegerField()
    children = models.PositiveBigIntegerField()
    counted = models.PositiveIntegerField()
    new_families = models.PositiveBigIntegerField()
    first_on = models.DateField()
    last_on = models.DateField()

    objects = TallyQuerySet.as_manager()

    class Meta:
        verbose_name = _("optælling")
        verbose_name_plural = "tallies"
        # What is read stands in the indexes; the last is for counting a cell again.
        indexes = [
            models.Index(
                fields=["programme", "about", "key", "thing", "half_year", "activities", "last_on", "community"],
                name="tally_by_thing",
            ),
            models.Index(
                fields=["programme", "about", "municipality", "half_year", "key", "thing", "activities"],
                name="tally_by_municipality",
            ),
            models.Index(
                fields=["programme", "about", "half_year", "key", "thing", "community", "activities"],
                name="tally_by_half",
            ),
            models.Index(fields=["programme", "half_year", "place"], name="tally_by_cell"),
        ]

    def __str__(self) -> str:
        return f"{self.half_year}/{self.place} {self.about} {self.key or self.thing}: {self.activities}"


class Recount(models.Model):
    """That a cell is to be counted again. The database writes them; of one cell there may be several.

    They point to nothing, since they are written while a programme is being deleted, too.
    """

    programme = models.BigIntegerField()
    half_year = models.PositiveIntegerField()
    place = models.BigIntegerField()

    objects: models.Manager[Recount] = models.Manager()

    class Meta:
        verbose_name = _("optælling, der skal gøres om")
        indexes = [models.Index(fields=["programme", "half_year", "place"], name="recount_by_cell")]

    def __str__(self) -> str:
        return f"{self.programme}/{self.half_year}/{self.place}"
