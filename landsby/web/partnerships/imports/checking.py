"""The dry run: what importing a file would do."""

from __future__ import annotations

from landsby.web.partnerships.imports.departments import shared_places, tie_departments
from landsby.web.partnerships.imports.known import Known, KnownActor
from landsby.web.partnerships.imports.mapping import ColumnMap
from landsby.web.partnerships.imports.matching import matched
from landsby.web.partnerships.imports.placing import placed_by_outline
from landsby.web.partnerships.imports.plan import ChangedActor, Difference, NewActor, Plan
from landsby.web.partnerships.imports.rows import Candidate, chosen_rows
from landsby.web.partnerships.imports.table import Table


def checked(table: Table, columns: ColumnMap, known: Known) -> Plan:
    """What an import would do; nothing is written.

    Args:
        columns: must fit the table (`ColumnMap.fits`).
        known: what the programme has already.
    """
    chosen = chosen_rows(table, columns, known)
    matches, doubts = matched(chosen, columns, known)
    ties = tie_departments(chosen.candidates, matches, columns, known)
    placed, overlaps = placed_by_outline(chosen.candidates, matches, known)
    # Rows told to be the same are not told as well that they may share a house.
    repeated = {doubt.row for doubt in doubts if doubt.code in ("same_number", "same_name")}
    housed = [candidate for candidate in chosen.candidates if candidate.row not in repeated]
    plan = Plan(
        skipped=chosen.skipped,
        elsewhere=chosen.elsewhere,
        findings=[*chosen.findings, *doubts, *ties, *overlaps, *shared_places(housed, matches)],
    )
    faulty = plan.faulty
    for candidate in chosen.candidates:
        if candidate.row in faulty:
            continue
        actor = matches.get(candidate.row)
        if actor is None:
            by_outline = candidate.row in placed
            plan.new.append(NewActor(candidate.row, candidate.values, candidate.parent_row, by_outline))
        else:
            _add_change(plan, candidate, actor)
    return plan


def _add_change(plan: Plan, candidate: Candidate, actor: KnownActor) -> None:
    """Note how a row differs from the actor that it stands for, or that it does not."""
    told = [(name, getattr(actor, name), value) for name, value in candidate.values.items()]
    differences = tuple(Difference(name, before, after) for name, before, after in told if before != after)
    if differences or candidate.parent_row:
        change = ChangedActor(candidate.row, actor.pk, actor.name, differences, candidate.parent_row)
        plan.changed.append(change)
    else:
        plan.unchanged += 1
