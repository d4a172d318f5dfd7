"""Offers in the reader's words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from landsby.blueprint import ActivityKind, Blueprint
from landsby.web.courses.models import FrameworkOffer
from landsby.web.courses.times import WindowRow, windows_of
from landsby.web.kit.text import say


def ages_of(offer: FrameworkOffer) -> str:
    """»3–6 år«, or nothing where no ages are told."""
    youngest, oldest = offer.age_from, offer.age_to
    if youngest is not None and oldest is not None:
        return _("%(youngest)s–%(oldest)s år") % {"youngest": youngest, "oldest": oldest}
    if youngest is not None:
        return _("Fra %(youngest)s år") % {"youngest": youngest}
    return _("Til %(oldest)s år") % {"oldest": oldest} if oldest is not None else ""


@dataclass(frozen=True)
class OfferPage:
    """An offer with everything that its page and its card say."""

    offer: FrameworkOffer
    kind: ActivityKind | None
    today: date

    @property
    def kind_title(self) -> str:
        """What sort of course it is; a kind that has left the blueprint shows its id."""
        return say(self.kind.title) if self.kind else self.offer.kind

    @property
    def ages(self) -> str:
        """For which ages."""
        return ages_of(self.offer)

    @property
    def area(self) -> str:
        """Whom it is for, by place."""
        place = self.offer.community or self.offer.municipality
        return place.name if place else _("Hele programmet")

    @property
    def windows(self) -> list[WindowRow]:
        """Its times."""
        return windows_of(self.offer, self.today, self.kind)

    @property
    def is_open(self) -> bool:
        """Whether somebody can still sign up for one of them."""
        return any(row.can_be_chosen for row in self.windows)

    @property
    def length(self) -> str:
        """How often a group comes."""
        count = self.offer.sessions
        return ngettext("%(count)s gang", "%(count)s gange", count) % {"count": count}


def offer_pages(offers: Iterable[FrameworkOffer], blueprint: Blueprint, today: date) -> list[OfferPage]:
    """The cards of a list."""
    return [OfferPage(offer, blueprint.activity_kinds.get(offer.kind), today) for offer in offers]
