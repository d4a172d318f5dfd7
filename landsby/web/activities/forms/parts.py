"""What several of the room's forms share: counts, the kind's own fields, and the choices in reach."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from landsby.blueprint import ActivityKind, OwnField
from landsby.web.activities.access import communities_to_choose
from landsby.web.activities.counts import COUNT_LABELS, COUNTS, MOST_PRESENT
from landsby.web.activities.details import Attendance
from landsby.web.activities.models import Activity
from landsby.web.kit.numbers import AmountField, CountField
from landsby.web.kit.text import say
from landsby.web.partnerships.access import Standing
from landsby.web.partnerships.models import Community


def count_field(group: str, *, label: Any = None, required: bool = False) -> CountField:
    """A field for how many of a group came."""
    return CountField(
        label=label or capfirst(COUNT_LABELS[group]),
        required=required,
        min_value=0,
        max_value=MOST_PRESENT,
        error_messages={"required": _("Skriv, hvor mange der kom. Kom der ingen, så skriv 0.")},
    )


def count_fields(kind: ActivityKind) -> dict[str, CountField]:
    """The count fields that a kind asks for, in its order."""
    return {group: count_field(group) for group in kind.counts}


def hours_field() -> AmountField:
    """A field for hours worked, as decimal hours."""
    return AmountField(
        label=_("Timer"), required=False, min_value=0, max_value=200, help_text=_("Fx 1,5 for halvanden time.")
    )


def attendance_from(cleaned: Mapping[str, Any]) -> Attendance:
    """The counts that a form was given; what it did not ask is None."""
    return Attendance(**{group: cleaned.get(group) for group in COUNTS})


class Asks(Protocol):
    """What has questions of its own: a kind of activity, or what another room asks in the same way."""

    @property
    def fields(self) -> Sequence[OwnField]:
        """The questions, in order."""


def own_fields(kind: Asks, *, enforce: bool) -> dict[str, forms.Field]:
    """The kind's own fields as form fields named ``extra_<id>``.

    Args:
        enforce: whether required ones must be answered now; before an activity is held they may wait.
    """
    return {f"extra_{own.id}": _own_field(own, required=own.required and enforce) for own in kind.fields}


def _own_field(own: Any, *, required: bool) -> forms.Field:
    common: dict[str, Any] = {
        "label": say(own.label),
        "help_text": say(own.hint),
        "required": required,
        "error_messages": {"required": _("Her mangler et svar.")},
    }
    match own.type:
        case "number":
            most = MOST if own.max is None else own.max
            return CountField(min_value=own.min or 0, max_value=most, **common)
        case "yes_no":
            return _yes_or_no(**common)
        case "choice":
            return forms.ChoiceField(
                choices=[("", "–"), *((choice.id, say(choice.title)) for choice in own.choices)], **common
            )
        case "long_text":
            return forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), max_length=4000, **common)
        case _:
            return forms.CharField(max_length=200, **common)


def _yes_or_no(**common: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        choices=[("yes", _("Ja")), ("no", _("Nej"))],
        widget=forms.RadioSelect,
        coerce=lambda answer: answer == "yes",
        empty_value=None,
        **common,
    )


def extra_from(kind: Asks, cleaned: Mapping[str, Any]) -> dict[str, Any]:
    """The answers to the kind's own fields, by field id; what was left empty is left out."""
    answers = {own.id: cleaned.get(f"extra_{own.id}") for own in kind.fields}
    return {key: value for key, value in answers.items() if value not in (None, "")}


def extra_initial(kind: Asks, answers: Mapping[str, Any]) -> dict[str, Any]:
    """Stored answers as the form's initial values."""
    told = {f"extra_{own.id}": answers.get(own.id) for own in kind.fields}
    return {
        name: {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value
        for name, value in told.items()
    }


def definition_choices(
    definitions: Mapping[str, Any], stored: Iterable[str] = (), *, on: date | None = None
) -> list[tuple[str, str]]:
    """Definitions as choices, id and title; what is stored and has left the blueprint stays a choice, by its id.

    Args:
        on: leave out what was no longer used on this day, unless it is stored; None offers everything.
    """
    kept = set(stored)
    choices = [
        (key, say(definition.title))
        for key, definition in definitions.items()
        if key in kept or on is None or definition.ended_on is None or definition.ended_on >= on
    ]
    return [*choices, *((key, key) for key in stored if key not in definitions)]


MOST = 100_000
"""The greatest number that an own field takes when its definition names none."""


class CommunityField(forms.ModelChoiceField):
    """A community where the person may register, or the one that is chosen already."""

    def __init__(self, standing: Standing, activity: Activity | None = None, **kwargs: Any) -> None:
        communities = communities_to_choose(standing, activity)
        super().__init__(
            communities, **{"label": _("Lokalområde"), "required": False, "empty_label": _("Vælg"), **kwargs}
        )

    def label_from_instance(self, obj: Community) -> str:
        """The community with its municipality, since names repeat across municipalities."""
        return f"{obj.name} ({obj.municipality.name})"
