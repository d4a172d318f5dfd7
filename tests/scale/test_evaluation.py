"""How long an evaluation takes on many rows, beside the bare reading of the same columns, with memory.

Everything is measured in one run, side by side, for times on a busy machine mean something only as ratios. Peers are
measured where `make oracles` has installed them. LANDSBY_BENCH_ROWS=100000000 adds a hundred million rows.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import duckdb
import pytest
from django.db import connection

pytestmark = pytest.mark.scale

SIZES = [100_000, 1_000_000, 10_000_000]
TASKS = ("cells", "static", "event", "group_time", "wild", "exchange")
PEER_ROWS = 1_000_000
"""Above this a peer takes minutes and gigabytes."""


def rows_of(folder: Path, count: int) -> Path:
    """Ten years of measurements in 110 areas as Parquet, written by DuckDB."""
    file = folder / f"{count}.parquet"
    # Nothing in it comes from anybody.
    made = f"""
        COPY (SELECT printf('%03d', (hash(i // 10) % 110)::INT) AS area, (2012 + i % 10)::SMALLINT AS year,
                     round(16 + 2 * (hash(i) / 18446744073709551615.0) + (i % 10) * 0.1, 2) AS y
              FROM range({count}) AS t(i)) TO '{file}' (FORMAT parquet)"""  # noqa: S608 - see above
    duckdb.connect().execute(made)
    return file


def measured(who: str, task: str, file: Path) -> dict[str, float]:
    # What peers warn of would be printed among the figures.
    command = [sys.executable, "-W", "ignore", "-m", "tests.scale.measured_evaluation", who, task, str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def line(name: str, found: dict[str, float], limit: float) -> str:
    ratio = found["seconds"] / limit
    return f"  {name:<22} {found['seconds']:8.3f} s  {ratio:7.2f} x  {found['megabytes']:7.0f} MB"


def test_estimates_take_about_as_long_as_reading(tmp_path, capsys):
    if connection.vendor != "sqlite":
        pytest.skip("nothing here asks the database: measured once, beside SQLite")
    extra = os.environ.get("LANDSBY_BENCH_ROWS")
    for count in [*SIZES, *([int(extra)] if extra else [])]:
        file = rows_of(tmp_path, count)
        limit = measured("bare", "", file)
        lines = [f"\n{count:,} rows", line("bare group-by", limit, limit["seconds"])]
        lines += [line(task, measured("ours", task, file), limit["seconds"]) for task in TASKS]
        if find_spec("pyfixest") and count <= PEER_ROWS:
            for task in ("static", "event"):
                lines.append(line(f"pyfixest {task}", measured("pyfixest", task, file), limit["seconds"]))
        file.unlink()
        with capsys.disabled():
            sys.stdout.write("\n".join(lines) + "\n")
