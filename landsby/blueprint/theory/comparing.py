"""What differs between two versions of a theory of change: in words, and for the drawing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from landsby.blueprint.blueprint import Blueprint
from landsby.blueprint.change import Change
from landsby.blueprint.definition import Definition
from landsby.blueprint.difference import field_changes, title_of
from landsby.blueprint.kinds import Arrow, TheoryNode
from landsby.blueprint.text import Text
from landsby.blueprint.theory.chart import PARTS, Chart, chart_from

Fate = str
"""What became of a thing: "new", "changed" or "gone"."""


@dataclass(frozen=True)
class Comparison:
    """What differs.

    Attributes:
        changes: definition by definition, those of the theory itself first.
        boxes: what became of boxes, by id; one whose arrows alone differ is not among them.
        links: what became of arrows, by the ids of their boxes.
        union: a theory with everything that is in either.
    """

    changes: tuple[Change, ...]
    boxes: Mapping[str, Fate]
    links: Mapping[tuple[str, str], Fate]
    union: Chart

    def __bool__(self) -> bool:
        return bool(self.changes)


def compared(before: Chart, after: Chart, blueprint: Blueprint) -> Comparison:
    """What differs from one version to another.

    Args:
        blueprint: by which what the boxes name elsewhere is called.
    """
    return Comparison(
        tuple(_changes(before, after, blueprint)),
        dict(_boxes(before, after)),
        dict(_links(before, after)),
        _union(before, after),
    )


def parts_of(chart: Chart) -> dict[tuple[str, str], Definition]:
    """All definitions of a theory, by folder and id."""
    found: tuple[Mapping[str, Definition], ...] = (
        {chart.theory.id: chart.theory},
        chart.lanes,
        chart.nodes,
        chart.assumptions,
    )
    return {(folder, id_): each for folder, of in zip(PARTS, found, strict=True) for id_, each in of.items()}


def _changes(before: Chart, after: Chart, blueprint: Blueprint) -> Iterator[Change]:
    was, now = parts_of(before), parts_of(after)
    titled_before, titled_after = _titles({**now, **was}, blueprint), _titles({**was, **now}, blueprint)
    for key in dict.fromkeys([*was, *now]):
        one, other = was.get(key), now.get(key)
        if one is None or other is None:
            found = one or now[key]
            yield Change("removed" if other is None else "added", *key, found.title)
        elif one != other:
            fields = tuple(field_changes(one, other, titled_before, titled_after))
            if fields:
                yield Change("changed", *key, other.title, "", fields)


def _titles(parts: Mapping[tuple[str, str], Definition], blueprint: Blueprint) -> Callable[[str, str], Text]:
    """What definitions are called in a version, and those beside the theory in the blueprint."""

    def called(folder: str, id_: str) -> Text:
        found = parts.get((folder, id_))
        return found.title if found else title_of(blueprint, folder, id_)

    return called


def _boxes(before: Chart, after: Chart) -> Iterator[tuple[str, Fate]]:
    for id_ in dict.fromkeys([*before.nodes, *after.nodes]):
        was, now = before.nodes.get(id_), after.nodes.get(id_)
        if now is None:
            yield id_, "gone"
        elif was is None:
            yield id_, "new"
        elif _without_arrows(was) != _without_arrows(now):
            yield id_, "changed"


def _without_arrows(node: TheoryNode) -> TheoryNode:
    return node.model_copy(update={"leads_to": (), "order": 0})


def _links(before: Chart, after: Chart) -> Iterator[tuple[tuple[str, str], Fate]]:
    was = {(link.source, link.target): frozenset(link.assumptions) for link in before.links}
    now = {(link.source, link.target): frozenset(link.assumptions) for link in after.links}
    for key in dict.fromkeys([*was, *now]):
        if key not in now:
            yield key, "gone"
        elif key not in was:
            yield key, "new"
        elif was[key] != now[key]:
            yield key, "changed"


def _union(before: Chart, after: Chart) -> Chart:
    """Everything that is in either, as the later says it."""
    nodes = {}
    for id_ in dict.fromkeys([*after.nodes, *before.nodes]):
        now, was = after.nodes.get(id_), before.nodes.get(id_)
        node = now or before.nodes[id_]
        mine = {arrow.to for arrow in node.leads_to}
        gone: tuple[Arrow, ...] = tuple(arrow for arrow in (was.leads_to if was else ()) if arrow.to not in mine)
        nodes[id_] = node.model_copy(update={"leads_to": (*node.leads_to, *gone)})
    in_order = dict(sorted(nodes.items(), key=lambda each: (each[1].order, each[0])))
    lanes = {**before.lanes, **after.lanes}
    lanes = dict(sorted(lanes.items(), key=lambda each: (each[1].order, each[0])))
    return Chart(after.theory, lanes, in_order, {**after.assumptions, **before.assumptions})


def rebased(base: Chart, mine: Chart, theirs: Chart) -> tuple[Chart, tuple[tuple[str, str], ...]]:
    """My changes since the base laid over what another has made of it meanwhile.

    Field by field: what only one of us changed is as they left it, and where both did, mine is taken and told of.

    Returns:
        The theory then, and the folder and id of each definition in which both changed the same.
    """
    was, ours, others = parts_of(base), parts_of(mine), parts_of(theirs)
    made: dict[tuple[str, str], Definition] = {}
    both = []
    for key in dict.fromkeys([*others, *ours]):
        first, my, their = was.get(key), ours.get(key), others.get(key)
        if my is None or their is None:
            kept = their if my == first else my if their == first else (my or their)
            both += [key] if first is not None and first not in (my, their) else []
        else:
            kept, conflicts = _merged(first, my, their)
            both += [key] if conflicts else []
        if kept is not None:
            made[key] = kept
    return _chart(made), tuple(both)


def _merged(first: Definition | None, my: Definition, their: Definition) -> tuple[Definition, bool]:
    """One definition with both changes, and whether both changed the same field otherwise."""
    base, mine, others = (each.to_data() if each else {} for each in (first, my, their))
    made, conflicts = dict(others), False
    for name in {*base, *mine, *others}:
        if mine.get(name) != base.get(name):
            conflicts |= others.get(name) not in (base.get(name), mine.get(name))
            made[name] = mine.get(name)
    data = {name: value for name, value in made.items() if value is not None}
    return type(my).model_validate(data), conflicts


def _chart(parts: Mapping[tuple[str, str], Definition]) -> Chart:
    content = {folder: [each.to_data() for (of, _id), each in parts.items() if of == folder] for folder in PARTS}
    return chart_from(content)
