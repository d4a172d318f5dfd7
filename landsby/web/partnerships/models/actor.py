"""Actors: the organisations and teams that take part, their names over time, and their contacts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.blueprint import codelist
from landsby.web.kit.alphabet import Alphabetical
from landsby.web.kit.fields import Line, refuse_cpr
from landsby.web.kit.search import found
from landsby.web.kit.text import say
from landsby.web.partnerships.groups import group_of, kinds_in
from landsby.web.partnerships.models.place import Community, Municipality
from landsby.web.partnerships.models.programme import Programme


class Tally(NamedTuple):
    """How many actors of a kind there are at a place; places are primary keys."""

    municipality: int | None
    community: int | None
    kind: str
    actors: int
    wholes: int
    """Without departments."""


class ActorQuerySet(models.QuerySet["Actor"]):
    """Words for choosing actors."""

    def of(self, programme: Programme) -> ActorQuerySet:
        """The actors of one programme."""
        return self.filter(programme=programme)

    def open_on(self, day: date) -> ActorQuerySet:
        """Those that exist on a day: opened, and neither closed nor merged away."""
        return self.filter(
            models.Q(opened_on=None) | models.Q(opened_on__lte=day),
            models.Q(closed_on=None) | models.Q(closed_on__gt=day),
        )

    def open_between(self, first: date | None, last: date | None) -> ActorQuerySet:
        """Those that exist on at least one day from the first to the last; None leaves that side open."""
        chosen = self
        if last is not None:
            chosen = chosen.filter(models.Q(opened_on=None) | models.Q(opened_on__lte=last))
        if first is not None:
            chosen = chosen.filter(models.Q(closed_on=None) | models.Q(closed_on__gt=first))
        return chosen

    def kinds(self) -> dict[int, str]:
        """The kind of each, by primary key: one light question also where there are many thousands."""
        return dict(self.order_by().values_list("pk", "kind"))

    def groups(self, *, in_order: bool = True) -> list[tuple[int, str]]:
        """Primary key and group of each; sorting many thousands takes a while, where it does not matter."""
        rows = self if in_order else self.order_by()
        return [(key, group_of(kind)) for key, kind in rows.values_list("pk", "kind")]

    def in_municipality(self, municipality: int) -> ActorQuerySet:
        """Those of a municipality, by primary key."""
        return self.filter(municipality=municipality)

    def in_community(self, community: int | None) -> ActorQuerySet:
        """Those of a community, by primary key; None means those in none."""
        return self.filter(community=community)

    def closed_by(self, day: date) -> ActorQuerySet:
        """Those that are closed or merged away on a day."""
        return self.filter(closed_on__lte=day)

    def called(self, words: str) -> ActorQuerySet:
        """Those whose name, now or formerly, or address holds all the words, or that have them as register number.

        The inside of today's name counts too, so that »børnehave« finds »Skovbørnehaven«: actors are few enough.
        """
        once_named = ActorName.objects.filter(found(ActorName, words)).values("actor")
        return self.filter(
            models.Q(register_id=words)
            | models.Q(name__icontains=words)
            | found(self.model, words)
            | models.Q(pk__in=once_named)
        )

    def among(self, keys: Iterable[int]) -> ActorQuerySet:
        """Those with some primary keys."""
        return self.filter(pk__in=list(keys))

    def are_more_than(self, most: int) -> bool:
        """Whether there are more, counted no further than that."""
        return self.order_by()[: most + 1].count() > most

    def numbered(self, number: str) -> Actor | None:
        """The one with a register number."""
        return self.filter(register_id=number).first()

    def except_for(self, actor: Actor) -> ActorQuerySet:
        """All but one."""
        return self.exclude(pk=actor.pk)

    def with_names(self) -> ActorQuerySet:
        """With former names, institution and successor at hand: one query more, however many rows."""
        return self.select_related("parent", "merged_into").prefetch_related("former_names")

    def in_kind_order(self) -> ActorQuerySet:
        """With `kind_order`, the place of the kind in the code list, to sort by."""
        places = [models.When(kind=kind, then=place) for place, kind in enumerate(codelist("actor_kinds"))]
        return self.annotate(kind_order=models.Case(*places, default=len(places), output_field=models.IntegerField()))

    def tally(self) -> list[Tally]:
        """How many there are, by municipality, community and kind."""
        rows = self.order_by().values_list("municipality", "community", "kind")
        wholes = models.Count("pk", filter=models.Q(parent=None))
        return [Tally(*row) for row in rows.annotate(actors=models.Count("pk"), wholes=wholes)]

    def of_kinds(self, kinds: Iterable[str]) -> ActorQuerySet:
        """Those of some kinds, by the ids of the code list."""
        return self.filter(kind__in=list(kinds))

    def in_groups(self, groups: Iterable[str]) -> ActorQuerySet:
        """Those whose kind belongs to one of some groups of the code list."""
        return self.of_kinds(kinds_in(groups))

    def outside_groups(self, groups: Iterable[str]) -> ActorQuerySet:
        """Those whose kind belongs to none of some groups of the code list."""
        return self.exclude(kind__in=kinds_in(groups))

    def whole(self) -> ActorQuerySet:
        """Without departments: a school with three addresses is one school."""
        return self.filter(parent=None)

    def in_reading_order(self) -> ActorQuerySet:
        """With their places, by name."""
        return self.select_related("municipality", "community").order_by(Alphabetical("name"), "pk")


class Actor(models.Model):
    """An organisation or a team: school, daycare, association, health visitors, library …

    Attributes:
        kind: an id of the code list ``actor_kinds``.
        register_id: its number in the public register it was imported from, for import again. A number
            of ten digits that could be a CPR number is refused here as in an import.
        parent: the institution that it is a department of.
        merged_into: the actor that carries on after a merger; `closed_on` is the day of it.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="actors")
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, related_name="actors", null=True, blank=True, verbose_name=_("kommune")
    )
    community = models.ForeignKey(
        Community, models.PROTECT, related_name="actors", null=True, blank=True, verbose_name=_("lokalområde")
    )
    kind = models.CharField(_("slags"), max_length=60)
    name = Line(_("navn"), max_length=160)
    register_id = models.CharField(_("nummer i register"), max_length=30, blank=True, validators=[refuse_cpr])
    parent = models.ForeignKey(
        "self", models.SET_NULL, related_name="departments", null=True, blank=True, verbose_name=_("afdeling af")
    )
    address = Line(_("adresse"), max_length=160, blank=True)
    postcode = models.CharField(_("postnummer"), max_length=4, blank=True)
    town = Line(_("by"), max_length=80, blank=True)
    latitude = models.FloatField(_("breddegrad"), null=True, blank=True)
    longitude = models.FloatField(_("længdegrad"), null=True, blank=True)
    opened_on = models.DateField(_("åbnede"), null=True, blank=True)
    closed_on = models.DateField(_("lukkede"), null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", models.SET_NULL, related_name="merged_from", null=True, blank=True, verbose_name=_("lagt sammen med")
    )

    objects = ActorQuerySet.as_manager()

    class Meta:
        verbose_name = _("aktør")
        indexes = [models.Index(fields=["programme", "name"], name="actor_by_name")]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "register_id"],
                condition=~models.Q(register_id=""),
                name="one_actor_per_register_id",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def has_closed(self) -> bool:
        """Whether it is closed or merged away today."""
        return self.closed_on is not None and self.closed_on <= timezone.localdate()

    @property
    def group(self) -> str:
        """The group that its kind belongs to in the code list; "" for a kind that has left it."""
        return group_of(self.kind)

    @property
    def kind_title(self) -> str:
        """The kind in the reader's language; a kind that has left the code list shows its id."""
        entry = codelist("actor_kinds").get(self.kind)
        return say(entry.title) if entry else self.kind


class ActorName(models.Model):
    """A name that an actor had until a day."""

    actor = models.ForeignKey(Actor, models.CASCADE, related_name="former_names")
    name = Line(_("navn"), max_length=160)
    until_on = models.DateField(_("indtil"))

    class Meta:
        ordering = ["-until_on"]

    def __str__(self) -> str:
        return self.name


class ContactQuerySet(models.QuerySet["Contact"]):
    """Words for choosing contacts."""

    def current(self) -> ContactQuerySet:
        """Those that have not ended."""
        return self.filter(ended_on=None)


class Contact(models.Model):
    """A person to call at an actor. Reading the list is noted in the audit."""

    actor = models.ForeignKey(Actor, models.CASCADE, related_name="contacts")
    name = Line(_("navn"), max_length=120)
    title = Line(_("stilling"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail"), blank=True, validators=[refuse_cpr])
    phone = models.CharField(_("telefon"), max_length=20, blank=True, validators=[refuse_cpr])
    ended_on = models.DateField(_("kontakt indtil"), null=True, blank=True)

    objects = ContactQuerySet.as_manager()

    class Meta:
        verbose_name = _("kontaktperson")
        ordering = [Alphabetical("name")]

    def __str__(self) -> str:
        return self.name
