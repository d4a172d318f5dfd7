"""Code lists: the kinds of actor, their groups, and the municipalities."""

from __future__ import annotations

from pathlib import Path

import pytest

from landsby.blueprint import check, codelist, kinds_in_groups
from landsby.blueprint.tests.garden import write

GROUP = """\
id: insects
title:
  da: Insekter
  en: Insects
origin: ours
source: Haven
"""
KIND = """\
id: bee
title:
  da: Bi
  en: Bee
plural:
  da: Bier
  en: Bees
origin: ours
source: Haven
group: insects
"""
PLACES = """\
id: municipalities
title: {da: Kommuner, en: Municipalities}
origin: ours
source: Haven
municipalities:
  - {code: "0101", name: Bedet}
  - {code: "0102", name: Plænen}
"""
LISTS = {"actor_groups/insects.yaml": GROUP, "actor_kinds/bee.yaml": KIND, "municipalities.yaml": PLACES}


def test_every_kind_of_actor_belongs_to_a_group_that_exists():
    groups, kinds = codelist("actor_groups"), codelist("actor_kinds")
    assert {kind.group for kind in kinds.values()} == set(groups)
    assert all(kind.plural and kind.plural.da and kind.plural.en for kind in kinds.values())


def test_the_kinds_of_a_group_are_found_in_reading_order():
    schools = kinds_in_groups(["school"])
    assert schools[:2] == ("school", "special_school")
    assert [kind for kind in codelist("actor_kinds") if kind in schools] == list(schools)
    assert kinds_in_groups([]) == ()


def test_municipalities_are_known_by_their_four_digits():
    places = codelist("municipalities")
    assert len(places) == 99
    assert {code: places[code].title.da for code in ("0165", "0250", "0400", "0411", "0851")} == {
        "0165": "Albertslund",
        "0250": "Frederikssund",
        "0400": "Bornholm",
        "0411": "Christiansø",
        "0851": "Aalborg",
    }


def test_a_list_that_does_not_exist_is_an_error():
    with pytest.raises(KeyError):
        codelist("weather")


def test_a_list_cannot_be_changed():
    with pytest.raises(TypeError):
        codelist("actor_kinds")["new"] = None


def test_sound_lists_pass(tmp_path):
    assert check([write(tmp_path, LISTS)]) == []


@pytest.mark.parametrize(
    ("file", "change", "line", "field"),
    [
        ("actor_kinds/bee.yaml", ("group: insects", "group: birds"), 10, "group"),
        ("actor_kinds/bee.yaml", ("plural:\n  da: Bier\n  en: Bees\n", ""), 1, "plural"),
        ("actor_groups/insects.yaml", ("  en: Insects\n", ""), 2, "title.en"),
        ("municipalities.yaml", ('"0102"', "0102"), 7, "municipalities.2.code"),
        ("municipalities.yaml", ('"0102"', '"102"'), 7, "municipalities.2.code"),
        ("municipalities.yaml", ('"0102"', '"0101"'), 5, "municipalities"),
    ],
)
def test_a_fault_in_a_list_is_told_of(tmp_path, file, change, line, field):
    [fault] = check([write(tmp_path, {**LISTS, file: LISTS[file].replace(*change)})])
    assert (Path(fault.file).name, fault.line, fault.field) == (Path(file).name, line, field)
