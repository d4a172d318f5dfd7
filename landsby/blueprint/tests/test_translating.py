"""What a translator has left is listed by file and line, in definitions that are sound and in those that are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from landsby.blueprint import BlueprintError
from landsby.blueprint.tests.garden import SOUND, write
from landsby.blueprint.translating import untranslated

LEFT = {
    "English of a title": ("goals/wonder.yaml", "  en: Wonder\n", "", 2, "title", "en", "Undren"),
    "Danish of a part": (
        "plan_templates/bed_plan.yaml",
        "{da: Bønner., en: Beans.}",
        "{en: Beans.}",
        13,
        "sections.1.ideas.1.text",
        "da",
        "Beans.",
    ),
    "a text without its languages": (
        "goals/mud.yaml",
        "title:\n  da: Mudder\n  en: Mud",
        "title: Mudder",
        2,
        "title",
        "either",
        "Mudder",
    ),
    "a text that was copied": ("goals/mud.yaml", "en: Mud", "en: Mudder", 2, "title", "same", "Mudder"),
    "a language that is empty": ("goals/mud.yaml", "en: Mud", 'en: " "', 2, "title", "en", "Mudder"),
}


def test_the_garden_is_translated(garden):
    assert untranslated([garden]) == []


@pytest.mark.parametrize("case", LEFT)
def test_what_is_left_is_listed_where_it_stands(garden, case):
    file, text, by, line, field, lack, other = LEFT[case]
    assert SOUND[file].count(text) == 1
    [found] = untranslated([write(garden, {file: SOUND[file].replace(text, by)})])
    assert (found.file, found.line, found.field) == (str(garden / file), line, field)
    assert (found.lack, found.text) == (lack, other)
    assert found.say("en").startswith(f"{garden / file}:{line}: {field} ")
    assert found.say("da") != found.say("en")
    assert other in found.say("da")


def test_a_translator_sees_one_language_only(garden):
    write(
        garden,
        {
            "goals/wonder.yaml": SOUND["goals/wonder.yaml"].replace("  en: Wonder\n", ""),
            "goals/mud.yaml": SOUND["goals/mud.yaml"].replace("  da: Mudder\n", ""),
        },
    )
    assert [Path(found.file).name for found in untranslated([garden], "en")] == ["wonder.yaml"]
    assert [Path(found.file).name for found in untranslated([garden], "da")] == ["mud.yaml"]
    assert [Path(found.file).name for found in untranslated([garden / "goals" / "mud.yaml"])] == ["mud.yaml"]


def test_what_cannot_be_read_is_the_checks_business(garden):
    assert untranslated([write(garden, {"goals/wonder.yaml": "id: [", "goals/mud.yaml": "title: 7\n"})]) == []


def test_a_path_that_leads_nowhere_is_told(tmp_path):
    with pytest.raises(BlueprintError):
        untranslated([tmp_path / "nowhere"])
