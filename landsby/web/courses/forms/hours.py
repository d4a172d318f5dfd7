"""Hours: one row for each held session, which to approve, and what to say when they are sent back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from landsby.web.activities.models import Activity
from landsby.web.courses.models import SessionHours
from landsby.web.courses.rules import problems_of_hours
from landsby.web.courses.told import ToldHours
from landsby.web.courses.worked import hours_of
from landsby.web.kit.forms import Form, ask_for_one_of_several
from landsby.web.kit.numbers import AmountField
from landsby.web.partnerships.models import Actor

MOST = 24


@dataclass(frozen=True)
class SessionRow:
    """One held session and its fields; `word` is what was said when its hours were sent back."""

    session: Activity
    host: Actor
    institution: str
    word: str
    include: forms.BoundField
    hours: forms.BoundField
    reason: forms.BoundField


class HandInForm(Form):
    """The held sessions whose hours are to be handed in, with the hours that they themselves propose."""

    def __init__(self, data: Any, *, sessions: Sequence[Activity], sent_back: Sequence[SessionHours]) -> None:
        super().__init__(data)
        words = {row.session_id: row for row in sent_back}
        self.sessions = list(sessions)
        self._back = words
        for session in self.sessions:
            self._ask(session, words.get(session.pk))
        self.dress()

    def _ask(self, session: Activity, back: SessionHours | None) -> None:
        pk, proposed = session.pk, hours_of(session)
        self.fields[f"include_{pk}"] = forms.BooleanField(label=_("Med"), required=False, initial=back is None)
        self.fields[f"hours_{pk}"] = AmountField(
            label=_("Timer"), required=False, min_value=0, max_value=MOST, initial=back.hours if back else proposed
        )
        ask_for_one_of_several(self.fields[f"hours_{pk}"])
        self.fields[f"reason_{pk}"] = forms.CharField(
            label=_("Hvorfor andre timer end foreslået?"),
            required=False,
            max_length=200,
            initial=back.reason if back else "",
        )

    @property
    def rows(self) -> list[SessionRow]:
        """The sessions with their fields."""
        return [
            SessionRow(
                session=session,
                host=_host_of(session),
                institution=session.series.sign_up.institution.name,  # type: ignore[union-attr]  # asked through it
                word=self._back[session.pk].word if session.pk in self._back else "",
                include=self[f"include_{session.pk}"],
                hours=self[f"hours_{session.pk}"],
                reason=self[f"reason_{session.pk}"],
            )
            for session in self.sessions
        ]

    def clean(self) -> dict[str, Any]:
        """What the rules say to each row that is to be handed in, shown at its own fields."""
        cleaned = super().clean() or self.cleaned_data
        if self.errors:
            return cleaned
        chosen = [session for session in self.sessions if cleaned.get(f"include_{session.pk}")]
        if not chosen:
            self.add_error(None, _("Sæt kryds ved mindst én gang."))
        for session in chosen:
            if cleaned[f"hours_{session.pk}"] is None:
                self.add_error(f"hours_{session.pk}", _("Skriv timerne."))
                continue
            for problem in problems_of_hours(self._told(session), hours_of(session)):
                self.add_error(f"{problem.field}_{session.pk}", str(problem.text))
        return cleaned

    @property
    def told(self) -> list[ToldHours]:
        """The hours of the rows that are to be handed in."""
        return [self._told(one) for one in self.sessions if self.cleaned_data[f"include_{one.pk}"]]

    def _told(self, session: Activity) -> ToldHours:
        hours, reason = (self.cleaned_data[f"{name}_{session.pk}"] for name in ("hours", "reason"))
        return ToldHours(session=session, host=_host_of(session), hours=hours, reason=reason)


def _host_of(session: Activity) -> Actor:
    """The association of the offer that the session came of."""
    host: Actor = session.series.sign_up.offer.host  # type: ignore[union-attr]  # asked through it
    return host


class ApproveForm(Form):
    """Which of the hours that wait are approved."""

    rows = forms.MultipleChoiceField(
        label=_("Timer"), error_messages={"required": _("Sæt kryds ved det, du godkender.")}
    )

    def __init__(self, data: Any, *, waiting: Sequence[SessionHours]) -> None:
        super().__init__(data)
        self.waiting = {str(row.pk): row for row in waiting}
        rows = self.fields["rows"]
        assert isinstance(rows, forms.MultipleChoiceField)
        rows.choices = [(key, key) for key in self.waiting]
        rows.error_messages["invalid_choice"] = gettext("Noget af det er afgjort i mellemtiden. Se listen igen.")

    @property
    def chosen(self) -> list[SessionHours]:
        """The rows that are approved."""
        return [self.waiting[key] for key in self.cleaned_data["rows"]]

    @property
    def ticked(self) -> frozenset[str]:
        """The keys that stand ticked: all, until somebody has chosen."""
        return frozenset(self["rows"].value() or ()) if self.is_bound else frozenset(self.waiting)


class SendBackForm(Form):
    """A word with the hours that are sent back."""

    word = forms.CharField(
        label=_("Hvad skal de se på?"),
        max_length=200,
        error_messages={"required": _("Skriv kort, hvad der skal ses på.")},
    )


class CorrectForm(Form):
    """What the hours should have been in all, and why."""

    hours = AmountField(label=_("Timer i alt den dag"), min_value=0, max_value=MOST)
    reason = forms.CharField(label=_("Hvorfor?"), max_length=200)

    @property
    def in_all(self) -> Decimal:
        """The hours that the session should have."""
        told: Decimal = self.cleaned_data["hours"]
        return told
