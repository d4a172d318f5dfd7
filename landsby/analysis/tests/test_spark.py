"""Spark makes the same cells as DuckDB, to the last digit. Run by `make spark`."""

from __future__ import annotations

import numpy as np
import pytest

from landsby.analysis.cells.gathered import gathered_from
from landsby.analysis.cells.gathering import tallied
from landsby.analysis.rows.sources import Engine
from landsby.analysis.tests.rows import as_csv, as_parquet, children, recipe
from landsby.evaluation.problems import Refused

# Spark 4.0 speaks to pandas 3 in words that pandas will give up.
# Spark and pandas warn of one another; what is compared is the cells.
pytestmark = [pytest.mark.spark, pytest.mark.filterwarnings("ignore")]


@pytest.mark.parametrize("written", [as_parquet, as_csv])
def test_spark_gives_the_same_cells_to_the_last_digit(tmp_path, written):
    file = written(tmp_path / ("rows.parquet" if written is as_parquet else "rows.csv"), children(20_000))
    assert tallied(file, recipe(), Engine.SPARK) == tallied(file, recipe())


def test_spark_sums_large_numbers_as_decimals(tmp_path):
    outcome = {"id": "income", "column": "income", "unit": "kr", "low": 0, "high": 9_000_000, "decimals": 2}
    told = recipe(outcomes=[outcome], covariates=[], columns={"area": "area", "period": "year"})
    income = np.random.default_rng(1).integers(0, 900_000_000, 50_000) / 100
    columns = {"area": ["a"] * 50_000, "year": [2020] * 50_000, "income": income}
    file = as_parquet(tmp_path / "rows.parquet", columns)
    assert tallied(file, told, Engine.SPARK) == tallied(file, told)


def test_spark_looks_rows_over_as_duckdb_does(tmp_path):
    columns = children(3000)
    columns["child"][:4] = "p000001"
    columns["year"][:4] = 2020
    file = as_parquet(tmp_path / "rows.parquet", columns)
    told = []
    for engine in Engine:
        with pytest.raises(Refused) as refused:
            gathered_from(file, recipe(), engine)
        told.append(refused.value.problems)
    assert told[0] == told[1]
