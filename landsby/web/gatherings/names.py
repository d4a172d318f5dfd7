"""Professions and competences under the names that they have today: they may have been renamed since they were read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable

from landsby.web.activities.rules import problem_of_what_is_gone
from landsby.web.blueprints.models import NamesOfToday, held_blueprint, last_wording
from landsby.web.gatherings.told import Heads
from landsby.web.kit.problems import refuse_on_blockers
from landsby.web.kit.text import say
from landsby.web.partnerships.models import Programme


def held_names(programme: Programme) -> NamesOfToday:
    """What ids stand for until the transaction has ended. It is asked before the activity's row is locked (0019)."""
    return NamesOfToday(programme, held_blueprint(programme))


def named_as_today(names: NamesOfToday, folder: str, ids: Iterable[str], kept: Container[str] = ()) -> dict[str, str]:
    """What each id is called today; "" stays what it is.

    Args:
        kept: what is stored already, which stays whatever became of it.

    Raises:
        Blocked: when the programme no longer has one of the others.
    """
    called = {id_: names.of(folder, id_) if id_ else "" for id_ in dict.fromkeys(ids)}
    gone = [id_ for id_, now in called.items() if now is None and id_ not in kept]
    wordings = [(id_, last_wording(names.programme, folder, id_)) for id_ in gone]
    refuse_on_blockers(
        problem_of_what_is_gone(folder, say(wording.definition.title) if wording else id_) for id_, wording in wordings
    )
    return {id_: now or id_ for id_, now in called.items()}


def heads_as_today(names: NamesOfToday, heads: Heads, kept: Container[str]) -> Heads:
    """Counts by actor and profession, under the names of today; what is one profession now is added together."""
    called = named_as_today(names, "professions", (profession for _actor, profession in heads), kept)
    told: Counter[tuple[int, str]] = Counter()
    for (actor, profession), people in heads.items():
        told[actor, called[profession]] += people
    return dict(told)
