"""A run: how far it is, and what it told, the plain sentence first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from landsby.evaluation.designs.design import Design
from landsby.web.evaluations.analysing import SIZES
from landsby.web.evaluations.carrying_out import FILES_GONE
from landsby.web.evaluations.figures import bilingual, in_unit, shown_unit
from landsby.web.evaluations.how_much import difference_so_far, level_today
from landsby.web.evaluations.models import PlaceCode, Run
from landsby.web.evaluations.names import Names
from landsby.web.kit.text import say

SECONDS_TO_WAIT = 30
"""A run that has waited longer than this has probably nobody to carry it out."""


@dataclass(frozen=True)
class Told:
    """What a finished run says, as short as it can be said."""

    run: Run

    @property
    def outcomes(self) -> list[Mapping[str, Any]]:
        """What was found of each outcome, in the order of the design."""
        return list(self.run.told.get("outcomes", []))

    @property
    def primary(self) -> Mapping[str, Any]:
        """What was found of the outcome that decides; empty where it could not be had."""
        return next((one for one in self.outcomes if one.get("role") == "primary"), {})

    @property
    def code(self) -> str:
        """What may be concluded, as a word for the stylesheet."""
        if self.run.is_patience:
            return "known" if self.run.told.get("since") else "not_known"
        return str(self.primary.get("reading", {}).get("code", "cannot_tell"))

    @property
    def sentence(self) -> str:
        """The one plain sentence."""
        if self.run.is_patience:
            return self._of_patience
        reading = self.primary.get("reading")
        return bilingual(reading) if reading else _("Det vigtigste udfald kunne ikke regnes. Nedenfor står hvorfor.")

    @property
    def until(self) -> str:
        """How far the figures go behind the answer; "" where there are none."""
        measured = max((self.primary.get("description") or {}).get("periods", ()), default=None)
        if measured is None:
            return ""
        return _("Med tal til og med %(period)s.") % {"period": say(self._design.periods.called(measured))}

    @property
    def how_much(self) -> list[str]:
        """The difference so far where the answer does not say it, and what the figure is today."""
        lines = difference_so_far(self.primary, self._design), level_today(self.primary, self._design)
        return [line for line in lines if line]

    @property
    def _design(self) -> Design:
        return self.run.declaration.design

    @property
    def _of_patience(self) -> str:
        told, design = self.run.told, self._design
        matters, since = told.get("smallest_that_matters"), told.get("since")
        if matters is None:
            return _("Designet siger ikke, hvor lille en forskel der betyder noget. Se tallene nedenfor.")
        said = {
            "effect": in_unit(matters, shown_unit(design.primary.to_data())),
            "last": say(design.periods.called(design.window.last)),
            "since": say(design.periods.called(since)) if since else "",
        }
        if since:
            return _("En forskel på %(effect)s kan ses fra %(since)s, hvis den er der.") % said
        return (
            _(
                "En forskel på %(effect)s kan ikke ses med sikkerhed, heller ikke i %(last)s. Det kræver flere områder "
                "eller længere tid."
            )
            % said
        )


@dataclass(frozen=True)
class RunPage(Told):
    """The page of a run.

    Attributes:
        codes: what the data call the programme's places.
        twin: an earlier run that gave the same, to the last bit.
        ahead: the latest look ahead at the same design, as data; empty where there is none.
    """

    codes: list[PlaceCode]
    twin: Run | None
    ahead: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_left_waiting(self) -> bool:
        """Whether it has waited so long that nobody seems to carry runs out."""
        waited = timezone.now() - self.run.asked_at
        return self.run.started_at is None and self.run.is_open and waited.total_seconds() > SECONDS_TO_WAIT

    @property
    def percent(self) -> int:
        """How much of it is done."""
        return round(100 * self.run.steps_done / max(self.run.steps, 1))

    @property
    def step(self) -> str:
        """What goes on now."""
        if self.run.cancelled_at:
            return _("Stopper, når dette trin er færdigt")
        titles = {outcome.id: say(outcome.title) for outcome in self.run.declaration.design.outcomes}
        known = {
            "": _("Venter på at komme til"),
            "rows": _("Læser cellerne"),
            SIZES: _("Prøver med færre og flere steder"),
            **titles,
        }
        return known.get(self.run.step, self.run.step)

    @property
    def refusals(self) -> list[tuple[str, str]]:
        """Why nothing could be told, each with its cure."""
        if not self.run.refusals:
            return [(_("Noget gik galt, mens der blev regnet."), _("Prøv igen. Sker det igen, så skriv til driften."))]
        return [self._refusal(one) for one in self.run.refusals]

    def _refusal(self, told: Mapping[str, Any]) -> tuple[str, str]:
        if told["code"] == FILES_GONE:
            return _("Cellerne er slettet, så der var intet at regne på."), _("Indlæs dem igen, og prøv så.")
        return bilingual(told["text"]), bilingual(told["cure"])

    @cached_property
    def names(self) -> Names:
        """What places are called."""
        return Names(self.run.declaration.design, self.codes)
