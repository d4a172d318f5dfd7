"""What is due of what people planned and agreed, and who has it: plans, things to do, agreements and milestones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from landsby.web.blueprints.models import blueprint_of
from landsby.web.gatherings.access import agreements_seen_by
from landsby.web.gatherings.models import Agreement, AgreementQuerySet
from landsby.web.kit.counts import Count
from landsby.web.overviews.choice import address
from landsby.web.partnerships.access import Standing, municipalities_seen_by
from landsby.web.plans.access import own_items_due, own_plans, plans_seen_by
from landsby.web.plans.forms.filter import DUE
from landsby.web.plans.models import Plan, PlanItem, PlanQuerySet
from landsby.web.plans.presenters import own_cards
from landsby.web.wheel.access import count_places
from landsby.web.wheel.presenters import MilestoneRow, milestone_rows

MOST_TOLD = 4
MOST_OWN = 2
MOST_COUNTED = 500
SOON = timedelta(days=30)


@dataclass(frozen=True)
class Agreed:
    """What is due, for one person."""

    standing: Standing
    today: date

    @property
    def is_own(self) -> bool:
        """Whether the person looks after places of their own, whose plans are told one by one."""
        return bool(self.standing.own_actors)

    @cached_property
    def own(self) -> list[tuple[Plan, list[str]]]:
        """The plans in use of one's own places, each with what it has in focus."""
        if not self.is_own:
            return []
        return own_cards(own_plans(self.standing), blueprint_of(self.standing.programme), MOST_OWN)

    @property
    def _due(self) -> PlanQuerySet:
        plans = own_plans(self.standing) if self.is_own else plans_seen_by(self.standing).within(self.standing.seen)
        return plans.due_for_review(self.today)

    @cached_property
    def reviews(self) -> Sequence[Plan]:
        """The plans that have waited longest to be looked at again."""
        return list(self._due.with_places().longest_waiting_first()[:MOST_TOLD])

    @cached_property
    def all_reviews(self) -> Count:
        """All plans that are to be looked at again."""
        return Count(self._due.count(), self._plans())

    @cached_property
    def by_municipality(self) -> list[tuple[str, Count]]:
        """The same by municipality, where there are more than are told and several municipalities."""
        if self.all_reviews.value <= MOST_TOLD:
            return []
        counts = self._due.by_municipality()
        known = municipalities_seen_by(self.standing)
        told = [(one.name, Count(counts[one.pk], self._plans(one.pk))) for one in known if one.pk in counts]
        return told if len(told) > 1 else []

    @cached_property
    def items(self) -> list[PlanItem]:
        """What one's own plans say is to be done now or soon."""
        return own_items_due(self.standing, self.today + SOON, MOST_TOLD) if self.is_own else []

    @cached_property
    def agreements(self) -> Sequence[Agreement]:
        """Agreements whose day has passed; to those with places of their own, those that they made."""
        return list(self._late.with_gatherings().soonest_first()[:MOST_TOLD])

    @cached_property
    def all_agreements(self) -> Count:
        """All agreements whose day has passed, as far as one sees; where there are very many, nobody counts on."""
        url = address("gatherings:agreements", self.standing.programme, {"state": "late"})
        late = agreements_seen_by(self.standing).due_before(self.today)
        return Count(late.counted_to(MOST_COUNTED), url)

    @property
    def are_countless(self) -> bool:
        """Whether there are more agreements over time than are counted."""
        return self.all_agreements.value > MOST_COUNTED

    @property
    def _late(self) -> AgreementQuerySet:
        late = agreements_seen_by(self.standing).due_before(self.today)
        return late.made_by(actor.pk for actor in self.standing.own_actors) if self.is_own else late

    @cached_property
    def milestones(self) -> list[MilestoneRow]:
        """Milestones whose day has passed and that some place has not reached."""
        if self.is_own:
            return []
        programme = self.standing.programme
        rows = milestone_rows(programme, blueprint_of(programme), count_places(programme), self.today)
        return [row for row in rows if row.is_late]

    @property
    def has_any(self) -> bool:
        """Whether anything is due."""
        return bool(self.own or self.reviews or self.items or self.agreements or self.milestones)

    def _plans(self, municipality: int | None = None) -> str:
        return address("plans:list", self.standing.programme, {"state": DUE, "municipality": municipality})
