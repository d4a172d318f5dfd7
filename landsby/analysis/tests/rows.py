"""Rows about invented children, and the recipe that fits them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

from landsby.evaluation.designs.recipe import Recipe

AREAS = ("0101", "0102", "0250", "0400")


def recipe(**changed: Any) -> Recipe:
    """Height in metres with two decimals and overweight as 0 and 1, by area, year, birth year and sex."""
    told: dict[str, Any] = {
        "columns": {
            "area": "area",
            "period": "year",
            "cohort": "born",
            "strata": ["sex"],
            "person": "child",
            "cluster": "town",
            "area_now": "area_now",
        },
        "window": {"first": 2018, "last": 2021},
        "outcomes": [
            {"id": "height", "column": "height", "unit": "m", "low": 0.5, "high": 2.1, "decimals": 2},
            {"id": "heavy", "column": "heavy"},
        ],
        "covariates": [{"id": "mother_age", "column": "mother_age", "low": 15, "high": 60, "decimals": 1}],
    }
    return Recipe.model_validate(told | changed)


def children(count: int = 2000, seed: int = 1) -> dict[str, Any]:
    """Columns of rows: some heights missing, some children moved."""
    draw = np.random.default_rng(seed)
    area = draw.choice(AREAS, count)
    moved = draw.random(count) < 0.1
    height = np.round(draw.normal(1.2, 0.1, count), 2)
    return {
        "child": np.array([f"p{number:06d}" for number in range(count)]),
        "area": area,
        "area_now": np.where(moved, "0999", area),
        "town": np.array([code[:2] for code in area]),
        "year": draw.integers(2018, 2022, count).astype(np.int16),
        "born": draw.integers(2010, 2013, count),
        "sex": draw.choice(["girl", "boy"], count),
        "height": pa.array(height, mask=draw.random(count) < 0.05),
        "heavy": draw.random(count) < 0.15,
        "mother_age": np.round(draw.normal(31, 4, count), 1),
    }


def as_parquet(path: Path, columns: dict[str, Any]) -> Path:
    """The rows as a Parquet file."""
    pa.parquet.write_table(pa.table(columns), path)
    return path


def as_csv(path: Path, columns: dict[str, Any]) -> Path:
    """The rows as a CSV file of the Danish kind: semicolons, decimal commas."""
    table = pa.table(columns).to_pylist()
    lines = [";".join(columns)]
    lines += [";".join(_written(value) for value in row.values()) for row in table]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _written(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    return str(value).replace(".", ",") if isinstance(value, float) else str(value)
