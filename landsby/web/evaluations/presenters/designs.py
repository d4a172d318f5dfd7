"""A design, told so that it can be read without knowing its file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from landsby.evaluation.designs.design import Design
from landsby.evaluation.designs.methods import PROCEDURES
from landsby.evaluation.designs.parts import Outcome
from landsby.web.evaluations.figures import NOTHING, in_unit, shown_unit
from landsby.web.evaluations.models import PlaceCode
from landsby.web.evaluations.names import Names
from landsby.web.evaluations.words import NAMES, named
from landsby.web.kit.text import say

MOST_NAMED = 12


@dataclass(frozen=True)
class DesignPage:
    """What the page of a design says, declared or about to be.

    Attributes:
        codes: what the data call the programme's places.
    """

    design: Design
    codes: list[PlaceCode]

    @cached_property
    def names(self) -> Names:
        """What places are called."""
        return Names(self.design, self.codes)

    @property
    def treated(self) -> list[tuple[str, str, str]]:
        """Where the programme works: name, code and first period."""
        return [(self.names.of(one.area), one.area, self._called(one.starts)) for one in self.design.treated]

    @property
    def is_untranslated(self) -> bool:
        """Whether a reader of English is shown what stands for both languages, whichever of them it is."""
        reads_english = (get_language() or "da").startswith("en")
        return reads_english and self.design.question.en == self.design.question.da

    @property
    def window(self) -> str:
        """The first and the last period."""
        return f"{self._called(self.design.window.first)}–{self._called(self.design.window.last)}"

    @property
    def too_early(self) -> str:
        """How long one waits for a first answer."""
        return say(self.design.periods.counted(self.design.too_early.periods_after_start))

    @property
    def looks(self) -> list[tuple[str, str]]:
        """When it is read, and what may be concluded then."""
        return [(self._called(look.period), say(look.what)) for look in self.design.looks]

    @property
    def pool(self) -> str:
        """With what it is compared."""
        areas, how = self.design.comparison.areas, self.design.comparison.matching
        if not areas:
            if how == "none":
                return _("Alle andre områder i data")
            return _("Ud af alle andre områder i data: %(how)s") % {"how": self.matching}
        named_ones = ", ".join(self.names.of(area) for area in areas[:MOST_NAMED])
        return _("%(areas)s og flere") % {"areas": named_ones} if len(areas) > MOST_NAMED else named_ones

    @property
    def excluded(self) -> list[tuple[str, str]]:
        """How many areas were left out, and why."""
        told = []
        for each in self.design.comparison.exclude:
            count = len(each.areas)
            named_ones = "; ".join(self.names.of(area) for area in each.areas[:MOST_NAMED])
            left_out = ngettext("%(count)s område", "%(count)s områder", count) % {"count": count}
            words = _("%(areas)s og flere. %(why)s") if count > MOST_NAMED else _("%(areas)s. %(why)s")
            told.append((left_out, words % {"areas": named_ones, "why": say(each.because)}))
        return told

    @property
    def chosen(self) -> str:
        """Why the programme works where it does; empty where the design does not say it."""
        return say(self.design.selection.how) if self.design.selection else ""

    @property
    def outcomes(self) -> list[tuple[str, str, str]]:
        """What is followed: its title, its part, and the smallest effect that matters."""
        return [(say(one.title), named(NAMES, one.role), _smallest(one)) for one in self.design.outcomes]

    @property
    def estimators(self) -> list[str]:
        """What the effect is estimated by, the one that counts first."""
        return [named(NAMES, one) for one in self.design.estimators]

    @property
    def procedures(self) -> list[str]:
        """How uncertainty is told, the one that counts first."""
        return [say(PROCEDURES[one]) for one in self.design.inference.procedures]

    @property
    def shocks(self) -> str:
        """Where chance strikes."""
        return named(NAMES, f"shocks_{self.design.inference.shocks}")

    @property
    def matching(self) -> str:
        """How comparison areas are chosen."""
        return named(NAMES, f"matching_{self.design.comparison.matching}")

    def _called(self, period: int) -> str:
        return say(self.design.periods.called(period))


def _smallest(outcome: Outcome) -> str:
    if outcome.matters is None:
        return NOTHING
    return in_unit(outcome.matters, shown_unit(outcome.to_data()), digits=6)
