"""Which row is which actor: by register number, else by name, kind and municipality."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator

from django.utils.translation import gettext as _

from landsby.web.partnerships.imports.findings import Finding, blocker, warning
from landsby.web.partnerships.imports.known import Known, KnownActor
from landsby.web.partnerships.imports.mapping import ColumnMap, Target
from landsby.web.partnerships.imports.rows import Candidate, Chosen

Matches = dict[int, KnownActor]
"""The actor that each row stands for, by row number; a row that is absent is new."""


def folded_name(name: str) -> str:
    """A name without differences of case and spaces."""
    return " ".join(name.casefold().split())


def name_key(thing: Candidate | KnownActor, *, called: str = "") -> Hashable:
    """What two must share to be taken for the same: name, kind and municipality.

    Args:
        called: another name to look for instead of the thing's own.
    """
    if isinstance(thing, KnownActor):
        return folded_name(called or thing.name), thing.kind, thing.municipality_id
    values = thing.values
    return folded_name(called or values["name"]), values["kind"], values["municipality_id"]


def matched(chosen: Chosen, columns: ColumnMap, known: Known) -> tuple[Matches, list[Finding]]:
    """Find the actors that rows stand for, and say which rows cannot be told apart."""
    rows = chosen.candidates
    heading = columns.columns.get(Target.REGISTER_ID, "")
    findings = [*_repeated(chosen, heading, columns.columns.get(Target.NAME, ""))]
    by_number = {actor.register_id: actor for actor in known.actors if actor.register_id}
    by_name = _by_name(known.actors)
    matches: Matches = {}
    taken: set[int] = set()
    for candidate in rows:
        actor = by_number.get(candidate.register_id) if candidate.register_id else None
        actor = actor or _single(by_name.get(name_key(candidate), []), candidate)
        if actor is None or actor.pk in taken:
            continue
        if actor.municipality_id not in known.within:
            findings.append(_beyond(candidate, actor, heading))
            continue
        if actor.is_closed:
            findings.append(_closed(candidate, actor))
        taken.add(actor.pk)
        matches[candidate.row] = actor
    return matches, findings


def _by_name(actors: Iterable[KnownActor]) -> dict[Hashable, list[KnownActor]]:
    """The actors by name, kind and municipality."""
    found: dict[Hashable, list[KnownActor]] = defaultdict(list)
    for actor in actors:
        found[name_key(actor)].append(actor)
    return found


def _single(actors: list[KnownActor], candidate: Candidate) -> KnownActor | None:
    """The one open actor of that name; one that has another number is another actor."""
    free = [a for a in actors if not a.is_closed and not (a.register_id and candidate.register_id)]
    return free[0] if len(free) == 1 else None


def _repeated(chosen: Chosen, number: str, name: str) -> Iterator[Finding]:
    """Rows that say they are the same: every one of them is named, with the others."""
    groups: dict[Hashable, list[Candidate]] = defaultdict(list)
    for candidate in chosen.candidates:
        groups[candidate.register_id or name_key(candidate)].append(candidate)
    for candidate in chosen.faulty:
        if candidate.register_id:
            groups[candidate.register_id].append(candidate)
    for group in groups.values():
        if len(group) > 1:
            group.sort(key=lambda candidate: candidate.row)
            rows = [candidate.row for candidate in group]
            for candidate in group:
                others = ", ".join(str(row) for row in rows if row != candidate.row)
                yield (
                    _same_number(candidate, others, number)
                    if candidate.register_id
                    else _same_name(candidate, others, name)
                )


def _same_number(candidate: Candidate, others: str, heading: str) -> Finding:
    return blocker(
        "same_number",
        _("Nummeret %(number)s står også i række %(rows)s.") % {"number": candidate.register_id, "rows": others},
        _("Slet den ene række, eller ret nummeret."),
        row=candidate.row,
        column=heading,
    )


def _same_name(candidate: Candidate, others: str, heading: str) -> Finding:
    return blocker(
        "same_name",
        _("Række %(rows)s har samme navn, slags og kommune, og ingen af dem har et nummer.") % {"rows": others},
        _("Slet den ene række, eller giv dem hver sit nummer."),
        row=candidate.row,
        column=heading,
    )


def _beyond(candidate: Candidate, actor: KnownActor, heading: str) -> Finding:
    return blocker(
        "beyond",
        _("Nummeret tilhører %(name)s i en kommune, som du ikke kan rette i.") % {"name": actor.name},
        _("Ret nummeret, eller bed sekretariatet om at indlæse rækken."),
        row=candidate.row,
        column=heading,
    )


def _closed(candidate: Candidate, actor: KnownActor) -> Finding:
    return warning(
        "closed",
        _("%(name)s er lukket hos os.") % {"name": actor.name},
        _("Oplysningerne rettes, men aktøren forbliver lukket. Åbn den igen på dens egen side, hvis den findes."),
        row=candidate.row,
    )
