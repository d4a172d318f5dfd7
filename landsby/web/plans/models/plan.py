"""The plan: what an actor, a community, a municipality or the whole programme intends in a period."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.db import models
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.alphabet import Alphabetical
from landsby.web.kit.cpr import refuse_cpr_in
from landsby.web.partnerships.access import Reach
from landsby.web.partnerships.models import Actor, Community, Municipality, Place, Programme
from landsby.web.plans.periods import Span
from landsby.web.plans.status import PlanStatus

PLACES = ("actor", "community", "municipality")
"""The columns that say whose a plan is, the nearest first; where all are empty it is the programme's."""


class PlanQuerySet(models.QuerySet["Plan"]):
    """Words for choosing plans."""

    def of(self, programme: Programme) -> PlanQuerySet:
        """Those of one programme."""
        return self.filter(programme=programme)

    def of_place(self, place: Place) -> PlanQuerySet:
        """Those that one place has made; a programme's are those of no nearer place."""
        return self.filter(**placed(place))

    def not_of_place(self, place: Place) -> PlanQuerySet:
        """Those that others have made."""
        return self.exclude(pk__in=self.model.objects.of_place(place).values("pk"))

    def within(self, reach: Reach) -> PlanQuerySet:
        """Those of places within a reach."""
        return self if reach.everywhere else self.filter(_within(reach))

    def seen_within(self, reach: Reach) -> PlanQuerySet:
        """Those of places within a reach, and those that are shown to everybody as examples."""
        return self if reach.everywhere else self.filter(_within(reach) | models.Q(is_shared=True))

    def shared(self) -> PlanQuerySet:
        """Those that are shown to everybody as examples."""
        return self.filter(is_shared=True)

    def on_template(self, template: str) -> PlanQuerySet:
        """Those on one template, by the id of its definition."""
        return self.filter(template=template)

    def running(self) -> PlanQuerySet:
        """Those that are worked by; when the plan that one was carried over into begins, it is worked by no longer."""
        going_on = self.model.objects.filter(carried_from=models.OuterRef("pk"), starts_on__lte=timezone.localdate())
        return self.filter(~models.Exists(going_on), status=PlanStatus.RUNNING)

    def run_out(self, today: date) -> PlanQuerySet:
        """Those in use whose period has passed."""
        return self.running().filter(ends_on__lt=today)

    def in_status(self, status: str) -> PlanQuerySet:
        """Those with a status."""
        return self.filter(status=status)

    def due_for_review(self, today: date) -> PlanQuerySet:
        """Those whose day to be looked at again has come."""
        return self.running().filter(review_due_on__lte=today)

    def holding_on(self, day: date) -> PlanQuerySet:
        """Those whose period a day lies in."""
        return self.filter(models.Q(ends_on=None) | models.Q(ends_on__gte=day), starts_on__lte=day)

    def longest_waiting_first(self) -> PlanQuerySet:
        """Those whose day to be looked at again came first on top."""
        return self.order_by("review_due_on", "pk")

    def in_municipality(self, municipality: int) -> PlanQuerySet:
        """Those of a municipality and of all in it, by primary key."""
        return self.filter(_in_municipalities([municipality]))

    def in_community(self, community: int) -> PlanQuerySet:
        """Those of a community and of the actors in it, by primary key."""
        return self.filter(_in_communities([community]))

    def with_places(self) -> PlanQuerySet:
        """With programme and places at hand."""
        return self.select_related(
            "programme", "municipality", "community__municipality", "actor__municipality", "actor__community"
        )

    def with_focus(self) -> PlanQuerySet:
        """With what is and was in focus at hand: one query more, however many rows."""
        return self.prefetch_related("focus")

    def tally(self, today: date) -> tuple[int, int, int]:
        """How many places have a plan in use; and of those, how many are due for a look and run out: one query."""
        told = list(self.running().order_by().values_list(*PLACES, "review_due_on", "ends_on"))
        due = sum(day is not None and day <= today for *_place, day, _last in told)
        over = sum(last is not None and last < today for *_place, _day, last in told)
        return len({tuple(place) for *place, _day, _last in told}), due, over

    def by_municipality(self) -> dict[int | None, int]:
        """How many there are in each municipality, by primary key: one query."""
        around = Coalesce("actor__municipality", "community__municipality", "municipality")
        return dict(self.order_by().values_list(around).annotate(models.Count("pk")))

    def of_actor_first(self, actor: int | None) -> PlanQuerySet:
        """Those of one actor, by primary key, before the others; the latest period first."""
        own = models.Case(models.When(actor=actor or 0, then=0), default=1, output_field=models.IntegerField())
        return self.annotate(is_other=own).order_by("is_other", "-starts_on", "pk")

    def with_key(self, key: int) -> Plan | None:
        """The one with a primary key, if it is among these."""
        return self.filter(pk=key).first()

    def current_first(self, today: date) -> PlanQuerySet:
        """Those that hold today before those to come, and those before what has passed; the latest first."""
        holds = models.Q(starts_on__lte=today) & (models.Q(ends_on=None) | models.Q(ends_on__gte=today))
        cases = [models.When(holds, then=0), models.When(starts_on__gt=today, then=1)]
        order = models.Case(*cases, default=2, output_field=models.IntegerField())
        return self.order_by(order, "-starts_on", Alphabetical("actor__name"), "pk")

    def latest_first(self) -> PlanQuerySet:
        """Those in use first, the latest period on top, then by place."""
        return self.order_by("-status", "-starts_on", Alphabetical("actor__name"), "pk")


def placed(place: Place) -> dict[str, object]:
    """The columns that say that something is one place's."""
    named: dict[str, object] = dict.fromkeys(PLACES)
    if isinstance(place, Programme):
        return {**named, "programme": place}
    return {**named, type(place)._meta.model_name or "": place}


def _within(reach: Reach) -> models.Q:
    actors = list(reach.actors)
    own = models.Q(actor__in=actors) | models.Q(actor__parent__in=actors)
    return own | _in_communities(reach.communities) | _in_municipalities(reach.municipalities)


def _in_communities(communities: Iterable[int]) -> models.Q:
    keys = list(communities)
    return models.Q(community__in=keys) | models.Q(actor__community__in=keys)


def _in_municipalities(municipalities: Iterable[int]) -> models.Q:
    keys = list(municipalities)
    around = models.Q(community__municipality__in=keys) | models.Q(actor__municipality__in=keys)
    return models.Q(municipality__in=keys) | around


class Plan(models.Model):
    """What one place intends in one period, on a template of the blueprint.

    At most one of `actor`, `community` and `municipality` is told; with none of them it is the whole programme's.

    Attributes:
        template: the id of the template's definition.
        template_hash: the content hash of that definition when the plan was begun; it stays on that wording.
        ends_on: None where no end is known.
        answers: answers to the template's questions, by field id.
        is_shared: whether everybody in the programme may read it, as an example to take from.
        review_due_on: when it is to be looked at again; None where nothing is due.
        carried_from: the plan of the period before.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="plans")
    template = models.CharField(_("skabelon"), max_length=80)
    template_hash = models.CharField(max_length=64)
    municipality = models.ForeignKey(Municipality, models.PROTECT, null=True, blank=True, related_name="plans")
    community = models.ForeignKey(Community, models.PROTECT, null=True, blank=True, related_name="plans")
    actor = models.ForeignKey(Actor, models.PROTECT, null=True, blank=True, related_name="plans")
    starts_on = models.DateField(_("fra"))
    ends_on = models.DateField(_("til"), null=True, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=PlanStatus, default=PlanStatus.RUNNING)
    answers = models.JSONField(validators=[refuse_cpr_in], default=dict, blank=True)
    is_shared = models.BooleanField(_("vises som eksempel"), default=False)
    review_due_on = models.DateField(null=True, blank=True, editable=False)
    carried_from = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="carried_to")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("plan")
        indexes = [
            models.Index(fields=["programme", "template", "status"], name="plan_by_template"),
            models.Index(fields=["programme", "review_due_on"], name="plan_by_review"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on=None) | models.Q(ends_on__gte=models.F("starts_on")),
                name="plan_ends_after_start",
            ),
            models.CheckConstraint(
                condition=models.Q(actor=None, community=None)
                | models.Q(actor=None, municipality=None)
                | models.Q(community=None, municipality=None),
                name="plan_of_one_place",
            ),
            *(
                models.UniqueConstraint(
                    fields=[place, "template", "starts_on"],
                    condition=models.Q(**{f"{place}__isnull": False}),
                    name=f"one_plan_per_{place}_and_period",
                )
                for place in PLACES
            ),
            models.UniqueConstraint(
                fields=["programme", "template", "starts_on"],
                condition=models.Q(actor=None, community=None, municipality=None),
                name="one_plan_per_programme_and_period",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place}, {self.starts_on.isoformat()}"

    @property
    def place(self) -> Place:
        """Whose plan it is."""
        return self.actor or self.community or self.municipality or self.programme

    @property
    def span(self) -> Span:
        """The days for which it holds."""
        return Span(self.starts_on, self.ends_on)

    @property
    def is_running(self) -> bool:
        """Whether it is worked by."""
        return self.status == PlanStatus.RUNNING

    def is_due(self, today: date) -> bool:
        """Whether it is time to look at it again."""
        return self.is_running and self.review_due_on is not None and self.review_due_on <= today
