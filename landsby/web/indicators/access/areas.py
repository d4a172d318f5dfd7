"""The areas that figures are of, and those of them that somebody sees."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from landsby.blueprint import codelist
from landsby.web.indicators.models import COUNTRY
from landsby.web.indicators.models.at_area import place_key
from landsby.web.kit.text import say
from landsby.web.partnerships.access import Standing, communities_within, municipalities_seen_by
from landsby.web.partnerships.models import Community, Municipality


@dataclass(frozen=True)
class Areas:
    """The areas of a programme, as somebody sees them.

    Attributes:
        municipalities: the names of the programme's municipalities, by code.
        communities: the names of its communities, by what cells call them.
        within: for each community the municipality that it lies in, both as cells call them.
        own: the areas of the programme that the reader sees, in reading order; others of the programme's are not shown.
        home: the one municipality that the reader's roles are tied to, as cells call it; "" where there is no such one.
    """

    municipalities: Mapping[str, str]
    communities: Mapping[str, str]
    within: Mapping[str, str]
    own: tuple[str, ...]
    home: str = ""

    @property
    def all_own(self) -> list[str]:
        """Every place of the programme's, also those that the reader does not see."""
        return [*(place_key(None, code) for code in self.municipalities), *self.communities]

    def sees(self, place: str) -> bool:
        """Whether the reader may see figures of a place: one's own, and whatever lies outside the programme."""
        return place in self._own or (place not in self.communities and place[1:] not in self.municipalities)

    def is_own(self, place: str) -> bool:
        """Whether a place is one of the programme's."""
        return place in self.communities or place[1:] in self.municipalities

    def name_of(self, place: str) -> str:
        """What people call a place."""
        if place in self.communities:
            return self.communities[place]
        code = place[1:]
        if code == COUNTRY:
            return _("Hele landet")
        if code in self.municipalities:
            return self.municipalities[code]
        entry = codelist("municipalities").get(code)
        return say(entry.title) if entry else code

    @cached_property
    def _own(self) -> frozenset[str]:
        return frozenset(self.own)


def areas_of(standing: Standing) -> Areas:
    """The areas of a programme: a fixed number of queries."""
    programme = standing.programme
    municipalities = list(Municipality.objects.of(programme))
    communities = list(Community.objects.of(programme))
    # A municipality's figure is no secret to those who work in a part of it.
    around = set(municipalities_seen_by(standing).order_by().values_list("pk", flat=True))
    inside = set(communities_within(standing).order_by().values_list("pk", flat=True))
    own = [place_key(None, one.code) for one in municipalities if one.pk in around]
    own += [place_key(one.pk, "") for one in communities if one.pk in inside]
    return Areas(
        {one.code: one.name for one in municipalities},
        {place_key(one.pk, ""): one.name for one in communities},
        {place_key(one.pk, ""): place_key(None, one.municipality.code) for one in communities},
        tuple(own),
        _home(standing, municipalities),
    )


def _home(standing: Standing, municipalities: Iterable[Municipality]) -> str:
    acting = standing.acting
    codes = [one.code for one in municipalities if one.pk in acting.municipalities]
    return place_key(None, codes[0]) if len(codes) == 1 and not acting.everywhere else ""
