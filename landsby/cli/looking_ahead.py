"""What `landsby power` prints: when anything can be seen, year by year from then on, and what more places give."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from landsby.blueprint import Text
from landsby.blueprint.figures import counted
from landsby.evaluation.designs.design import Design
from landsby.evaluation.findings.powering import Patience
from landsby.evaluation.findings.reading_words import amount

AFTER = Text(
    da="Når {period} er målt, kan en virkning på {smallest} ses.",
    en="Once {period} is measured, an effect of {smallest} can be seen.",
)
NOT_UNTIL = Text(
    da="Indtil {period} er målt, kan end ikke en virkning på {most} ses.",
    en="Until {period} is measured, not even an effect of {most} can be seen.",
)
NEVER = Text(
    da="End ikke en virkning på {most} kan ses, heller ikke i {period}.",
    en="Not even an effect of {most} can be seen by {period}.",
)
KNOWN_SINCE = Text(
    da="En virkning på {effect} kan ses fra {period} (med {power} sandsynlighed, hvis den er der).",
    en="An effect of {effect} can be seen from {period} (with a chance of {power}, if it is there).",
)
NOT_KNOWN = Text(
    da="En virkning på {effect} ses ikke med {power} sandsynlighed, heller ikke i {period}. Det kræver flere områder "
    "eller længere tid.",
    en="An effect of {effect} cannot be seen with a chance of {power} by {period}. It takes more areas "
    "or a longer time.",
)
WITH = Text(
    da="Med {areas} områder i {units} enheder og {compared} at sammenligne med kan den ses fra {since}.",
    en="With {areas} areas in {units} units and {compared} to compare with it shows from {since}.",
)
NOT_WITH = Text(
    da="Med {areas} områder i {units} enheder og {compared} at sammenligne med ses i {last} en virkning på {smallest}.",
    en="With {areas} areas in {units} units and {compared} to compare with, what shows by {last} is {smallest}.",
)


def patience_lines(found: Patience, design: Design) -> Iterator[Text]:
    """The smallest effect found after each period, whether that is small enough, and what more places give."""
    outcome = design.primary
    if not found.ways:
        yield found.given.because
    yield from _by_period(found, design)
    if found.smallest_that_matters is not None:
        words = KNOWN_SINCE if found.since else NOT_KNOWN
        share = f"{100 * design.too_early.least_power:.0f} %"
        effect, period = amount(found.smallest_that_matters, outcome), found.since or design.window.last
        yield words.filled(power=share, effect=effect, period=design.periods.called(period))
    yield from _other_sizes(found, design)


def _by_period(found: Patience, design: Design) -> Iterator[Text]:
    """What is seen after each period, from the first after which anything is."""
    seen = [each for each in found.known if each.smallest < inf]
    if found.known and len(seen) < len(found.known):
        most = amount(float(found.known[0].effects[-1]), design.primary)
        period = seen[0].last if seen else design.window.last
        yield (NOT_UNTIL if seen else NEVER).filled(period=design.periods.called(period), most=most)
    for each in seen:
        smallest = amount(each.smallest, design.primary)
        yield AFTER.filled(period=design.periods.called(each.last), smallest=smallest)


def _other_sizes(found: Patience, design: Design) -> Iterator[Text]:
    """What other numbers of places would give, the fewest first; the design's own has been told."""
    last = design.periods.called(design.window.last)
    for way in sorted(found.ways, key=lambda way: (way.areas, way.compared_areas)):
        places = {"areas": way.areas, "units": way.units, "compared": counted(way.compared_areas)}
        smallest = way.known[-1].smallest if way.known else inf
        if way.is_declared or (not way.since and smallest == inf):
            continue
        if way.since:
            yield WITH.filled(since=design.periods.called(way.since), **places)
        else:
            yield NOT_WITH.filled(last=last, smallest=amount(smallest, design.primary), **places)
