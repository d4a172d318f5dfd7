"""One gathering in the reader's words: who comes, who came, what was agreed, and how it was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby

from landsby.blueprint import Blueprint
from landsby.web.activities.models import Activity, Part
from landsby.web.activities.presenters import BADGES, title_of, when_of
from landsby.web.activities.status import Status
from landsby.web.gatherings.access import agenda_of, opinions_of, places_in, turnout_of
from landsby.web.gatherings.facilitation import LEAD_LABELS, lead_of, team_kinds
from landsby.web.gatherings.kinds import profession_titles
from landsby.web.gatherings.models import AgendaPoint, Agreement, Material, Plan, Turnout
from landsby.web.gatherings.rules import ANSWERS, QUESTIONS, Places, answers_until
from landsby.web.kit.problems import Sentence
from landsby.web.kit.small_cells import FEWEST, told
from landsby.web.partnerships.models import Actor


@dataclass(frozen=True)
class FromActor:
    """Who signed up and came from one actor; the people by profession, in words and numbers."""

    actor: Actor
    signed_up: int
    came: int | None
    professions: list[tuple[str, int]]


@dataclass(frozen=True)
class Answers:
    """What was answered to one question: each answer in words, and how many; None is left out."""

    question: Sentence
    counts: list[tuple[Sentence, int | None]]


@dataclass(frozen=True)
class GatheringPage:
    """One gathering with everything that its page says."""

    activity: Activity
    plan: Plan
    blueprint: Blueprint
    today: date

    @property
    def kind_title(self) -> str:
        """What sort of gathering it is."""
        return title_of(self.blueprint.activity_kinds, self.activity.kind)

    @property
    def badge(self) -> str:
        """The badge class of its status."""
        return BADGES[Status(self.activity.status)]

    @property
    def when(self) -> str:
        """Day and time as one says them."""
        return when_of(self.activity)

    @cached_property
    def turnout(self) -> list[Turnout]:
        """The counts as they are stored."""
        return list(turnout_of(self.activity))

    @cached_property
    def actors(self) -> list[FromActor]:
        """The counts by actor."""
        groups = groupby(self.turnout, key=lambda row: row.actor)
        return [self._from(actor, list(rows)) for actor, rows in groups]

    def _from(self, actor: Actor, rows: list[Turnout]) -> FromActor:
        titles = profession_titles(self.blueprint)
        was_called = any(row.came is not None for row in rows)
        professions = [
            (titles.get(row.profession, row.profession), (row.came or 0) if was_called else row.signed_up)
            for row in rows
        ]
        came = sum(row.came or 0 for row in rows) if was_called else None
        return FromActor(actor, sum(r.signed_up for r in rows), came, [told for told in professions if told[1]])

    @property
    def signed_up(self) -> int:
        """How many are signed up."""
        return sum(row.signed_up for row in self.turnout)

    @cached_property
    def came(self) -> int | None:
        """How many came from institutions; None until the roll is called."""
        counted = [row.came for row in self.turnout if row.came is not None]
        return sum(counted) if counted else None

    @cached_property
    def by_profession(self) -> list[tuple[str, int]]:
        """How many came of each profession, the most first."""
        titles, sums = profession_titles(self.blueprint), dict[str, int]()
        for row in self.turnout:
            sums[row.profession] = sums.get(row.profession, 0) + (row.came or 0)
        found = [(titles.get(key, key), people) for key, people in sums.items() if people]
        return sorted(found, key=lambda one: -one[1])

    @cached_property
    def places(self) -> Places:
        """How many there is room for, and how many come."""
        return places_in(self.activity, self.plan, self.today)

    @property
    def is_late(self) -> bool:
        """Whether the last day to sign up has passed."""
        return self.today > self.places.until

    @cached_property
    def facilitators(self) -> list[Actor]:
        """Who leads."""
        return [link.actor for link in self.activity.involvements.all() if link.part == Part.FACILITATOR]

    @property
    def lead(self) -> Sentence:
        """Whether the project leader's team leads, the actors of the place, or both; "" where nobody said."""
        of_team = [self._is_of_team(actor) for actor in self.facilitators]
        title = LEAD_LABELS[lead_of(team=any(of_team), local=not all(of_team))]
        return str(title) if of_team else ""

    @staticmethod
    def _is_of_team(actor: Actor) -> bool:
        return actor.kind in team_kinds() or (actor.municipality_id is None and actor.community_id is None)

    @cached_property
    def agenda(self) -> list[AgendaPoint]:
        """The points of the agenda, with who leads them at hand."""
        return agenda_of(self.activity)

    @cached_property
    def materials(self) -> list[Material]:
        """What is read or shown."""
        return list(self.activity.gathering_materials.all())

    @property
    def competences(self) -> list[str]:
        """What was learnt."""
        return [title_of(self.blueprint.competences, lesson.competence) for lesson in self.activity.lessons.all()]

    @cached_property
    def agreements(self) -> list[Agreement]:
        """What was agreed, in the order in which it is due."""
        return list(self.activity.agreements.with_gatherings().soonest_first())

    @property
    def may_answer(self) -> bool:
        """Whether one may say how it was."""
        has_been = self.activity.status != Status.CANCELLED and self.activity.has_come(self.today)
        return has_been and not self.is_closed

    @property
    def may_be_counted(self) -> bool:
        """Whether the roll may be called."""
        return self.activity.status != Status.CANCELLED and self.activity.has_come(self.today)

    @property
    def is_closed(self) -> bool:
        """Whether nobody answers any more."""
        return self.plan.evaluation_closed_at is not None or self.today > answers_until(self.activity.starts_on)

    @cached_property
    def _opinions(self) -> dict[tuple[str, str], int]:
        return opinions_of(self.activity)

    @property
    def answered(self) -> int:
        """How many have answered."""
        return max((sum(self._opinions.get((q, a), 0) for a in ANSWERS) for q in QUESTIONS), default=0)

    @property
    def fewest(self) -> int:
        """So many must have answered before the answers are shown."""
        return FEWEST

    @cached_property
    def answers(self) -> list[Answers]:
        """What was answered, once nobody answers any more; nothing of too few."""
        if not self.is_closed:
            return []
        shown = {q: told({a: self._opinions.get((q, a), 0) for a in ANSWERS}) for q in QUESTIONS}
        return [
            Answers(QUESTIONS[question], [(ANSWERS[answer], people) for answer, people in counts.items()])
            for question, counts in shown.items()
            if counts is not None
        ]
