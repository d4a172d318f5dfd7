"""Planning a series, and correcting what is said about it as a whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landsby.web.activities.counts import COUNTS, MOST_PRESENT
from landsby.web.activities.details import Details
from landsby.web.activities.forms.activity import ActivityForm
from landsby.web.kit.folds import Section
from landsby.web.kit.forms import Form
from landsby.web.kit.numbers import CountField

MOST_SESSIONS = 60
"""The greatest number of sessions that a series is planned with when its kind names none."""

_SAID_PER_SESSION = ("status", "cancelled_because", "ends_on", *COUNTS)


def children_field(**kwargs: Any) -> CountField:
    """A field for how many different children are in a series."""
    return CountField(label=_("Børn på holdet"), required=False, min_value=0, max_value=MOST_PRESENT, **kwargs)


class SeriesForm(ActivityForm):
    """A first session, and how many follow at which distance."""

    sessions = CountField(label=_("Antal gange"), min_value=1, max_value=MOST_SESSIONS)
    weeks_between = CountField(label=_("Uger imellem"), min_value=1, max_value=12, initial=1)
    children_enrolled = children_field(
        help_text=_("Hvor mange forskellige børn der er med. Fremmødet tælles hver gang.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        limits = self.kind.sessions
        if limits is not None:
            field = self.fields["sessions"]
            self.fields["sessions"] = CountField(
                label=field.label, min_value=limits.min, max_value=limits.max, initial=limits.max
            )
        self.fields["starts_on"].label = _("Første gang")
        for name in _SAID_PER_SESSION:
            self.fields.pop(name, None)
        for name in [name for name in self.fields if name.startswith("extra_")]:
            self.fields.pop(name)

    def clean(self) -> dict[str, Any]:
        """Every session is planned; counts and outcome are said session by session."""
        self.cleaned_data |= {"status": "planned", "cancelled_because": "", "ends_on": None}
        return super().clean()

    @property
    def all_sessions(self) -> list[Details]:
        """The sessions, the first on the chosen day."""
        first, weeks = self.details, self.cleaned_data["weeks_between"]
        return [
            replace(first, starts_on=first.starts_on + timedelta(weeks=weeks * index))
            for index in range(self.cleaned_data["sessions"])
        ]

    def sections(self) -> list[Section]:
        """How often and for whom stands right after what and when."""
        how_often = Section(_("Hvor tit og for hvem"), self._present("sessions", "weeks_between", "children_enrolled"))
        what, *others = super().sections()
        return [what, how_often, *others]


class SeriesChangeForm(Form):
    """What is said about the series as a whole."""

    title = forms.CharField(label=_("Titel"), max_length=160)
    children_enrolled = children_field()
    notes = forms.CharField(label=_("Noter"), required=False, widget=forms.Textarea(attrs={"rows": 4}))
