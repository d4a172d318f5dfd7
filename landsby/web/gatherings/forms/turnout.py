"""Signing up, and calling the roll: numbers by institution and profession."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from landsby.blueprint import ActivityKind, Blueprint
from landsby.web.activities.counts import COUNT_LABELS, MOST_PRESENT
from landsby.web.activities.details import Attendance
from landsby.web.activities.models import Activity, Part
from landsby.web.gatherings.forms.choices import ActorField, people_field, profession_field
from landsby.web.gatherings.forms.rows import RowsForm
from landsby.web.gatherings.kinds import counted_as, profession_titles
from landsby.web.gatherings.models import MOST_PLACES, Turnout
from landsby.web.gatherings.told import Heads
from landsby.web.kit.forms import ask_for_one_of_several
from landsby.web.kit.numbers import CountField
from landsby.web.partnerships.models import Actor

ROWS, MORE = 3, 2


class SignUpForm(RowsForm):
    """Who comes from one institution: rows of a number and a profession. No people at all is a withdrawal.

    Args:
        already: how many each actor has signed up, by primary key. Whoever replaces what they have not seen is asked
            first.
    """

    shown = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        actors: Sequence[Actor],
        own: Iterable[Turnout],
        already: Mapping[int, int],
        blueprint: Blueprint,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._already = already
        signed = [row for row in own if row.signed_up]
        chosen = signed[0].actor_id if signed else actors[0].pk if len(actors) == 1 else None
        rows = [{"people": row.signed_up, "profession": row.profession} for row in signed if row.actor_id == chosen]
        self.fields["shown"].initial = self._told(chosen)
        field = ActorField(actors, label=_("Hvem melder du til?"), initial=chosen)
        field.error_messages["required"] = _("Vælg, hvem du melder til.")
        self.fields["actor"] = field
        fields: dict[str, Any] = {"people": people_field}
        if blueprint.professions:
            fields["profession"] = lambda: profession_field(blueprint)
        self.add_rows(fields, rows, rows=max(ROWS, len(rows) + 1))

    def clean(self) -> dict[str, Any]:
        """At least one number; a profession goes with a number."""
        cleaned = super().clean() or self.cleaned_data
        rows = list(self.told_rows())
        if not rows and not self.errors:
            self.miss(1, "people", _("Skriv, hvor mange der kommer. 0 melder jer fra."))
        for number, row in rows:
            if row["people"] is None and f"people_{number}" not in self.errors:
                self.miss(number, "people", _("Skriv, hvor mange der kommer."))
        if not self.errors:
            self._ask_before_replacing(cleaned["actor"], cleaned["shown"])
        return cleaned

    def _told(self, actor: int | None) -> str:
        """What stands in the form about how many an actor has signed up."""
        return f"{actor}:{self._already[actor]}" if actor is not None and actor in self._already else ""

    def _ask_before_replacing(self, actor: Actor, shown: str) -> None:
        told = self._told(actor.pk)
        if not told or shown == told:
            return
        words = _("%(name)s er allerede meldt til med %(count)s. Skriv, hvor mange der kommer i alt, og gem igen.")
        self.add_error("actor", words % {"name": actor.name, "count": self._already[actor.pk]})
        self.data = {**self.data.dict(), "shown": told}  # type: ignore[attr-defined]  # a QueryDict

    @property
    def people(self) -> dict[str, int]:
        """How many, by profession; what stands in two rows is added."""
        told: Counter[str] = Counter()
        for _number, row in self.told_rows():
            told[row.get("profession") or ""] += row["people"]
        return dict(told)


class RollForm(RowsForm):
    """Everybody who is expected with a number each, a few rows for others, and those from nowhere.

    Attributes:
        expected: the names of the fields of those who are expected.
        besides: the names of the fields of those who come from no institution.
    """

    def __init__(
        self,
        *args: Any,
        activity: Activity,
        kind: ActivityKind,
        turnout: Sequence[Turnout],
        actors: Sequence[Actor],
        blueprint: Blueprint,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._keys: dict[str, tuple[int, str]] = {}
        titles = profession_titles(blueprint)
        for row in turnout:
            told = row.signed_up if row.came is None else row.came
            title = titles.get(row.profession, row.profession)
            self._expect(row.actor, row.profession, f"{row.actor.name} · {title}", told, signed_up=row.signed_up)
        known = {row.actor_id for row in turnout}
        for link in activity.involvements.all():
            if link.part != Part.FACILITATOR and link.actor_id not in known and not blueprint.professions:
                self._expect(link.actor, "", link.actor.name, None, signed_up=0)
        self.expected = list(self._keys)
        self._add_others(activity, actors, blueprint, known)
        self._add_besides(kind, activity, sum(row.came or 0 for row in turnout))
        self.dress()

    def _expect(self, actor: Actor, profession: str, label: str, told: int | None, *, signed_up: int) -> None:
        name = f"came_{len(self._keys) + 1}"
        help_text = _("%(count)s tilmeldt") % {"count": signed_up} if signed_up else ""
        field = CountField(
            label=label, required=False, min_value=0, max_value=MOST_PLACES, initial=told, help_text=help_text
        )
        ask_for_one_of_several(field)
        self.fields[name] = field
        self._keys[name] = (actor.pk, profession)

    def _add_others(self, activity: Activity, actors: Sequence[Actor], blueprint: Blueprint, known: set[int]) -> None:
        """Rows for whoever was not expected; the actors of the gathering stand in them from the start."""
        links = {link.actor_id: link.actor for link in activity.involvements.all() if link.part != Part.FACILITATOR}
        waiting = [key for key in links if key not in known] if blueprint.professions else []
        offered = {actor.pk: actor for actor in (*links.values(), *actors)}
        fields: dict[str, Any] = {"actor": lambda: ActorField(offered.values(), label=_("Hvorfra"), required=False)}
        if blueprint.professions:
            fields["profession"] = lambda: profession_field(blueprint)
        fields["people"] = people_field
        self.add_rows(fields, [{"actor": key} for key in waiting], rows=len(waiting) + MORE)

    def _add_besides(self, kind: ActivityKind, activity: Activity, from_actors: int) -> None:
        self.besides = [f"besides_{group}" for group in kind.counts]
        for group in kind.counts:
            told = getattr(activity, group) if activity.is_held else None
            if group == counted_as(kind) and told is not None:
                told = max(0, told - from_actors)
            field = CountField(
                label=capfirst(COUNT_LABELS[group]), required=False, min_value=0, max_value=MOST_PRESENT, initial=told
            )
            self.fields[f"besides_{group}"] = field

    def clean(self) -> dict[str, Any]:
        """A number belongs to an institution, and a row with a profession has a number."""
        cleaned = super().clean() or self.cleaned_data
        for number, row in self.told_rows():
            if row["people"] is not None and not row["actor"]:
                self.miss(number, "actor", _("Vælg, hvor de kommer fra."))
            if row["people"] is None and row.get("profession") and f"people_{number}" not in self.errors:
                self.miss(number, "people", _("Skriv, hvor mange der kom."))
        if not self.errors and not self.came and not any(self._besides().values()):
            self.add_error(None, _("Skriv, hvor mange der kom. Skriv 0, hvis der ikke kom nogen."))
        return cleaned

    @property
    def came(self) -> Heads:
        """Who came, by actor and profession; whoever was expected and is not told did not."""
        told: Counter[tuple[int, str]] = Counter()
        for name, key in self._keys.items():
            told[key] += self.cleaned_data.get(name) or 0
        for _number, row in self.told_rows():
            if row["actor"] is not None and row["people"] is not None:
                told[row["actor"].pk, row.get("profession") or ""] += row["people"]
        return dict(told)

    def _besides(self) -> dict[str, int | None]:
        return {name.removeprefix("besides_"): self.cleaned_data.get(name) for name in self.besides}

    @property
    def others(self) -> Attendance:
        """How many came from no institution."""
        return Attendance(**self._besides())
