"""What a new registration is known by, so that it is stored once however it comes back."""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import UUID, uuid5

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from landsby.blueprint import Blueprint
from landsby.web.activities.access import registered_lately, stored_before
from landsby.web.activities.details import Details
from landsby.web.activities.models import Activity
from landsby.web.activities.names import sent_as_today
from landsby.web.blueprints.models import NamesOfToday
from landsby.web.kit.forms import Form
from landsby.web.kit.templatetags.kit import lead
from landsby.web.partnerships.access import Standing


class NewForm(Form):
    """A form of something new.

    A browser's Back brings back what was typed, on the old page or on a fetched one. The same page with
    the same words is the same registration, and is answered with what it stored. The same words on
    another page may be a second one or a slip: that is asked about, and one button says »save anyway«.

    Attributes:
        sent: what came from the page, in its own words.
        stored: what this very page has stored already, told as it is told now.
        told_apart_from: the fields that do not make two of what is sent from one page.
        twin: what the same person has just registered in the same words, when it must be asked about.
    """

    told_apart_from: ClassVar[frozenset[str]] = frozenset({"client_key"})
    client_key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    stored: Activity | None = None
    twin: Activity | None = None

    def __init__(
        self, data: QueryDict | None = None, *args: Any, standing: Standing, blueprint: Blueprint, **kwargs: Any
    ) -> None:
        self.standing, self.blueprint, self.sent = standing, blueprint, data
        super().__init__(sent_as_today(data, NamesOfToday(standing.programme, blueprint)), *args, **kwargs)

    @property
    def details(self) -> Details:
        """What the form was told, once it is clean."""
        # Each form says; Django's own class of forms leaves no room for an abstract one.
        raise NotImplementedError

    @property
    def key(self) -> UUID | None:
        """The page's key and what was sent from it as one: with other words, or for another day, it is another."""
        page: UUID | None = self.cleaned_data.get("client_key")
        told = [(name, self._as_sent(name)) for name in self.fields if name not in self.told_apart_from]
        return uuid5(page, repr((self.details.starts_on, told))) if page else None

    def _as_sent(self, name: str) -> object:
        """What the page said itself: it says the same when it is sent again, though something was renamed meanwhile."""
        return self.fields[name].widget.value_from_datadict(self.sent or {}, self.files, self.add_prefix(name))

    def in_words(self) -> list[str]:
        """What is wrong, as the summary above the form says it."""
        labels = {name: f"{lead(self[name].label)} " for name in self.errors if name in self.fields}
        return [f"{labels.get(name, '')}{error}" for name, errors in self.errors.items() for error in errors]

    def recognise(self) -> None:
        """Find what is stored already; a twin is an error until somebody says that it is another."""
        by = self.standing.user
        twin = registered_lately(self.details, programme=self.standing.programme, by=by, now=timezone.now())
        self.stored = stored_before(self.key, by)
        if twin is not None and self.stored is None and "anyway" not in self.data:
            self.twin = twin
            self.add_error(None, ValidationError(_("Det ligner en, du lige har gemt"), code="twin"))
