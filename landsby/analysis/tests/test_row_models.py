"""Estimators on rows: they read what the cells are made of, and where they cannot be had the run says why."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest

from landsby.analysis.cells.cellfiles import write_cells
from landsby.analysis.cells.gathering import tallied
from landsby.analysis.row_level import row_models
from landsby.analysis.row_level.kept_rows import kept_rows
from landsby.analysis.row_level.row_models import row_estimates
from landsby.analysis.rows.sources import Engine, opened
from landsby.analysis.runs.running import gathered_for, run
from landsby.analysis.tests.rows import as_csv, as_parquet
from landsby.evaluation.designs.design import read_design
from landsby.evaluation.tests.panels import dummies
from landsby.evaluation.tests.peers import agree, package
from landsby.evaluation.tests.published import table

WRITTEN = """\
id: harbour_children
title: {da: Børn ved havnen, en: Children at the harbour}
question: {da: Går det dem bedre, en: Do they fare better}
population: {da: Efter fødested, en: By area of birth}
columns: {area: area, period: year, cluster: town, person: child}
window: {first: 2012, last: 2017}
outcomes:
  - {id: heavy, title: {da: Overvægt, en: Overweight}, column: heavy, role: primary}
covariates:
  - {id: mother_age, column: mother_age, low: 15, high: 60.0, decimals: 1}
treated:
  - {area: 0101, starts: 2015}
  - {area: 0102, starts: 2015}
  - {area: 0103, starts: 2016}
comparison:
  why: {da: De ligner, en: They are alike}
estimators: [two_way, doubly_robust_rows, logit_rows]
inference: {draws: 99}
too_early:
  why: {da: Det tager tid, en: It takes time}
"""
NEEDS = pytest.mark.oracle
"""Run by `make oracles`, which installs the package."""


def design(**lines):
    changed = WRITTEN
    for before, after in lines.items():
        changed = changed.replace(before, after)
    return read_design("harbour.yaml", changed.encode())


def children(count=6000, seed=1, areas=14):
    """Rows of which some have no outcome, an impossible covariate, a year outside the window, or no area."""
    draw = np.random.default_rng(seed)
    code = draw.integers(101, 101 + areas, count)
    year = draw.integers(2011, 2018, count)
    age = np.round(draw.normal(31, 4, count), 1)
    chance = 1 / (1 + np.exp(1 - 0.1 * (age - 31) + 0.1 * (code % 5)))
    return {
        "area": pa.array([str(each) for each in code], mask=draw.random(count) < 0.01),
        "child": pa.array(draw.permutation(count), mask=draw.random(count) < 0.01),
        "town": (code // 2).astype(str),
        "year": year,
        "heavy": pa.array(draw.random(count) < chance, mask=draw.random(count) < 0.03),
        "mother_age": np.where(draw.random(count) < 0.02, 99.0, age),
    }


@pytest.mark.parametrize("written", [as_parquet, as_csv])
def test_the_rows_are_those_of_the_cells(tmp_path, written):
    file = written(tmp_path / ("r.parquet" if written is as_parquet else "r.csv"), children())
    plan = design()
    found = gathered_for(plan, [str(file)])
    cells, schedule = found.cells["heavy"], plan.schedule(found.clusters)
    with opened(file) as rows:
        kept = kept_rows(rows, plan, plan.primary, schedule)
    counts = {(schedule.area[a], t): int(((kept.area == a) & (kept.period == t)).sum()) for a, t in set_of(kept)}
    assert counts == {(a, t): n for a, t, n in zip(cells.area, cells.period, cells.n, strict=True)}
    assert kept.y.sum() == cells.sums[:, 0].sum()
    assert kept.X.sum() == pytest.approx(cells.sums[:, 1].sum() / 10)
    assert not kept.followed


def set_of(kept):
    return set(zip(kept.area.tolist(), kept.period.tolist(), strict=True))


def codes(result):
    return {problem.code: problem.say("en") for problem in result.problems}


def test_without_the_package_the_others_stand_and_the_cure_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(row_models, "PACKAGES", ("a-package-that-nobody-has",))
    file = as_parquet(tmp_path / "r.parquet", children())
    result = run(design(), [str(file)])
    assert {each.estimator for each in result.estimates} == {"two_way"}
    assert "requirements/rows.txt" in codes(result)["rows_package_absent"]
    assert "diff-diff" not in result.manifest["versions"]


def test_cells_cannot_carry_them_and_say_so(tmp_path):
    plan, file = design(), as_parquet(tmp_path / "r.parquet", children())
    write_cells(tmp_path / "one.cells.csv", tallied(file, plan.recipe), plan.recipe, "Region Nord")
    result = run(plan, [str(tmp_path / "one.cells.csv")])
    assert {each.estimator for each in result.estimates} == {"two_way"}
    assert "whoever holds the rows" in codes(result)["rows_needed"]


@NEEDS
@pytest.mark.realdata
def test_counties_give_the_published_doubly_robust_effect(realdata):
    """R package `did`, mpdta with the log of population: -0.0418 (0.0115); each county in each year is one row."""
    file = realdata / "evaluation" / "mpdta.csv"
    starts = {row["countyreal"]: int(row["first.treat"]) for row in table(realdata, "mpdta.csv")}
    treated = "".join(f"  - {{area: {code}, starts: {year}}}\n" for code, year in starts.items() if year)
    plan = read_design("counties.yaml", COUNTIES.format(treated=treated).encode())
    found, problems = row_estimates(
        plan, plan.primary, str(file), Engine.DUCKDB, None, plan.schedule({code: code for code in starts})
    )
    assert (round(found[0].estimate, 4), round(found[0].se, 4)) == (-0.0418, 0.0115)
    assert "the same children" in found[0].procedure
    assert (found[0].term, found[0].n_areas, found[0].n_treated) == ("all", 500, 191)
    assert not problems


COUNTIES = """\
id: counties
title: {{da: Amter, en: Counties}}
question: {{da: Er der færre unge i arbejde, en: Are fewer of the young at work}}
population: {{da: Efter amt, en: By county}}
columns: {{area: countyreal, period: year, person: countyreal}}
window: {{first: 2003, last: 2007}}
outcomes:
  - {{id: lemp, title: {{da: Unge i arbejde, en: Young at work}}, column: lemp, role: primary,
     unit: log, high: 20.0, decimals: 4}}
covariates:
  - {{id: lpop, column: lpop, high: 20.0, decimals: 4}}
treated:
{treated}comparison:
  why: {{da: De ligner, en: They are alike}}
estimators: [doubly_robust_rows]
too_early:
  why: {{da: Det tager tid, en: It takes time}}
"""


@NEEDS
@pytest.mark.filterwarnings("ignore")
def test_a_run_tells_their_estimates_alone_and_gives_the_same_bytes_for_rows_in_any_order(tmp_path):
    columns = children()
    shuffled = pa.table(columns).take(np.random.default_rng(2).permutation(6000)).to_pydict()
    files = [as_parquet(tmp_path / name, each) for name, each in (("r.parquet", columns), ("s.parquet", shuffled))]
    one, other = (run(design(), [str(file)], threads=threads) for file, threads in zip(files, (1, 2), strict=True))
    assert one.estimates == other.estimates
    assert [each.estimator for each in one.estimates if each.term in ("all", "treated")][-2:] == [
        "doubly_robust_rows",
        "logit_rows",
    ]
    of_rows = [each for each in one.estimates if each.estimator.endswith("_rows")]
    assert {each.procedure.split(",")[0] for each in of_rows} == {"influence of rows", "cr1 of rows"}
    assert {(each.se, each.ci_low, each.ci_high, each.p) for each in of_rows} == {(None,) * 4}, (
        "no calibration asks them"
    )
    assert "diff-diff" in one.manifest["versions"]


def estimates_on(tmp_path, name):
    """What one estimator says of some children, by term, and those children."""
    file, plan = (
        as_parquet(tmp_path / "r.parquet", children()),
        design(**{"two_way, doubly_robust_rows, logit_rows": name}),
    )
    schedule = plan.schedule(gathered_for(plan, [str(file)]).clusters)
    with opened(file) as rows:
        kept = kept_rows(rows, plan, plan.primary, schedule)
    found, _ = row_estimates(plan, plan.primary, str(file), Engine.DUCKDB, None, schedule)
    return {each.term: each for each in found}, kept, schedule


@NEEDS
@pytest.mark.filterwarnings("ignore")
def test_csdid_agrees_on_doubly_robust_effects_of_children_of_each_period(tmp_path):
    found, kept, schedule = estimates_on(tmp_path, "doubly_robust_rows")
    pd, module = package("pandas"), package("csdid.att_gt")
    first = np.where(schedule.first < 9999, schedule.first, 0)[kept.area]
    columns = {"y": kept.y, "x": kept.X[:, 0], "year": kept.period, "first": first, "row": np.arange(len(kept.y))}
    names = {"yname": "y", "gname": "first", "idname": "row", "tname": "year", "xformla": "y~x"}
    model = module.ATTgt(**names, data=pd.DataFrame(columns), control_group=["nevertreated"], panel=False)
    theirs = model.fit(est_method="dr", bstrap=False).aggte("dynamic", bstrap=False, cband=False).atte
    for time, att in zip(theirs["egt"], theirs["att_egt"], strict=True):
        agree(found[f"e{int(time)}"].estimate, att, size=1.0)


@NEEDS
@pytest.mark.filterwarnings("ignore")
def test_a_logit_on_rows_is_the_difference_of_shares_that_it_foretells(tmp_path):
    """Wooldridge 2023, eq. 3.15: each start, each year, and each start in each year from then on; by the covariate."""
    found, kept, schedule = estimates_on(tmp_path, "logit_rows")
    sm = package("statsmodels.api")
    first, x = schedule.first[kept.area], kept.X - kept.X.mean()
    on = [(g, t) for g in (2015, 2016) for t in range(g, 2018)]
    cells = np.column_stack([(first == g) & (kept.period == t) for g, t in on]).astype(float)
    plain = np.column_stack([dummies(first), dummies(kept.period)[:, 1:]])
    every = np.column_stack([cells, cells * x, plain, plain * x])
    b = sm.GLM(kept.y, every, family=sm.families.Binomial()).fit(tol=1e-14).params
    without = np.where(np.arange(every.shape[1]) < 2 * len(on), 0, every)
    change = 1 / (1 + np.exp(-every @ b)) - 1 / (1 + np.exp(-without @ b))
    agree(found["all"].estimate, change[kept.period >= first].mean(), size=0.1)
    agree(found["e1"].estimate, change[kept.period == first + 1].mean(), size=0.1)
