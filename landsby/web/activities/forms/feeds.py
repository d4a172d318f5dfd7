"""Which calendar one wants a link to."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landsby.web.activities.models import FeedAbout
from landsby.web.kit.forms import Form
from landsby.web.partnerships.access import Standing, communities_within
from landsby.web.partnerships.models import Community

_COMMUNITY = "community-"


class FeedForm(Form):
    """One menu: what one is part of oneself, each community, or everything."""

    about = forms.ChoiceField(
        label=_("Hvad skal kalenderen vise?"), error_messages={"required": _("Vælg en kalender.")}
    )

    def __init__(self, *args: Any, standing: Standing, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._communities = {community.pk: community for community in communities_within(standing)}
        places = [(f"{_COMMUNITY}{pk}", community.name) for pk, community in self._communities.items()]
        choices: list[Any] = [(FeedAbout.MINE.value, FeedAbout.MINE.label)]
        choices += [(_("Et lokalområde"), places)] if places else []
        self.fields["about"].choices = [*choices, (FeedAbout.PROGRAMME.value, FeedAbout.PROGRAMME.label)]  # type: ignore[attr-defined]  # a choice field
        self.dress()

    @property
    def chosen(self) -> tuple[FeedAbout, Community | None]:
        """What the calendar is about, and which community where it is one."""
        told: str = self.cleaned_data["about"]
        if told.startswith(_COMMUNITY):
            return FeedAbout.COMMUNITY, self._communities[int(told.removeprefix(_COMMUNITY))]
        return FeedAbout(told), None
