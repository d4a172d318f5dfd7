"""Which initiatives to show: the form above the list, and the parameters that links elsewhere use."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.blueprint import Blueprint
from landsby.web.initiatives.forms.choices import definition_choices
from landsby.web.initiatives.models import InitiativeQuerySet, half_a_year_before
from landsby.web.initiatives.stages import Newness, Stage
from landsby.web.kit.filters import WITHOUT, Filter
from landsby.web.partnerships.access import Standing, municipalities_seen_by

LINKS = {"track": "tracks", "goal": "goals", "theory_node": "theory_nodes"}
"""The choices that ask for a link, and the folder of what is linked to."""

PUT_ASIDE = "aside"
"""As the choice of a stage: both those that are postponed and those that are stopped."""


STANDING_STILL = "still"
"""As the choice of a stage: those on their way of which nothing has been heard for half a year."""

_TOGETHER = {PUT_ASIDE: _("Udskudt eller stoppet"), STANDING_STILL: _("Står stille: intet nyt i et halvt år")}


class FilterForm(Filter):
    """Every choice narrows the list; none is required, and each is a parameter of the address."""

    foremost: ClassVar[tuple[str, ...]] = ("q", "stage", "track")

    q = forms.CharField(label=_("Søg"), required=False, max_length=100)
    stage = forms.ChoiceField(label=_("Trin"), required=False)
    track = forms.ChoiceField(label=_("Spor"), required=False)
    goal = forms.ChoiceField(label=_("Målsætning"), required=False)
    newness = forms.ChoiceField(label=_("Nyt eller kendt"), required=False)
    depth = forms.ChoiceField(label=_("Dybde"), required=False)
    theory_node = forms.ChoiceField(label=_("Kasse i forandringsteorien"), required=False)
    municipality = forms.ChoiceField(label=_("Kommune"), required=False)

    def __init__(self, *args: Any, blueprint: Blueprint, standing: Standing, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today, untold = timezone.localdate(), _("Ikke fortalt")
        self.choose_among("stage", [*Stage.choices, *_TOGETHER.items()])
        self.choose_among("newness", Newness.choices, without=untold)
        for name, folder in (*LINKS.items(), ("depth", "depths")):
            offered = definition_choices(getattr(blueprint, folder), (), today)
            if offered:
                self.choose_among(name, offered, without=untold)
            else:
                del self.fields[name]
        self.choose_among("municipality", [(str(one.pk), one.name) for one in municipalities_seen_by(standing)])
        self.dress()

    @property
    def first_fields(self) -> list[forms.BoundField]:
        """The fields that always show, so far as the programme has something to choose in them."""
        return [self[name] for name in self.foremost if name in self.fields]

    def narrowed(self, initiatives: InitiativeQuerySet) -> InitiativeQuerySet:
        """The initiatives that every choice lets through; a choice that is no choice lets none through."""
        if not self.is_valid():
            return initiatives.none()
        told = self.cleaned_data
        found = initiatives.mentioning(told["q"]) if told["q"] else initiatives
        found = _at(found, told["stage"]) if told["stage"] else found
        found = found.of_newness(_or_none(told["newness"])) if told["newness"] else found
        found = found.at_depth(_or_none(told["depth"])) if told.get("depth") else found
        found = found.in_municipality(int(told["municipality"])) if told["municipality"] else found
        for name, folder in LINKS.items():
            key = told.get(name)
            if key:
                found = found.without_link(folder) if key == WITHOUT else found.linked_to(folder, key)
        return found


def _at(found: InitiativeQuerySet, chosen: str) -> InitiativeQuerySet:
    if chosen == STANDING_STILL:
        return found.standing_still(half_a_year_before(timezone.localdate()))
    return found.aside() if chosen == PUT_ASIDE else found.at_stage(chosen)


def _or_none(chosen: str) -> str:
    return "" if chosen == WITHOUT else chosen
