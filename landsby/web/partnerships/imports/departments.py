"""Parent institutions and their departments, which registers write as rows side by side."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

from django.utils.translation import gettext as _

from landsby.web.partnerships.imports.findings import Finding, blocker, warning
from landsby.web.partnerships.imports.known import Known, KnownActor
from landsby.web.partnerships.imports.mapping import ColumnMap, Target
from landsby.web.partnerships.imports.matching import Matches, folded_name, name_key
from landsby.web.partnerships.imports.rows import Candidate

_DEPARTMENT = re.compile(r"^(?P<whole>.+?)[\s,(–-]+(?:afdeling|afd\.?)(?=[\s:.]|$)", re.IGNORECASE)


def tie_departments(
    candidates: Sequence[Candidate], matches: Matches, columns: ColumnMap, known: Known
) -> list[Finding]:
    """Give each department its institution: in the file's own column, else by name where the map says so.

    A row whose institution is known already gets ``values["parent_id"]``; one whose institution is a
    new row gets `parent_row`.
    """
    findings = [*_by_number(candidates, matches, columns, known)]
    if columns.departments_by_name:
        _by_name(candidates, matches, known)
    return findings


def name_of_whole(name: str) -> str:
    """The institution that a department's name begins with, folded; "" when it names none."""
    match = _DEPARTMENT.match(name)
    return folded_name(match.group("whole")) if match else ""


def _by_number(
    candidates: Sequence[Candidate], matches: Matches, columns: ColumnMap, known: Known
) -> Iterator[Finding]:
    """By the column that names the institution's register number; its own number means none."""
    in_file = {c.register_id: c for c in candidates if c.register_id}
    already = {actor.register_id: actor for actor in known.actors if actor.register_id}
    with_departments = {actor.parent_id for actor in known.actors}
    heading = columns.columns.get(Target.PARENT, "")
    for candidate in candidates:
        number = candidate.parent
        if not number or number == candidate.register_id:
            continue
        here, there = in_file.get(number), already.get(number)
        if here is None and there is None:
            yield _unknown_whole(candidate, heading)
        elif (here and _is_department(here)) or (there and there.parent_id and not here):
            yield _two_levels(candidate, here.values["name"] if here else number, heading)
        elif candidate.row in matches and matches[candidate.row].pk in with_departments:
            yield _two_levels(candidate, candidate.values["name"], heading)
        elif here:
            _tie(candidate, here, matches)
        elif there:
            candidate.values["parent_id"] = there.pk


def _is_department(candidate: Candidate) -> bool:
    return candidate.parent not in ("", candidate.register_id)


def _by_name(candidates: Sequence[Candidate], matches: Matches, known: Known) -> None:
    """By "X, afdeling Y", for new rows only: what has been said by hand is not said again."""
    wholes: dict[Hashable, Candidate] = {}
    for candidate in candidates:
        wholes.setdefault(name_key(candidate), candidate)
    already: dict[Hashable, KnownActor] = {
        name_key(actor): actor for actor in known.actors if actor.parent_id is None and not actor.is_closed
    }
    for candidate in candidates:
        name = name_of_whole(candidate.values["name"])
        if not name or candidate.row in matches or candidate.parent:
            continue
        key = name_key(candidate, called=name)
        whole = wholes.get(key)
        if whole and whole is not candidate and not whole.parent:
            _tie(candidate, whole, matches)
        elif key in already:
            candidate.values["parent_id"] = already[key].pk


def _tie(department: Candidate, whole: Candidate, matches: Matches) -> None:
    if whole.row in matches:
        department.values["parent_id"] = matches[whole.row].pk
    else:
        department.parent_row = whole.row


def shared_places(candidates: Iterable[Candidate], matches: Matches) -> Iterator[Finding]:
    """Rows at one point or one address that are not told to be an institution and its departments."""
    groups: dict[Hashable, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        place = _place(candidate)
        if place:
            groups[place].append(candidate)
    for group in groups.values():
        if len({_family(candidate, matches) for candidate in group}) > 1:
            yield _shared(group)


def _family(candidate: Candidate, matches: Matches) -> Hashable:
    """The institution that a row is, or is a department of."""
    actor = matches.get(candidate.row)
    parent = candidate.values.get("parent_id") or (actor.parent_id if actor else None)
    if parent or actor:
        return "known", parent or (actor and actor.pk)
    return "row", candidate.parent_row or candidate.row


def _place(candidate: Candidate) -> Hashable:
    values = candidate.values
    if "latitude" in values:
        return values["latitude"], values["longitude"]
    if "address" in values:
        return folded_name(values["address"]), values.get("postcode", "")
    return None


def _shared(group: list[Candidate]) -> Finding:
    return warning(
        "shared_place",
        _("%(names)s ligger samme sted (rækkerne %(rows)s).")
        % {
            "names": ", ".join(candidate.values["name"] for candidate in group),
            "rows": ", ".join(str(candidate.row) for candidate in group),
        },
        _("Det er i orden, hvis de deler hus. Er den ene en afdeling af den anden, så ret det på dens side."),
        row=group[0].row,
    )


def _two_levels(candidate: Candidate, department: str, heading: str) -> Finding:
    return blocker(
        "two_levels",
        _("En afdeling kan ikke selv have afdelinger: Det ville gælde for %(name)s.") % {"name": department},
        _("Skriv hovedinstitutionens nummer i stedet."),
        row=candidate.row,
        column=heading,
    )


def _unknown_whole(candidate: Candidate, heading: str) -> Finding:
    return blocker(
        "unknown_parent",
        _("Nummeret %(number)s findes hverken i filen eller i programmet.") % {"number": candidate.parent},
        _("Ret det, eller lad cellen stå tom."),
        row=candidate.row,
        column=heading,
    )
