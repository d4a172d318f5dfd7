"""Placing rows in communities by their coordinates."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from landsby.web.partnerships.imports.findings import Finding, warning
from landsby.web.partnerships.imports.known import Known
from landsby.web.partnerships.imports.matching import Matches
from landsby.web.partnerships.imports.rows import Candidate


def placed_by_outline(
    candidates: Iterable[Candidate], matches: Matches, known: Known
) -> tuple[set[int], list[Finding]]:
    """Give each row that has no community yet the one it lies in; the rows placed, by number.

    A row in two overlapping outlines is left to a hand, with a warning. What has been placed by hand
    stays where it is, unless the file moves it to another municipality: then it leaves its
    community, with a warning.
    """
    placed: set[int] = set()
    findings: list[Finding] = []
    names = {community.pk: community.name for community in known.communities}
    for candidate in candidates:
        values, actor = candidate.values, matches.get(candidate.row)
        has_moved = actor is not None and actor.municipality_id != values["municipality_id"]
        if actor is not None and actor.community_id and has_moved and "community_id" not in values:
            values["community_id"] = None
            findings.append(_moved(candidate, names.get(actor.community_id, "")))
        elif "community_id" in values or (actor and actor.community_id):
            continue
        if "latitude" not in values:
            continue
        around = known.outlines.around(values["municipality_id"], values["latitude"], values["longitude"])
        if len(around) == 1:
            values["community_id"] = around[0]
            placed.add(candidate.row)
        elif around:
            findings.append(_in_several(candidate, sorted(names[pk] for pk in around)))
    return placed, findings


def _moved(candidate: Candidate, community: str) -> Finding:
    return warning(
        "moved",
        _("%(name)s flytter til en anden kommune og ligger ikke længere i lokalområdet %(community)s.")
        % {"name": candidate.values["name"], "community": community},
        _("Se efter, at kommunen er rigtig. Vælg lokalområdet bagefter, hvis det mangler."),
        row=candidate.row,
    )


def _in_several(candidate: Candidate, communities: list[str]) -> Finding:
    return warning(
        "several_communities",
        _("%(name)s ligger i flere lokalområder: %(communities)s.")
        % {"name": candidate.values["name"], "communities": ", ".join(communities)},
        _("Den indlæses uden lokalområde. Vælg det bagefter på lokalområdets side."),
        row=candidate.row,
    )
