"""What a programme must say otherwise for a theory of change to be as somebody wants it, as patches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from landsby.blueprint.definition import Definition
from landsby.blueprint.kinds import Assumption, TheoryNode
from landsby.blueprint.renaming import Key
from landsby.blueprint.theory.chart import Chart
from landsby.blueprint.theory.comparing import parts_of
from landsby.web.blueprints.models import blueprint_of, current_adaptations, in_force, upstream_of
from landsby.web.partnerships.models import Programme


def patches_for(programme: Programme, today: Chart, wanted: Chart, day: date) -> dict[Key, dict[str, Any]]:
    """The patches that make a theory of change what is wanted, by folder and id; what stays as it is has none.

    Args:
        today: as it stands.
        day: the last day of what is drawn no more.
    """
    was, now, whole = parts_of(today), parts_of(wanted), blueprint_of(programme)
    data = {key: each.to_data() for key, each in now.items() if was.get(key) != each}
    for folder, id_ in was:
        # An assumption may be rested on elsewhere; that no arrow here names it is enough.
        if (folder, id_) not in now and folder != "assumptions":
            data[folder, id_] = _ended(getattr(whole, folder)[id_], day)
    upstream = upstream_of(in_force(programme))
    ours = {(each.folder, each.id): each.patch for each in current_adaptations(programme)}
    return {
        (folder, id_): patch_to(wanted_data, getattr(upstream, folder).get(id_), ours.get((folder, id_), {}))
        for (folder, id_), wanted_data in data.items()
    }


def patch_to(data: Mapping[str, Any], upstream: Definition | None, ours: Mapping[str, Any]) -> dict[str, Any]:
    """The patch by which a definition says exactly this.

    Args:
        upstream: as the version says it; None where the programme alone has it.
        ours: the programme's present patch, of which a definition kept for the sake of records stays.
    """
    if upstream is None and "kept" not in ours:
        return {"own": dict(data)}
    kept = {"kept": ours["kept"]} if "kept" in ours else {}
    base = upstream.to_data() if upstream else ours["kept"]
    values = {name: data.get(name) for name in {*base, *data} - {"id"} if data.get(name) != base.get(name)}
    return {**kept, **({"set": dict(sorted(values.items()))} if values else {})}


def _ended(definition: Definition, day: date) -> dict[str, Any]:
    """A definition that is used to a last day; one that began later ended as it began."""
    content = definition.to_data()
    content["ended_on"] = max(day, definition.starts_on or day).isoformat()
    if "leads_to" in content:
        del content["leads_to"]
    return content


def with_box(chart: Chart, node: TheoryNode) -> Chart:
    """A theory with a box as it is now wanted; one that is there already under its name is not drawn twice."""
    same = (each for each in chart.nodes.values() if (each.title, each.stage, each.lane) == _place(node))
    if node.id not in chart.nodes and next(same, None) is not None:
        return chart
    return replace(chart, nodes={**chart.nodes, node.id: node})


def without_box(chart: Chart, node_id: str) -> Chart:
    """A theory without a box, and without the arrows that lead to it."""
    nodes = {
        id_: node.model_copy(update={"leads_to": tuple(arrow for arrow in node.leads_to if arrow.to != node_id)})
        for id_, node in chart.nodes.items()
        if id_ != node_id
    }
    return replace(chart, nodes=nodes)


def with_assumption(chart: Chart, assumption: Assumption) -> Chart:
    """A theory with an assumption as it is now put; the very same is not written twice."""
    if assumption.id not in chart.assumptions and assumption.title in [a.title for a in chart.assumptions.values()]:
        return chart
    return replace(chart, assumptions={**chart.assumptions, assumption.id: assumption})


def with_known(chart: Chart, known: Mapping[str, Assumption]) -> Chart:
    """A theory with every assumption that its arrows name, as far as they are known."""
    met = dict.fromkeys(each for node in chart.nodes.values() for arrow in node.leads_to for each in arrow.assumptions)
    return replace(chart, assumptions={**{id_: known[id_] for id_ in met if id_ in known}, **chart.assumptions})


def _place(node: TheoryNode) -> tuple[Any, ...]:
    return node.title, node.stage, node.lane
