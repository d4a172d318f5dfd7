"""What of an indicator is told to nobody: worked out with every delivery, and kept with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from landsby.blueprint.kinds import Indicator
from landsby.web.indicators.access.figures import cells_of
from landsby.web.indicators.hiding import Hiding, Series
from landsby.web.indicators.models import Delivery, Observation
from landsby.web.indicators.models.at_area import place_key
from landsby.web.indicators.windows import hiding_from
from landsby.web.partnerships.models import Community, Programme


def hiding_in(programme: Programme, indicators: Iterable[Indicator]) -> dict[str, Hiding]:
    """What is told to nobody, by the id of the indicator: one query, and two more where something has changed since."""
    asked = {one.id: one for one in indicators}
    kept = dict(Delivery.objects.last_of_each(programme, asked).values_list("indicator", "hiding"))
    found = {id_: Hiding.from_data(told) for id_, told in kept.items() if _holds(told, asked[id_], programme)}
    stale = [asked[id_] for id_ in kept if id_ not in found]
    return found | (_worked_out(programme, stale, kept) if stale else {})


def hiding_after(programme: Programme, indicator: Indicator) -> dict[str, Any]:
    """What is told to nobody by the figures that hold now, for the latest delivery that stands to keep.

    Where the latest was taken back, what was told before it may be told again: that tells nothing new. Where another
    came after the one that was taken back, what was hidden stays so.
    """
    deliveries = list(Delivery.objects.of(programme, indicator.id).standing())
    before: dict[str, Any] = next((one.hiding for one in deliveries if one.hiding), {})
    told = _told_before(deliveries[0]) if deliveries else {}
    hiding = _worked_out(programme, [indicator], {indicator.id: before}, told)[indicator.id]
    return {**hiding.to_data(), "counted": _counted(indicator, programme)}


def _holds(told: dict[str, Any], indicator: Indicator, programme: Programme) -> bool:
    """Whether the three years lie where they lay."""
    return told.get("counted") == _counted(indicator, programme)


def _counted(indicator: Indicator, programme: Programme) -> list[str]:
    return [indicator.form, indicator.period, programme.starts_on.isoformat()]


def _worked_out(
    programme: Programme,
    indicators: Iterable[Indicator],
    before: dict[str, dict[str, Any]],
    told: Mapping[Series, frozenset[int]] | None = None,
) -> dict[str, Hiding]:
    """By the id of the indicator.

    Args:
        before: what was told to nobody until now, as it was kept.
        told: the periods that have been told by themselves, of what was not told coarsely until now.
    """
    asked = list(indicators)
    cells = cells_of(programme, [one.id for one in asked])
    within = {place_key(one.pk, ""): place_key(None, one.municipality.code) for one in Community.objects.of(programme)}
    found = {}
    for one in asked:
        kept = Hiding.from_data(before[one.id]) if before.get(one.id) else Hiding()
        new = {series: periods for series, periods in (told or {}).items() if series not in kept.coarse}
        shown = cells.get(one.id, [])
        found[one.id] = hiding_from(shown, one, programme.starts_on, within, kept.coarse, {**new, **kept.told})
    return found


def _told_before(delivery: Delivery) -> dict[Series, frozenset[int]]:
    """The periods that were told of each place and stratum before a file came."""
    found: dict[Series, set[int]] = defaultdict(set)
    rows = Observation.objects.of(delivery.programme).about([delivery.indicator]).told_before(delivery)
    for community, code, stratum, period in rows.values_list("community_id", "municipality_code", "stratum", "period"):
        found[place_key(community, code), stratum].add(period)
    return {series: frozenset(periods) for series, periods in found.items()}
