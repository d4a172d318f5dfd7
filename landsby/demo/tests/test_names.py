"""Everything in the demo is invented: no name or code of it is a real place's or institution's."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from landsby.blueprint import codelist
from landsby.demo.actors import all_actors
from landsby.demo.island import HOUSES
from landsby.demo.island import MUNICIPALITIES as ISLAND_MUNICIPALITIES
from landsby.demo.people import MAIL_DOMAIN, PERSONAS, contacts_of
from landsby.demo.places import MUNICIPALITIES, TOWN
from landsby.demo.village import MUNICIPALITIES as VILLAGE_MUNICIPALITIES

REGISTERS = ("dagtilbud.csv", "sfo.csv", "skoler_2024_25.csv")


def test_no_municipality_is_a_real_one():
    real = codelist("municipalities")
    names = {str(entry.title).casefold() for entry in real.values()}
    for municipality in MUNICIPALITIES:
        assert municipality.code not in real
        assert TOWN[municipality.code].casefold() not in names
    for code, name in {**VILLAGE_MUNICIPALITIES, **ISLAND_MUNICIPALITIES}.items():
        assert code not in real
        assert name.removesuffix(" Kommune").casefold() not in names


def test_addresses_of_people_reach_nobody():
    everybody = [*PERSONAS, *contacts_of(1, all_actors(1))]
    assert MAIL_DOMAIN.endswith(".example")
    assert all(person.email.endswith(f"@{MAIL_DOMAIN}") for person in everybody)
    assert len({person.email for person in everybody}) == len(everybody)


@pytest.mark.realdata
def test_no_institution_and_no_town_is_in_the_public_registers(realdata):
    rows = [row for name in REGISTERS for row in rows_of(realdata / "institutions" / name)]
    names, towns = ({row[column].casefold() for row in rows} for column in ("navn", "by"))
    assert len(rows) > 5000
    assert not names & {actor.name.casefold() for actor in all_actors(1)}
    assert not names & {name.casefold() for name in HOUSES}
    invented = {*TOWN.values(), *(community.name for one in MUNICIPALITIES for community in one.communities)}
    assert not towns & {place.casefold() for place in invented}


def rows_of(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))
