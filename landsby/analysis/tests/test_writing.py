"""Every file of a result goes out by the same door."""

from __future__ import annotations

import csv
import json
from dataclasses import fields

from landsby.analysis.runs.writing import write_result
from landsby.evaluation.findings.estimate import Estimate


class Told:
    """A result of which numbers were cut short."""

    def to_data(self):
        """What may be told of it."""
        row = dict.fromkeys((field.name for field in fields(Estimate)), None)
        return {"outcomes": [], "balance": [], "estimates": [{**row, "estimate": 0.01235, "n_areas": 12}]}

    @property
    def estimates(self):
        """What may not."""
        raise AssertionError


def test_the_table_of_estimates_tells_what_the_result_tells(tmp_path):
    write_result(Told(), tmp_path, "da")
    with (tmp_path / "estimates.csv").open(newline="") as file:
        [row] = csv.DictReader(file)
    assert (row["estimate"], row["p"], row["n_areas"]) == ("0.01235", "", "12")
    assert json.loads((tmp_path / "result.json").read_text())["estimates"][0]["estimate"] == 0.01235
