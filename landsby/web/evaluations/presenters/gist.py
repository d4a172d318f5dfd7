"""What a reader of a result must know who reads no further: on the page, and on the first leaf of the printed one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from landsby.evaluation.designs.design import Design
from landsby.web.evaluations.figures import bilingual
from landsby.web.evaluations.knowing_more import when_more
from landsby.web.evaluations.models import Run
from landsby.web.evaluations.names import Names
from landsby.web.evaluations.words import NAMES, named
from landsby.web.kit.dates import short_day
from landsby.web.kit.text import in_digits, listed, say

Told = Mapping[str, Any]
OF_DATA = (
    "look_unplanned",
    "returns_to_mean",
    "return_answered",
    "other_estimator",
    "other_procedure",
    "alone",
    "series_left_out",
    "no_comparison_used",
    "no_smallest_effect",
    "shocks_unseen",
    "shocks_shared",
    "persons_moved",
    "values_missing",
    "values_impossible",
    "covariate_missing",
    "rows_without_key",
    "rows_in_small_cells",
    "holders_overlap",
    "areas_left_out",
    "areas_with_gaps",
    "rows_fallen",
    "gaps_before",
    "path_with_gaps",
)
"""Doubts that concern whoever reads a result; the others are for those who make figures."""


class Fact(NamedTuple):
    """Something to know, under a heading of its own."""

    heading: str
    lines: Sequence[str]


@dataclass(frozen=True)
class Gist:
    """The shortest true account of a result.

    Attributes:
        told: the result.
        primary: what was found of the outcome that decides; empty where it could not be had.
        ahead: the latest look ahead at the same design; empty where there is none.
        how_much: the difference so far and the figure today, a line each.
    """

    run: Run
    told: Told
    primary: Told
    names: Names
    ahead: Told
    how_much: Sequence[str] = ()

    @property
    def design(self) -> Design:
        """What was declared."""
        return self.run.declaration.design

    @property
    def question(self) -> str:
        """What is asked, in one sentence."""
        return say(self.design.question)

    @property
    def facts(self) -> list[Fact]:
        """With whom it is compared, what that can carry, when it was laid down, and what was done otherwise."""
        facts = [
            Fact(_("Det skal man vide"), self.doubts),
            Fact(_("Hvem er sammenlignet"), list(self._compared())),
            Fact(_("Hvor meget man kan slutte"), [line for line in [self.experiences] if line]),
            Fact(_("Andet, der følges"), self.others),
            Fact(_("Aftalt på forhånd"), [self.declared, *self.agreed, self.order]),
            Fact(_("Gjort anderledes"), self.deviations or [_("Intet. Alt er, som det blev erklæret.")]),
        ]
        return [fact for fact in facts if fact.lines]

    def _compared(self) -> Iterator[str]:
        treated = len(self.design.starts)
        if self.design.selection is not None:
            yield say(self.design.selection.how)
        if others := len(set(self.told.get("areas", ())) - set(self.design.starts)):
            how = named(NAMES, f"matching_{self.design.comparison.matching}")
            said = {"here": in_digits(treated), "others": in_digits(others), "how": how}
            yield _("%(here)s steder, hvor programmet er, og %(others)s andre: %(how)s.") % said
            yield say(self.design.comparison.why)

    @property
    def experiences(self) -> str:
        """How many independent experiences there are, where places share good and bad years; "" where they do not."""
        left = (self.primary.get("sensitivity") or {}).get("leave_one_out", ())
        units = [one["without"] for one in left if one["without"] not in self.design.starts]
        if self.design.inference.shocks != "cluster" or not units:
            return ""
        said = {"places": len(self.design.starts), "count": len(units), "units": listed(self.names.in_order(units))}
        words = ngettext(
            "De %(places)s steder ligger i %(units)s. Steder, der hører sammen, har gode og dårlige år sammen. "
            "Det er én erfaring, ikke %(places)s, så en forskel skal være stor, før den kan kendes fra et tilfælde.",
            "De %(places)s steder ligger i %(units)s. Steder, der hører sammen, har gode og dårlige år sammen. "
            "Det er %(count)s erfaringer, ikke %(places)s, så en forskel skal være stor, før den kan kendes fra "
            "et tilfælde.",
            len(units),
        )
        return words % said

    @property
    def declared(self) -> str:
        """When the question was laid down."""
        said = {"day": short_day(self.run.declaration.declared_at)}
        return _("Spørgsmålet og reglerne blev låst den %(day)s.") % said

    @property
    def agreed(self) -> list[str]:
        """What was agreed about reading it now."""
        looks = [look for look in self.told.get("looks", ()) if look["state"] == "now"]
        words = _("Om tallene til og med %(period)s blev det aftalt: %(what)s")
        return [words % {"period": self._called(look["period"]), "what": bilingual(look["what"])} for look in looks]

    @property
    def others(self) -> list[str]:
        """What was found of each other outcome, and why one is followed that the programme cannot have changed."""
        lines = []
        for one in self.told.get("outcomes", ()):
            if one.get("role") != "primary" and one.get("reading"):
                said = {"title": bilingual(one["title"]), "found": bilingual(one["reading"])}
                is_placebo = one["role"] == "placebo"
                words = _("%(title)s er med som en prøve, for det kan programmet ikke have ændret. %(found)s")
                lines.append(words % said if is_placebo else said["found"])
        return lines

    @property
    def order(self) -> str:
        """Whether figures or question came first."""
        if self.run.was_seen_before:
            return _(
                "Data fra efter starten var indlæst i programmet, før designet blev erklæret. Læs resultatet med det i "
                "tankerne."
            )
        return _(
            "Ingen data fra efter starten var indlæst i programmet, da designet blev erklæret. Hvad nogen vidste andre "
            "steder fra, ved Landsby ikke."
        )

    @property
    def deviations(self) -> list[str]:
        """What was done otherwise than declared, why, and when that was written down."""
        words = _("%(what)s Fordi: %(why)s Skrevet ned %(day)s.")
        told = self.run.declaration.deviations.all()
        return [
            words % {"what": _ended(one.what), "why": _ended(one.why), "day": short_day(one.told_at)} for one in told
        ]

    @property
    def doubts(self) -> list[str]:
        """What is doubtful, as far as it concerns whoever makes no figures."""
        told = [one for one in self.told.get("problems", ()) if one["code"] in OF_DATA]
        return [line for line in [self._before, *(bilingual(one["text"]) for one in told)] if line]

    @property
    def _before(self) -> str:
        """That places went apart before anything had begun; "" where they did not, or the answer says so."""
        said_already = (self.primary.get("reading") or {}).get("code") == "cannot_tell"
        if said_already or not (self.primary.get("sensitivity") or {}).get("moved_before"):
            return ""
        return _(
            "Områderne gik hver sin vej, allerede før programmet begyndte. En forskel bagefter kan derfor skyldes "
            "noget andet end programmet."
        )

    @property
    def withdrawn(self) -> str:
        """That the design was withdrawn, and why; "" while it stands."""
        gone = self.run.declaration.withdrawn
        if gone is None:
            return ""
        said = {"day": short_day(gone.told_at), "why": _ended(gone.why)}
        return _("Designet blev trukket tilbage %(day)s: %(why)s Læs ikke dette som et svar.") % said

    @property
    def of_all(self) -> str:
        """That nobody is judged by a result about all places."""
        return _(
            "Resultatet er for alle stederne tilsammen. Det siger intet om det enkelte hus, den enkelte klub eller det "
            "enkelte barn, og ingen bliver bedømt på det."
        )

    @property
    def first(self) -> list[Fact]:
        """What stands right under the answer: how much it is, and when more will be known."""
        facts = [
            Fact(_("Hvor meget er det?"), self.how_much),
            Fact(_("Hvornår ved vi mere?"), [self.when] if self.when else []),
        ]
        return [fact for fact in facts if fact.lines]

    @cached_property
    def when(self) -> str:
        """When more will be known, in one line; "" where nothing more is planned."""
        return when_more(self.primary, self.design, self.ahead)

    def _called(self, period: int) -> str:
        return say(self.design.periods.called(period))


def _ended(text: str) -> str:
    """A text that ends as a sentence does."""
    text = text.strip()
    return text if text.endswith((".", "!", "?")) else f"{text}."
