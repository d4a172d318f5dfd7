"""`landsby evaluate` from the synthetic register to result.json, and `landsby cells` for those who keep their rows."""

from __future__ import annotations

import json
from math import inf
from types import SimpleNamespace

import numpy as np
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from landsby.cli import main
from landsby.cli.looking_ahead import patience_lines
from landsby.evaluation.designs.design import load_design


@pytest.fixture(autouse=True)
def few_draws(monkeypatch):
    """As few draws as the design asks for: what is read here hangs on no verdict."""
    for house in ("judging", "powering"):
        monkeypatch.setattr(f"landsby.evaluation.findings.{house}.enough", lambda *_asked: 200)


@pytest.fixture(scope="module")
def country(tmp_path_factory):
    """A small synthetic register with its design, measured until 2026."""
    folder = tmp_path_factory.mktemp("register")
    command(folder, "demo", "register", "--out", "r.parquet", "--children", "60000", "--until", "2026")
    design = folder / "r.design.yaml"
    text = design.read_text().replace("  shocks: cluster", "  shocks: cluster\n  draws: 199")
    text = text.replace("ferman_pinto, cr3, wild_bootstrap", "cr3").replace(
        "estimators: [group_time, event_study, two_way]", "estimators: [group_time, two_way]"
    )
    design.write_text(text.replace("for_each: 10", "for_each: 3"))
    return folder


def command(folder, *words, fails=False):
    named = [str(folder / word) if "." in word and "/" not in word else word for word in words]
    done = CliRunner().invoke(main, named, env={"LC_ALL": "en_GB.UTF-8"})
    assert (done.exit_code != 0) is fails, done.output
    return done.output


def test_a_run_writes_estimates_and_a_manifest_and_says_what_it_cannot_know(country):
    said = command(country, "evaluate", "r.design.yaml", "--data", "r.parquet", "--out", "out.d")
    assert "cannot tell whether the design was declared before the data were seen" in said
    result = json.loads((country / "out.d" / "result.json").read_text())
    fields = {
        "estimator",
        "outcome",
        "term",
        "estimate",
        "se",
        "ci_low",
        "ci_high",
        "p",
        "procedure",
        "statistic",
        "n_areas",
        "n_treated",
    }
    assert {frozenset(row) for row in result["estimates"]} == {frozenset(fields)}
    assert {row["estimator"] for row in result["estimates"]} == {"group_time", "two_way"}
    assert {row["n_treated"] for row in result["estimates"]} == {10}
    first = result["outcomes"][0]
    held = {each["statistic"] for each in first["calibration"] if each["holds"]}
    assert held or all(row["p"] is None for row in result["estimates"] if row["outcome"] == "overweight")
    assert first["reading"]["en"] in said
    assert first["verdict"]["statistic"] in {*held, None}
    assert (country / "out.d" / "pictures" / "overweight-event_study.csv").read_text().startswith("Years since")
    assert {"design_sha256", "data", "cells_sha256", "definitions_sha256", "versions", "seed"} <= set(
        result["manifest"]
    )


def test_a_run_again_on_other_threads_is_the_same_bit_for_bit(country):
    for threads in ("1", "3"):
        command(
            country, "evaluate", "r.design.yaml", "--data", "r.parquet", "--out", f"t{threads}.d", "--threads", threads
        )
    assert (country / "t1.d" / "result.json").read_bytes() == (country / "t3.d" / "result.json").read_bytes()


def test_cells_of_two_holders_give_the_estimates_of_all_rows(country):
    rows = pq.read_table(country / "r.parquet")
    half = len(rows) // 2
    is_treated = np.isin(rows["area"].to_pylist(), list(load_design(country / "r.design.yaml").starts))
    pq.write_table(rows.filter(~is_treated).slice(0, 2000), country / "others.parquet")
    made = ("--data", "others.parquet", "--out", "others.cells.csv", "--holder", "others")
    assert "None of the 10 areas where the programme is" in command(country, "cells", "r.design.yaml", *made)
    for name, part in (("north", rows.slice(0, half)), ("south", rows.slice(half))):
        pq.write_table(part, country / f"{name}.parquet")
        made = ("--data", f"{name}.parquet", "--out", f"{name}.cells.csv", "--holder", name, "--fewest", "1")
        command(country, "cells", "r.design.yaml", *made)
    command(
        country, "evaluate", "r.design.yaml", "--data", "north.cells.csv", "--data", "south.cells.csv", "--out", "m.d"
    )
    command(country, "evaluate", "r.design.yaml", "--data", "r.parquet", "--out", "w.d")
    merged, whole = (json.loads((country / name / "result.json").read_text()) for name in ("m.d", "w.d"))
    assert merged["estimates"] == whole["estimates"]
    assert merged["manifest"]["cells_sha256"] == whole["manifest"]["cells_sha256"]


def test_too_early_is_said(country):
    command(country, "demo", "register", "--out", "e.parquet", "--children", "60000", "--until", "2022")
    said = command(country, "evaluate", "r.design.yaml", "--data", "e.parquet", "--out", "e.d")
    assert "It is too early: 4 years after the last start must have been measured; so far it is 1 year." in said


def test_what_is_wrong_with_the_design_is_told_with_its_line(country):
    (country / "bad.yaml").write_text(
        (country / "r.design.yaml").read_text().replace("column: height", "colum: height")
    )
    said = command(country, "evaluate", "bad.yaml", "--data", "r.parquet", "--out", "x.d", fails=True)
    assert "bad.yaml:" in said
    assert "Did you mean “column”?" in said


def test_a_treated_area_that_the_data_lack_is_refused(country):
    text = (country / "r.design.yaml").read_text()
    (country / "lost.yaml").write_text(text.replace("treated:\n", 'treated:\n  - {area: "7777-01", starts: 2020}\n'))
    said = command(country, "evaluate", "lost.yaml", "--data", "r.parquet", "--out", "x.d", fails=True)
    assert "7777-01" in said


def test_patience_is_told_year_by_year(country, monkeypatch):
    for name, few in (("SCHEDULES", 39), ("NOISE_DRAWS", 25)):
        monkeypatch.setattr(f"landsby.evaluation.findings.powering.{name}", few)
    said = command(country, "power", "r.design.yaml", "--data", "r.parquet", "--out", "p.d")
    assert "Not even an effect of 16.0 percentage points can be seen by 2029." in said
    assert "An effect of 2.0 percentage points cannot be seen" in said
    told = json.loads((country / "p.d" / "result.json").read_text())
    assert [each["last"] for each in told["known"]] == list(range(2020, 2030))
    lines = (country / "p.d" / "ways.csv").read_text().splitlines()
    assert lines[0].startswith("areas,units,compared_areas,compared_units,since,2020")
    assert len(lines) == 1 + len(told["ways"]) > 6


def test_a_look_ahead_is_printed_from_the_first_year_that_shows_anything_and_then_by_places(country):
    design = load_design(country / "r.design.yaml")
    seen = [
        SimpleNamespace(last=last, smallest=size, effects=[0.0, 0.16]) for last, size in ((2027, inf), (2029, 0.08))
    ]
    here = SimpleNamespace(areas=10, units=3, compared_areas=100, is_declared=True, known=seen, since=None)
    more = [SimpleNamespace(**{**vars(here), "areas": areas, "is_declared": False}) for areas in (30, 20)]
    unseen = SimpleNamespace(**{**vars(here), "areas": 7, "is_declared": False, "known": seen[:1]})
    found = SimpleNamespace(known=seen, ways=[here, *more, unseen], smallest_that_matters=0.02, since=None)
    assert [line.en.partition(",")[0].partition(" It")[0] for line in patience_lines(found, design)] == [
        "Until 2029 is measured",
        "Once 2029 is measured",
        "An effect of 2.0 percentage points cannot be seen with a chance of 80 % by 2029.",
        "With 20 areas in 3 units and 100 to compare with",
        "With 30 areas in 3 units and 100 to compare with",
    ]
