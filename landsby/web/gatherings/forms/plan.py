"""Deciding about a gathering: sign-up, agenda, what is learnt, and what is read."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from landsby.blueprint import Blueprint
from landsby.web.activities.models import Activity
from landsby.web.gatherings.access import agenda_of
from landsby.web.gatherings.forms.choices import ActorField
from landsby.web.gatherings.forms.rows import RowsForm
from landsby.web.gatherings.kinds import taught_at
from landsby.web.gatherings.models import MOST_PLACES, Plan
from landsby.web.gatherings.told import Link, Planned, Point
from landsby.web.kit.forms import ask_for_one_of_several
from landsby.web.kit.numbers import CountField
from landsby.web.kit.text import say
from landsby.web.partnerships.models import Actor

MORE_POINTS, LINKS = 3, 3


class PlanForm(RowsForm):
    """The plan of one gathering. The agenda is rows of a time, a point and who leads it."""

    takes_sign_up = forms.BooleanField(
        label=gettext_lazy("Man melder sig til"),
        required=False,
        help_text=gettext_lazy("Så kan alle i lokalområdet, kommunen eller programmet se mødet og melde sig til."),
    )
    capacity = CountField(label=gettext_lazy("Pladser"), required=False, min_value=1, max_value=MOST_PLACES)
    sign_up_ends_on = forms.DateField(label=gettext_lazy("Tilmelding senest"), required=False)
    competences = forms.MultipleChoiceField(
        label=gettext_lazy("Det lærer man"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Det tæller med i overblikket over, hvem der har lært hvad."),
    )

    def __init__(self, *args: Any, activity: Activity, plan: Plan, blueprint: Blueprint, **kwargs: Any) -> None:
        stored = {name: getattr(plan, name) for name in ("takes_sign_up", "capacity", "sign_up_ends_on")}
        lessons = [lesson.competence for lesson in activity.lessons.all()]
        super().__init__(*args, initial={**stored, "competences": lessons}, **kwargs)
        self.activity = activity
        offered = dict.fromkeys((*taught_at(blueprint, activity.kind), *lessons))
        titles = {key: say(one.title) for key, one in blueprint.competences.items()}
        self._offer_competences([(key, titles.get(key, key)) for key in offered])
        self._add_agenda()
        for number, link in enumerate([*activity.gathering_materials.all(), *[None] * LINKS][:LINKS], start=1):
            self._add_link(number, link)
        self.dress()

    def _offer_competences(self, choices: list[tuple[str, str]]) -> None:
        field = self.fields["competences"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = choices
        if not choices:
            del self.fields["competences"]

    def _add_agenda(self) -> None:
        leaders: dict[int, Actor] = {link.actor_id: link.actor for link in self.activity.involvements.all()}
        points = agenda_of(self.activity)
        leaders |= {point.led_by.pk: point.led_by for point in points if point.led_by}
        filled = [{"at": p.starts_at, "point": p.title, "lead": p.led_by_id} for p in points]
        fields = {
            "at": lambda: forms.TimeField(label=_("Kl."), required=False),
            "point": lambda: forms.CharField(label=_("Punkt"), required=False, max_length=160),
            "lead": lambda: ActorField(leaders.values(), empty=_("Ikke aftalt"), label=_("Hvem leder"), required=False),
        }
        self.add_rows(fields, filled, rows=len(points) + MORE_POINTS)

    def _add_link(self, number: int, link: Any) -> None:
        title = forms.CharField(label=_("Hvad er det"), required=False, max_length=120)
        url = forms.URLField(label=_("Link"), required=False, max_length=500, assume_scheme="https")
        title.initial, url.initial = (link.title, link.url) if link else (None, None)
        for name, field in (("title", title), ("url", url)):
            ask_for_one_of_several(field)
            self.fields[f"link_{name}_{number}"] = field

    @property
    def link_rows(self) -> list[list[forms.BoundField]]:
        """The rows of links."""
        return [[self[f"link_title_{number}"], self[f"link_url_{number}"]] for number in range(1, LINKS + 1)]

    def clean(self) -> dict[str, Any]:
        """A point has words, a link has an address, and one signs up before the day is over."""
        cleaned = super().clean() or self.cleaned_data
        for number, row in self.told_rows():
            if not row["point"]:
                self.miss(number, "point", _("Skriv, hvad punktet handler om."))
        until = cleaned.get("sign_up_ends_on")
        if until and until > self.activity.starts_on:
            self.add_error("sign_up_ends_on", _("Fristen ligger efter mødet. Vælg en tidligere dag."))
        for number in range(1, LINKS + 1):
            if cleaned.get(f"link_title_{number}") and not cleaned.get(f"link_url_{number}"):
                self.add_error(f"link_url_{number}", _("Indsæt linket."))
        return cleaned

    @property
    def planned(self) -> Planned:
        """The plan as it was told."""
        told = self.cleaned_data
        links = [(told[f"link_title_{number}"], told[f"link_url_{number}"]) for number in range(1, LINKS + 1)]
        points = [Point(title=r["point"], starts_at=r["at"], led_by=r["lead"]) for _number, r in self.told_rows()]
        return Planned(
            takes_sign_up=told["takes_sign_up"],
            capacity=told["capacity"],
            sign_up_ends_on=told["sign_up_ends_on"],
            agenda=tuple(points),
            materials=tuple(Link(title=title or url[:120], url=url) for title, url in links if url),
            competences=tuple(told.get("competences", ())),
        )
