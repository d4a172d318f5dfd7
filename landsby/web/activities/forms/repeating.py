"""A new single activity, once or repeated; and a change that reaches those that follow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from landsby.web.activities.entry import Entry
from landsby.web.activities.forms.activity import ActivityForm
from landsby.web.activities.models import Activity
from landsby.web.activities.repeating import LONGEST, MOST_TIMES, RepeatedDay, Rhythm, repeated_days
from landsby.web.activities.status import Status
from landsby.web.kit.folds import Fold, Section
from landsby.web.kit.numbers import CountField
from landsby.web.kit.together import WrittenTogether

REPEAT = ("repeat", "repeat_until", "repeat_times")
_NOT_SENT_ON = {"csrfmiddlewaretoken", "day", "previewed", "mend"}


class RepeatingForm(ActivityForm):
    """The whole form of a new activity, with how it is repeated.

    Where it is, the days are shown before anything is stored; the page that shows them sends everything once more,
    with those days that stay.
    """

    repeat = forms.ChoiceField(label=_("Hvor tit?"), choices=Rhythm.choices, required=False)
    repeat_until = forms.DateField(label=_("Til og med"), required=False)
    repeat_times = CountField(label=_("Eller antal gange"), min_value=2, max_value=MOST_TIMES, required=False)

    def clean(self) -> dict[str, Any]:
        """How often and how long must fit together, and only what is planned is repeated."""
        if self.cleaned_data.get("repeat"):
            self._check_end()
            if self.cleaned_data.get("status") != Status.PLANNED:
                self.add_error("repeat", _("Kun det, der er planlagt, kan gentages."))
        return super().clean()

    def _check_end(self) -> None:
        first, until = self.cleaned_data.get("starts_on"), self.cleaned_data.get("repeat_until")
        if {"repeat_until", "repeat_times"} & self.errors.keys():
            return
        if until is None and not self.cleaned_data.get("repeat_times"):
            self.add_error("repeat_times", _("Skriv, hvor mange gange eller til hvornår."))
        if until and first and not first < until <= first + LONGEST:
            self.add_error("repeat_until", _("Vælg en dag efter den første, højst et år frem."))

    @property
    def repeats(self) -> bool:
        """Whether it is to be planned more than once; asked of a form that holds."""
        return bool(self.cleaned_data.get("repeat"))

    @property
    def days(self) -> list[RepeatedDay]:
        """The days that the rhythm names, the first among them."""
        told = self.cleaned_data
        rhythm = Rhythm(told["repeat"])
        return repeated_days(rhythm, told["starts_on"], until=told["repeat_until"], times=told["repeat_times"])

    @property
    def chosen_days(self) -> list[date]:
        """Those of the days that stayed when they were looked over."""
        kept = {value for name, value in self._told_as_pairs() if name == "day"}
        return [one.day for one in self.days if one.day.isoformat() in kept]

    @property
    def sent_again(self) -> list[tuple[str, str]]:
        """What was sent, to be sent again with the days."""
        return [(name, value) for name, value in self._told_as_pairs() if name not in _NOT_SENT_ON]

    def _told_as_pairs(self) -> list[tuple[str, str]]:
        """What a browser sent, each value by itself."""
        assert isinstance(self.data, QueryDict)
        return [(name, str(value)) for name, values in self.data.lists() for value in values]

    @property
    def repetition(self) -> UUID:
        """What those that are planned from this page in these words are known by together."""
        assert self.key is not None
        return uuid5(self.key, "repetition")

    @property
    def entries(self) -> list[Entry]:
        """One for each day that stayed."""
        told, key = self.details, self.key
        assert key is not None
        lasts = told.ends_on - told.starts_on if told.ends_on else None
        every = [replace(told, starts_on=day, ends_on=day + lasts if lasts else None) for day in self.chosen_days]
        first = told.starts_on
        return [Entry((one,), key if one.starts_on == first else uuid5(key, str(one.starts_on))) for one in every]

    def sections(self) -> list[Section]:
        """How it is repeated is folded under what and when."""
        what, *others = super().sections()
        return [replace(what, folds=[*what.folds, Fold("repeat", _("Gentag"), self._present(*REPEAT))]), *others]


class ChangingForm(WrittenTogether, ActivityForm):
    """A stored activity; where others like it follow, the change may reach them too."""

    def __init__(self, *args: Any, following: Sequence[Activity], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.share()
        self.following = following
        if following:
            all_of_them = _("Denne og de følgende (%(count)s mere)") % {"count": len(following)}
            self.fields["reaches"] = forms.ChoiceField(
                label=_("Hvad skal rettes?"),
                choices=[("one", _("Kun denne")), ("following", all_of_them)],
                initial="one",
                widget=forms.RadioSelect,
                help_text=_("Titel, dag, tid, sted, hvem og emner følger med. Antal, timer og noter gør ikke."),
            )

    @property
    def reached(self) -> Sequence[Activity]:
        """Those that are changed with it; asked of a form that holds."""
        return self.following if self.cleaned_data.get("reaches") == "following" else ()

    def sections(self) -> list[Section]:
        """What the change reaches is asked last."""
        asked = self._present("reaches")
        return [*super().sections(), *([Section(_("Gentages"), asked)] if asked else [])]
