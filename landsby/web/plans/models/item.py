"""One thing that a place intends: what, how, who and when."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.web.activities.models import Activity, ActivityQuerySet
from landsby.web.initiatives.models import Initiative, InitiativeQuerySet
from landsby.web.kit.fields import Line, Notes
from landsby.web.plans.models.plan import Plan, PlanQuerySet
from landsby.web.plans.status import OPEN, ItemStatus
from landsby.web.plans.told import ItemTold


class PlanItemQuerySet(models.QuerySet["PlanItem"]):
    """Words for choosing items."""

    def in_plans(self, plans: PlanQuerySet) -> PlanItemQuerySet:
        """Those of some plans."""
        return self.filter(plan__in=plans.order_by().values("pk"))

    def open(self) -> PlanItemQuerySet:
        """Those still to be done."""
        return self.filter(status__in=OPEN)

    def due_between(self, first: date, last: date) -> PlanItemQuerySet:
        """Those that have a day or a month from the first to the last day, both included."""
        return self.filter(due_on__gte=first, due_on__lte=last)

    def with_plans(self) -> PlanItemQuerySet:
        """With plan and place at hand."""
        return self.select_related(
            "plan__programme", "plan__municipality", "plan__community__municipality", "plan__actor__municipality"
        )

    def with_links(self, activities: ActivityQuerySet, initiatives: InitiativeQuerySet) -> PlanItemQuerySet:
        """With what belongs to each among some activities and initiatives at hand: two queries, however many rows."""
        return self.prefetch_related(
            models.Prefetch("activities", queryset=activities.order_by("starts_on", "pk")),
            models.Prefetch("initiatives", queryset=initiatives.in_reading_order()),
        )

    def in_order(self) -> PlanItemQuerySet:
        """As they stand in their plan."""
        return self.order_by("plan", "position", "pk")


class PlanItem(models.Model):
    """One thing that a plan holds.

    Attributes:
        section: the id of the part of the template that it stands in; "" is none of them.
        idea: the id of the template's idea that it was taken from; "" where it is the place's own.
        due_on: when; of a month, its last day.
        is_whole_month: whether the month is meant and not the day.
        done_on: the day on which somebody said that it is done.
        carried_from: the item of the plan before that it goes on from.
    """

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="items")
    section = models.CharField(max_length=80, blank=True)
    idea = models.CharField(max_length=80, blank=True)
    what = Line(_("hvad"), max_length=300)
    how = Notes(_("hvordan"), max_length=2000, blank=True)
    who = Line(_("hvem"), max_length=160, blank=True)
    due_on = models.DateField(_("hvornår"), null=True, blank=True)
    is_whole_month = models.BooleanField(default=False)
    status = models.CharField(_("status"), max_length=10, choices=ItemStatus, default=ItemStatus.PLANNED)
    done_on = models.DateField(null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    carried_from = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="carried_to")
    activities = models.ManyToManyField(Activity, blank=True, related_name="plan_items")
    initiatives = models.ManyToManyField(Initiative, blank=True, related_name="plan_items")
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    objects = PlanItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("punkt i en plan")
        indexes = [
            models.Index(fields=["plan", "position"], name="plan_item_by_plan"),
            models.Index(fields=["status", "due_on"], name="plan_item_by_day"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "section", "idea"], condition=~models.Q(idea=""), name="one_item_per_idea"
            )
        ]

    def __str__(self) -> str:
        # The log keeps this as the item's name, and keeps nothing of what was typed into it.
        return str(self.plan)

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.status in OPEN

    def is_late(self, today: date) -> bool:
        """Whether its day has passed and it is still to be done."""
        return self.is_open and self.due_on is not None and self.due_on < today

    def come_to(self, status: ItemStatus, day: date) -> None:
        """Have come so far on a day, without being stored."""
        self.status, self.done_on = status, day if status == ItemStatus.DONE else None

    def be_told(self, told: ItemTold, day: date) -> None:
        """Be as told on a day, without being stored.

        Raises:
            ValidationError: for text that cannot be kept.
        """
        self.what, self.section, self.how, self.who = told.what, told.section, told.how, told.who
        self.due_on, self.is_whole_month = told.when.due_on, told.when.is_whole_month and told.when.day is not None
        if self.status != told.status:
            self.come_to(told.status, day)
        # Foreign keys come from rows that were just read; asking for each again would only cost questions.
        self.clean_fields(exclude=["plan", "carried_from", "added_by"])
