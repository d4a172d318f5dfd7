"""Active days: some schools give a whole day to it every quarter, once they have found out how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from landsby.demo import vocabulary as words
from landsby.demo.almanac import LAST_DAY, is_school_day, next_fitting
from landsby.demo.chance import around, happens, stream
from landsby.demo.places import TEMPO
from landsby.demo.plan import Counts, Gathering, PlannedActor
from landsby.demo.taking_part import taking_part


def action_days(seed: int, actors: Sequence[PlannedActor]) -> Iterator[Gathering]:
    """Every active day."""
    for actor in taking_part(actors, LAST_DAY, kinds=words.SCHOOLS):
        chance = stream(seed, "action days", actor.name)
        begins = 2022 if happens(chance, TEMPO[actor.community] - 0.4) else 2024
        for year in range(begins, LAST_DAY.year + 1):
            for month in (3, 6, 9, 12):
                day = next_fitting(date(year, month, chance.randint(1, 18)), is_school_day)
                children = around(chance, 60 if actor.kind == words.SPECIAL_SCHOOL else 190, 25, least=30)
                yield Gathering(
                    kind=words.ACTION_DAY,
                    title=f"Aktiv dag på {actor.name}",
                    on=day,
                    municipality=actor.municipality,
                    community=actor.community,
                    place=actor.name,
                    announced=happens(chance, 0.7),
                    hosts=(actor.name,),
                    extra={"theme": chance.choice(_THEMES), "grades": chance.choice(("everybody", "youngest", "some"))},
                    counts=Counts(children=children, staff=children // 15, volunteers=chance.randint(0, 6)),
                )


_THEMES = ("Vand", "Skov", "Verdens lege", "Grønt på tallerkenen", "Rytme", "Venskab")
