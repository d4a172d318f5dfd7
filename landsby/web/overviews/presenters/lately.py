"""Where it is thin: what had little or nothing in about the last year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from landsby.web.kit.text import say
from landsby.web.overviews import queries
from landsby.web.overviews.presenters.taking_part import TakingPart
from landsby.web.overviews.sight import Sight
from landsby.web.overviews.thin import Finding, findings_among, findings_of_groups


def findings_of(sight: Sight) -> list[tuple[str, list[Finding]]]:
    """What is thin in what the sight sees lately, under headings; a heading without findings is left out."""
    lately, day = sight.lately, sight.back_from
    parts = (
        (_("Lokalområder"), _of_communities(lately, day)),
        (_("Målsætninger"), _of_definitions(lately, lately.blueprint.goals, lately.counts.by_goal, "goal", day)),
        (_("Programmets spor"), _of_definitions(lately, lately.blueprint.tracks, lately.counts.by_track, "track", day)),
        (_("Aktører"), _of_actors(lately)),
    )
    told = ((heading, list(findings)) for heading, findings in parts)
    return [(heading, findings) for heading, findings in told if findings]


def _of_communities(lately: Sight, day: date) -> Iterator[Finding]:
    sums = queries.over_time(lately.by_community)
    open_then = [
        (place.pk, place.name)
        for place in lately.communities
        if place.started_on <= day and (place.ended_on is None or place.ended_on > day)
    ]
    return findings_among(open_then, sums.__getitem__, lambda key: lately.choice.activities(community=key))


def _of_definitions(
    lately: Sight, definitions: Mapping[str, Any], count: Any, name: str, day: date
) -> Iterator[Finding]:
    sums = queries.over_time(count())
    in_use = [
        (key, say(definition.title))
        for key, definition in definitions.items()
        if (definition.starts_on is None or definition.starts_on <= day)
        and (definition.ended_on is None or definition.ended_on >= day)
    ]
    return findings_among(in_use, sums.__getitem__, lambda key: lately.choice.activities(**{name: key}))


def _of_actors(lately: Sight) -> Iterator[Finding]:
    page = lately.choice.page
    return findings_of_groups(
        TakingPart(lately).parts,
        lambda key: page("overviews:actors", group=key, took_part="no"),
        period=str(lately.choice),
    )
