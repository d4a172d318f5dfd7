"""A design is declared as data: what is wrong is told with file, line and cure, and its seal is its content."""

from __future__ import annotations

import pytest

from landsby.blueprint.fault import BlueprintError
from landsby.evaluation.designs.design import load_design, read_design
from landsby.evaluation.designs.schedules import NEVER

WRITTEN = """\
id: harbour_children
title: {da: Børn ved havnen, en: Children at the harbour}
question: {da: Går det dem bedre, en: Do they fare better}
population: {da: Efter fødested, en: By area of birth}
columns: {area: area, period: year, cluster: town, strata: [sex]}
window: {first: 2012, last: 2021}
outcomes:
  - id: weight
    title: {da: Vægt, en: Weight}
    column: kg
    unit: kg
    role: primary
    low: 5
    high: 60.0
    decimals: 2
treated:
  - {area: 0101, starts: 2016}
  - {area: 0102, starts: 2018}
comparison:
  why: {da: De ligner, en: They are alike}
  exclude:
    - areas: [0103]
      because: {da: Nabo, en: Neighbour}
inference: {shocks: cluster, seed: 7}
too_early:
  why: {da: Det tager tid, en: It takes time}
"""
LOOK = "{period: 2020, what: {da: Nu, en: Now}}"
SAME = "{id: weight, column: kg, low: 0, high: 9}"
CHOSEN = "{how: {da: De blev valgt, en: They were chosen}, by: [fat]}"


def faults(*changes):
    """The faults in English of the design with some of its text changed."""
    text = WRITTEN
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    with pytest.raises(BlueprintError) as error:
        read_design("harbour.yaml", text.encode())
    return [fault.say("en") for fault in error.value.faults]


def test_codes_stay_as_written_and_the_pool_is_what_is_left():
    design = read_design("harbour.yaml", WRITTEN.encode())
    assert design.starts == {"0101": 2016, "0102": 2018}
    areas = {"0101": "01", "0102": "01", "0103": "01", "0201": "02", "0202": "02"}
    schedule = design.schedule(areas)
    assert schedule.area.tolist() == ["0101", "0102", "0201", "0202"]
    assert schedule.first.tolist() == [2016, 2018, NEVER, NEVER]
    assert schedule.cluster.tolist() == ["01", "01", "02", "02"]


def test_a_treated_area_without_data_stays_in_the_schedule_to_be_missed():
    schedule = read_design("harbour.yaml", WRITTEN.encode()).schedule({"0201": "02"})
    assert schedule.area.tolist() == ["0101", "0102", "0201"]


def test_the_seal_follows_the_content_and_not_the_layout():
    design = read_design("harbour.yaml", WRITTEN.encode())
    laid_out_otherwise = WRITTEN.replace(
        "inference: {shocks: cluster, seed: 7}", "inference:\n  seed: 7\n  shocks: cluster"
    )
    assert read_design("x.yaml", laid_out_otherwise.encode()).content_hash == design.content_hash
    assert read_design("x.yaml", WRITTEN.replace("2018", "2017").encode()).content_hash != design.content_hash


def test_what_is_hoped_changes_the_seal_but_not_the_recipe():
    design = read_design("harbour.yaml", WRITTEN.encode())
    hoped = read_design("x.yaml", WRITTEN.replace("    low: 5", "    smallest_effect: 0.02\n    low: 5").encode())
    assert hoped.content_hash != design.content_hash
    assert hoped.recipe.content_hash == design.recipe.content_hash


@pytest.mark.parametrize(
    ("name", "first", "said"),
    [
        ("year", 2012, "2 years after 2016"),
        ("school_year", 2012, "2 school years after 2016/17"),
        ("half_year", 1, "2 half-years after half-year 2016"),
        ("quarter", 1, "2 quarters after quarter 2016"),
        ("year", 1, "2 periods after period 2016"),
    ],
)
def test_periods_have_the_name_that_the_design_gives_them_and_older_seals_hold(name, first, said):
    text = WRITTEN.replace("{first: 2012, last: 2021}", f"{{first: {first}, last: 2021}}\nperiod_name: {name}")
    design = read_design("harbour.yaml", text.encode())
    assert f"{design.periods.counted(2).en} after {design.periods.called(2016).en}" == said
    assert ("period_name" in design.to_data()) == (name != "year")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("role: primary", "role: secondary", "harbour.yaml:8: outcomes.1: No outcome is the primary one."),
        (
            "inference: {shocks: cluster,",
            "estimators: [two_way]\ninference: {procedures: [cr3, influence],",
            "harbour.yaml:25: inference.procedures: influence says how sure group_time is",
        ),
        ("areas: [0103", "areas: [0102, 0103", "harbour.yaml:22: comparison.exclude.1.areas.1: 0102 is treated, and"),
        ("low: 5", "low: 70", "harbour.yaml:13: outcomes.1.low: low must be less than high."),
        ("high: 60.0", "hihg: 60.0", "harbour.yaml:14: outcomes.1.hihg: The field “hihg” does not exist here."),
        ("low: 5", "low: few", "harbour.yaml:13: outcomes.1.low: The value is of the wrong kind."),
        ("decimals: 2", "decimals: 6\n    unit: g", "harbour.yaml:16: outcomes.1.unit: "),
        ("0102,", "0101,", "harbour.yaml:17: treated.1.area: “0101” stands twice."),
        ("starts: 2018", "starts: 2012", "harbour.yaml:18: treated.2.starts: 0102 starts in 2012, with no period"),
        ("last: 2021", "last: 2001", "harbour.yaml:6: window.last: The window ends before it begins."),
        ("shocks: cluster", "shocks: clutser", "harbour.yaml:24: inference.shocks: "),
        ("cluster: town, ", "", "harbour.yaml:24: inference.shocks: Shocks strike a larger unit"),
        ("  exclude:", "  areas: [0101]\n  exclude:", "harbour.yaml:21: comparison.areas.1: 0101 is treated"),
        (
            "  exclude:",
            "  match_on: [covariates]\n  exclude:",
            "harbour.yaml:21: comparison.match_on: Matching is on",
        ),
        ("starts: 2018", "starts: 2022", "harbour.yaml:18: treated.2.starts: 0102 starts in 2022, and the window ends"),
        (
            "low: 5",
            "smallest_effect: -0.5\n    low: 5",
            "harbour.yaml:13: outcomes.1.smallest_effect: The",
        ),
        ("  exclude:", "  match_on: []\n  exclude:", "harbour.yaml:21: comparison.match_on: "),
        ("too_early:", "too_early:\n  onset: [-1]", "harbour.yaml:26: too_early.onset.1: "),
        ("too_early:", f"looks: [{LOOK}, {LOOK}]\ntoo_early:", "harbour.yaml:25: looks.1.period: “2020” stands twice"),
        ("too_early:", f"looks: [{LOOK.replace('2020', '2030')}]\ntoo_early:", "harbour.yaml:25: looks.1.period: 2030"),
        ("too_early:", f"covariates: [{SAME}]\ntoo_early:", "harbour.yaml:25: covariates.1.id: “weight” stands twice"),
        (
            "comparison:",
            f"selection: {CHOSEN}\ncomparison:",
            "harbour.yaml:19: selection.by.1: No outcome",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_line(before, after, told):
    found = faults((before, after))
    assert any(fault.startswith(told) for fault in found), found


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(BlueprintError):
        load_design(tmp_path / "absent.yaml")


def test_what_has_no_unit_is_yes_and_no():
    without = ("    unit: kg\n", "")
    [fault] = faults(without)
    assert "harbour.yaml:8" in fault
    assert "no unit" in fault
    text = WRITTEN.replace(*without)
    assert read_design("harbour.yaml", text.encode(), is_sealed=True).primary.unit is None, "what is sealed is read"
    limits = "    low: 5\n    high: 60.0\n    decimals: 2\n"
    assert read_design("harbour.yaml", text.replace(limits, "").encode()).primary.is_share


def test_whoever_works_in_one_language_writes_a_plain_line():
    written = WRITTEN.replace("title: {da: Vægt, en: Weight}", "title: Weight")
    assert written != WRITTEN
    (outcome,) = (each for each in read_design("x.yaml", written.encode()).outcomes if each.id == "weight")
    assert (outcome.title.da, outcome.title.en) == ("Weight", "Weight")
