"""Rows become cells: exactly, the same whatever read them, and equal to a naive count."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from itertools import combinations_with_replacement

import numpy as np
import pyarrow as pa
import pytest

from landsby.analysis.cells.celling import Summing, summing_for
from landsby.analysis.cells.gathered import gathered_from
from landsby.analysis.cells.gathering import tallied
from landsby.analysis.cells.tally import cells_of
from landsby.analysis.tests.rows import as_csv, as_parquet, children, recipe


def naive(columns):
    """Per cell of the outcome `height`: n, sums and products in Decimal, row by row."""
    found = defaultdict(lambda: [0, [Decimal(0)] * 2, [Decimal(0)] * 3])
    for row in pa.table(columns).to_pylist():
        if row["height"] is None:
            continue
        values = [Decimal(repr(row["height"])) * 100, Decimal(repr(row["mother_age"])) * 10]
        cell = found[row["area"], row["year"], row["born"], row["sex"]]
        cell[0] += 1
        cell[1] = [a + b for a, b in zip(cell[1], values, strict=True)]
        products = [a * b for a, b in combinations_with_replacement(values, 2)]
        cell[2] = [a + b for a, b in zip(cell[2], products, strict=True)]
    return {key: (n, list(map(int, s)), list(map(int, p))) for key, (n, s, p) in sorted(found.items())}


def test_cells_equal_a_naive_count_in_decimal_numbers(tmp_path):
    columns = children()
    cells = gathered_from(as_parquet(tmp_path / "rows.parquet", columns), recipe()).cells["height"]
    keys = zip(cells.area.tolist(), cells.period.tolist(), cells.cohort.tolist(), cells.stratum.tolist(), strict=True)
    numbers = zip(cells.n.tolist(), cells.sums.tolist(), cells.products.tolist(), strict=True)
    assert dict(zip(keys, numbers, strict=True)) == naive(columns)


def test_a_danish_csv_gives_the_same_cells_as_parquet(tmp_path):
    columns = children()
    one = tallied(as_parquet(tmp_path / "rows.parquet", columns), recipe())
    other = tallied(as_csv(tmp_path / "rows.csv", columns), recipe())
    assert one == other


@pytest.mark.parametrize("threads", [1, 2, 4])
def test_threads_and_order_do_not_matter(tmp_path, threads):
    columns = pa.table(children(5000))
    shuffled = columns.take(np.random.default_rng(threads).permutation(len(columns)))
    one = tallied(
        as_parquet(tmp_path / "rows.parquet", dict(zip(columns.column_names, columns.columns, strict=True))), recipe()
    )
    again = tallied(
        as_parquet(tmp_path / "again.parquet", dict(zip(shuffled.column_names, shuffled.columns, strict=True))),
        recipe(),
        threads=threads,
    )
    assert one == again


def test_a_table_of_a_database_is_read_where_it_lies(tmp_path):
    import duckdb

    file = as_parquet(tmp_path / "rows.parquet", children())
    with duckdb.connect(str(tmp_path / "rows.duckdb")) as database:
        database.execute(f"CREATE TABLE children AS SELECT * FROM '{file}'")  # noqa: S608 - a path of our own
    assert tallied(f"{tmp_path / 'rows.duckdb'}#children", recipe()) == tallied(file, recipe())


def test_sums_too_large_for_floating_point_are_summed_as_decimals(tmp_path):
    outcome = {"id": "income", "column": "income", "unit": "kr", "low": 0, "high": 9_000_000, "decimals": 2}
    told = recipe(outcomes=[outcome], covariates=[], columns={"area": "area", "period": "year"})
    assert summing_for(told, 1) is Summing.DECIMAL
    income = np.array([8_999_999.99, 0.01, 8_999_999.97])
    file = as_parquet(tmp_path / "rows.parquet", {"area": ["a"] * 3, "year": [2020] * 3, "income": income})
    cells = cells_of(tallied(file, told), told, told.outcomes[0])
    assert cells.sums.tolist() == [[899_999_999 + 1 + 899_999_997]]
    assert cells.products.tolist() == [[899_999_999**2 + 1 + 899_999_997**2]]


def test_a_cell_that_outgrows_floating_point_is_summed_again(tmp_path, monkeypatch):
    monkeypatch.setattr("landsby.analysis.cells.gathering.TRIED_AT_FIRST", 1)
    monkeypatch.setattr("landsby.analysis.cells.celling.EXACT_BELOW", 150_000)
    told = recipe(covariates=[])
    assert summing_for(told, 1) is Summing.FLOATING
    assert summing_for(told, 100) is Summing.DECIMAL
    file = as_parquet(tmp_path / "rows.parquet", children())
    again = tallied(file, told)
    monkeypatch.undo()
    assert again == tallied(file, told)
