"""What the floor of an evaluation refuses: from rows to the run, each with its cure and never with a silent number."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from landsby.analysis.runs.running import run
from landsby.evaluation.designs.design import read_design
from landsby.evaluation.inference.statistics import BY_COEFFICIENT
from landsby.evaluation.problems import Refused

DESIGN = """\
id: heights
title: {da: Højde, en: Height}
question: {da: Bliver de højere, en: Do they grow taller}
population: {da: Alle, en: All}
columns: {area: area, period: year, person: child, strata: [sex]}
window: {first: 2012, last: 2019}
outcomes:
  - {id: height, title: {da: Højde, en: Height}, column: height, unit: m, role: primary, low: 0.5, high: 2, decimals: 3}
treated: [{area: "01", starts: 2016}, {area: "02", starts: 2017}]
comparison: {why: {da: De ligner, en: They are alike}}
estimators: [two_way]
inference: {draws: 99, procedures: [exchange, cr3]}
too_early: {why: {da: Tid, en: Time}}
"""
AREAS, YEARS, EACH = 12, range(2012, 2020), 6


def rows():
    """Six children a year in each of twelve areas."""
    draw = np.random.default_rng(2)
    n = AREAS * len(YEARS) * EACH
    area = np.repeat([f"{place:02d}" for place in range(1, AREAS + 1)], len(YEARS) * EACH)
    year = np.tile(np.repeat(list(YEARS), EACH), AREAS)
    height = np.round(1.2 + draw.normal(0, 0.05, n), 3)
    return {
        "child": np.arange(n),
        "area": area,
        "year": year,
        "sex": np.where(np.arange(n) % 2, "girl", "boy"),
        "height": height,
        "age": np.round(draw.normal(30, 5, n), 1),
    }


def told(tmp_path, columns, *changes):
    """Codes and English words of what is doubted, and the result where there is one."""
    file = tmp_path / "rows.parquet"
    pq.write_table(pa.table(columns), file)
    text = DESIGN
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    try:
        result = run(read_design("d.yaml", text.encode()), [str(file)])
    except Refused as refusal:
        return {problem.code: problem.say("en") for problem in refusal.problems}, None
    return {problem.code: problem.say("en") for problem in result.problems}, result


def only(columns, kept):
    return {name: column[kept] for name, column in columns.items()}


HALVES = ("first: 2012, last: 2019", "first: 20121, last: 20192")
POOL = "comparison: {why"
EXCLUDING = 'comparison: {exclude: [{areas: ["03x"], because: {da: Nabo, en: Neighbour}}], why'
ALL = ", ".join(f'{{area: "{place:02d}", starts: 2016}}' for place in range(1, AREAS + 1))
TREATED = '[{area: "01", starts: 2016}, {area: "02", starts: 2017}]'


def centimetres(columns):
    columns["height"] = columns["height"] * 100
    return columns


def doubled(columns):
    columns["child"][:4] = columns["child"][4]
    return columns


def without_an_area(columns):
    return only(columns, columns["area"] != "02")


def without_what_was_before(columns):
    return only(columns, (columns["area"] != "01") | (columns["year"] >= 2016))


def of_one_height(columns):
    columns["height"][:] = 1.2
    return columns


def in_half_years(columns):
    columns["year"] = columns["year"] * 10 + 1 + np.arange(len(columns["year"])) % 2
    return columns


def in_centimetres_in_one_area_since_its_start(columns):
    now = (columns["area"] == "01") & (columns["year"] >= 2018)
    columns["height"] = np.where(now, columns["height"] * 100, columns["height"])
    return columns


def with_civil_registration_numbers_as_numbers(columns):
    columns["age"] = 101_901_234.0 + 1_000_000 * (columns["child"] % 28) + columns["child"]
    return columns


def of_one_sex_where_treated(columns):
    return only(columns, (columns["sex"] == "boy") | ~np.isin(columns["area"], ["01", "02"]))


@pytest.mark.parametrize(
    ("spoilt", "changes", "code", "cure"),
    [
        (centimetres, (), "unit_wrong_by", "100"),
        (doubled, (), "persons_double", "once"),
        (without_an_area, (), "treated_unknown", "1 of the 2 areas where the programme is"),
        (dict, (('area: "01"', 'area: "91"'), ('area: "02"', 'area: "92"')), "treated_all_unknown", "Write the codes"),
        (without_what_was_before, (), "no_pre_period", "earlier measurements"),
        (of_one_height, (), "no_variation", "column"),
        (
            in_half_years,
            (HALVES, ("starts: 2016", "starts: 20161"), ("starts: 2017", "starts: 20171")),
            "periods_jump",
            "1, 2, 3",
        ),
        (in_centimetres_in_one_area_since_its_start, (), "unit_wrong_in_areas", "these areas: 01"),
        (with_civil_registration_numbers_as_numbers, (), "civil_registration_numbers", "pseudonym"),
        (dict, ((POOL, EXCLUDING),), "excluded_unknown", "03x (03?)"),
        (of_one_sex_where_treated, (), "empty_strata", "strata"),
        (dict, ((TREATED, f"[{ALL}]"),), "all_treated", "interrupted_series"),
    ],
)
def test_no_number_is_given_and_the_cure_is_told(tmp_path, spoilt, changes, code, cure):
    problems, result = told(tmp_path, spoilt(rows()), *changes)
    assert result is None
    assert cure in problems[code]


@pytest.mark.parametrize("estimators", ["two_way", "group_time, two_way"])
def test_a_covariate_that_follows_from_the_treatment_is_refused_by_name(tmp_path, estimators):
    columns = rows()
    first = np.select([columns["area"] == "01", columns["area"] == "02"], [2016, 2017], 9999)
    columns["age"] = (columns["year"] >= first).astype(float)
    covariates = "covariates: [{id: age, column: age, low: 0, high: 80}]\ntreated: ["
    problems, result = told(tmp_path, columns, ("treated: [", covariates), ("[two_way]", f"[{estimators}]"))
    assert result is None
    assert "The covariate age follows from the programme" in problems["covariate_follows"]


def test_one_treated_area_is_read_with_care_and_by_exchange_alone(tmp_path):
    problems, result = told(tmp_path, rows(), (TREATED, '[{area: "01", starts: 2016}]'))
    assert "read with care" in problems["one_treated"]
    assert "lost_without" in problems
    held = {each.statistic for each in result.outcomes[0].judged.calibrated}
    assert "cr3" not in held
    told_by = {each.statistic for each in result.estimates if each.p is not None}
    assert told_by <= {*BY_COEFFICIENT, "ferman_pinto", "conley_taber"}


def test_what_is_sound_goes_through(tmp_path):
    problems, result = told(tmp_path, rows())
    assert set(problems) == {"shocks_unseen", "no_smallest_effect"}
    reading = result.outcomes[0].reading
    assert (reading.code, reading.why) == ("cannot_tell", "not_named")


def test_rows_in_two_files_are_refused_and_never_read_by_half(tmp_path):
    with pytest.raises(Refused) as refusal:
        run(read_design("d.yaml", DESIGN.encode()), ["north.parquet", "south.parquet"])
    assert [each.code for each in refusal.value.problems] == ["sources_several"]
    assert "one folder" in str(refusal.value)


def test_what_stopped_a_run_is_not_contradicted_beside_it(tmp_path):
    problems, _ = told(tmp_path, without_an_area(rows()))
    assert set(problems) == {"treated_unknown"}


def test_children_that_only_a_few_areas_have_and_an_outcome_that_stood_still_are_warned_of(tmp_path):
    columns = rows()
    columns["sex"] = columns["sex"].astype("U5")
    columns["sex"][-2:] = "other"
    still = np.isin(columns["area"], ["01", "02"]) & (columns["year"] < 2017)
    columns["height"] = np.where(still, 1.2, columns["height"])
    problems, result = told(tmp_path, columns, (POOL, 'comparison: {areas: ["03", "04", "05", "06x", "12"], why'))
    assert result is not None
    assert {"empty_strata", "no_variation_before"} <= set(problems)
    assert "06x (06?)" in problems["compared_unknown"]


def test_what_is_measured_is_what_every_area_that_began_last_has(tmp_path):
    """Others may have been measured for years; of those that began last one has a single year."""
    columns = rows()
    kept = only(columns, (columns["area"] != "02") | (columns["year"] < 2018))
    problems, result = told(tmp_path, kept, ("too_early: {", "too_early: {periods_after_start: 2, "))
    assert "so far it is 1 year" in problems["too_early"]
    assert result.outcomes[0].reading.code == "too_early"
