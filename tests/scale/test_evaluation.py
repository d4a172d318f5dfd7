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

pytestmark = [pytest.mark.scale, pytest.mark.once]

SIZES = [100_000, 1_000_000, 10_000_000]
TASKS = ("cells", "static", "event", "group_time", "covariate", "looked_over", "wild", "exchange", "whole")
BESIDE_A_SCAN = ("wild", "exchange")
"""Draws alone, measured without the scan."""
MEASURES = ("seconds", "processor")
AIMS = {**dict.fromkeys(("static", "event", "group_time"), "1.5 x"), **dict.fromkeys(BESIDE_A_SCAN, "0.5 x + 0.3 s")}
PEERS = {
    "static": ("pyfixest",),
    "event": ("pyfixest",),
    "covariate": ("pyfixest",),
    "group_time": ("diff_diff", "csdid"),
    "wild": ("wildboottest",),
}
"""Who does a task. Nobody exchanges schedules."""
MOST = 10_000_000
"""Rows up to which they are asked."""
PATIENCE = float(os.environ.get("LANDSBY_BENCH_PATIENCE", "300"))
"""Seconds that a peer has for a task, its own compiling included; one that takes longer is told as such."""


def rows_of(folder: Path, count: int) -> Path:
    """Ten years of measurements of children in 110 areas as Parquet, written by DuckDB."""
    file = folder / f"{count}.parquet"
    # Nothing in it comes from anybody.
    made = f"""
        COPY (SELECT (i // 10 * 7919 % 999999937)::BIGINT AS child, printf('%03d', (hash(i // 10) % 110)::INT) AS area,
                     (2012 + i % 10)::SMALLINT AS year, round(30 * (hash(i + 1) / 18446744073709551615.0), 1) AS x,
                     round(16 + 2 * (hash(i) / 18446744073709551615.0) + (i % 10) * 0.1, 2) AS y
              FROM range({count}) AS t(i)) TO '{file}' (FORMAT parquet)"""  # noqa: S608 - see above
    duckdb.connect().execute(made)
    return file


def measured(who: str, task: str, file: Path, small: Path, patience: float | None = None) -> dict[str, float]:
    # What peers warn of would be printed among the figures.
    command = [
        sys.executable,
        "-W",
        "ignore",
        "-m",
        "tests.scale.measured_evaluation",
        who,
        task,
        str(file),
        str(small),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=patience)
    # A kernel that takes the process away leaves no word.
    assert done.returncode == 0, done.stderr or f"stopped with {done.returncode}, as when memory is out"
    return json.loads(done.stdout.splitlines()[-1])


def line(name: str, found: dict[str, float], limit: dict[str, float], aim: str = "") -> str:
    """Seconds, how many times the limit they are, the same of the processor's seconds, and memory."""
    ratio, worked = (found[what] / limit[what] for what in MEASURES)
    times = f"{found['seconds']:9.3f} s {ratio:9.2f} x   {found['processor']:9.3f} s {worked:9.2f} x"
    return f"  {name:<26}{times}   {found['megabytes']:7.0f} MB   {aim}"


def beside_peers(task: str, found: dict[str, dict[str, float]], limit: dict[str, float], file: Path, small: Path):
    """The lines of a task's peers, and by how much ours is quicker than the quickest of them."""
    count, theirs = int(file.stem), []
    for peer in PEERS.get(task, ()) if count <= MOST else ():
        name = f"{peer} {task}"
        try:
            assert find_spec(peer), "not installed: `make oracles` does"
            theirs.append(measured(peer, task, file, small, PATIENCE))
        except subprocess.TimeoutExpired:
            yield f"  {name:<26}  not done after {PATIENCE:.0f} s"
        except AssertionError as stopped:
            yield f"  {name:<26}  {(str(stopped).splitlines() or ['stopped'])[-1][:90]}"
        else:
            yield line(name, theirs[-1], limit)
    if theirs:
        scan = found["static"] if task in BESIDE_A_SCAN else dict.fromkeys(limit, 0.0)
        times = [min(each[what] for each in theirs) / (found[task][what] + scan[what]) for what in MEASURES]
        yield "  {:<26}{:9.0f} times as quick as the quickest, {:.0f} by the processor".format("", *times)


def lines_of(file: Path, small: Path):
    """One line after another, as they are measured."""
    limits = {task: measured("bare", task, file, small) for task in ("", "covariate")}
    found: dict[str, dict[str, float]] = {}
    yield f"\n{int(file.stem):,} rows: seconds, processor's seconds, memory, aim"
    yield line("group-by", limits[""], limits[""])
    for task in TASKS:
        limit = limits["covariate" if task == "covariate" else ""]
        found[task] = measured("ours", task, file, small)
        yield line(task, found[task], limit, AIMS.get(task, ""))
        yield from beside_peers(task, found, limit, file, small)


def test_estimates_take_about_as_long_as_reading(tmp_path, capsys):
    extra = os.environ.get("LANDSBY_BENCH_ROWS")
    small = rows_of(tmp_path, SIZES[0])
    for count in [*SIZES, *([int(extra)] if extra else [])]:
        file = rows_of(tmp_path, count)
        for told in lines_of(file, small):
            with capsys.disabled():
                sys.stdout.write(f"{told}\n")
                sys.stdout.flush()
        if file != small:
            file.unlink()
