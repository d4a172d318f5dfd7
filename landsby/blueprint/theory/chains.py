"""Chains of arrows that come back to where they began."""

from __future__ import annotations

from landsby.blueprint.theory.chart import Chart


def chain_back(chart: Chart) -> list[str]:
    """The ids of a chain that comes back to its first box, which stands at both ends; empty where there is none."""
    after = {id_: [arrow.to for arrow in node.leads_to if arrow.to in chart.nodes] for id_, node in chart.nodes.items()}
    for start in after:
        chains, seen = [[start]], set[str]()
        while chains:
            chain = chains.pop(0)
            for target in after[chain[-1]]:
                if target == start:
                    return [*chain, start]
                if target not in seen:
                    seen.add(target)
                    chains.append([*chain, target])
    return []
