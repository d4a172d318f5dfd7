"""The same figures, bit for bit, on any number of threads."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import landsby

ROOT = Path(landsby.__file__).parent.parent
RUN = """
import hashlib
import numpy as np
from landsby.evaluation.estimates.aggregation import aggregate
from landsby.evaluation.estimates.clustered import cr1, cr2, cr3
from landsby.evaluation.inference.exchange import exchanges
from landsby.evaluation.inference.exchanged_fits import exchanged_fits
from landsby.evaluation.inference.few_treated import borrowed_noise_test
from landsby.evaluation.estimates.group_time import group_time
from landsby.evaluation.estimates.imputation import imputation
from landsby.evaluation.cells.rows import rows_of
from landsby.evaluation.synthetic.differences import synthetic_difference
from landsby.evaluation.synthetic.paths import paths_of
from landsby.evaluation.tests.panels import panel
from landsby.evaluation.estimates.two_way import static
from landsby.evaluation.inference.wild import wild_test

p = panel(1, G=120, T=12, starts=(5, 6, 6, 7))
rng = np.random.default_rng(1)
fitted = static(p.cells, p.schedule)
among = exchanges(p.schedule, rng, draws=300)
fits = exchanged_fits(rows_of(p.cells, p.schedule), p.schedule.cluster_index, among.first)
overall = aggregate(group_time(p.cells, p.schedule), "dynamic")
wild = wild_test(fitted, "treated", rng, draws=300)
noise = borrowed_noise_test(p.cells, p.schedule, rng, draws=300)
said = [fits.beta, fits.q, overall.att, overall.psi, fitted.beta, *(cr(fitted).V for cr in (cr1, cr2, cr3))]
digest = hashlib.sha256(b"".join(np.ascontiguousarray(each).tobytes() for each in said))
digest.update(repr((wild, noise, imputation(p.cells, p.schedule).se)).encode())
digest.update(repr([synthetic_difference(each).effect for each in paths_of(p.cells, p.schedule)]).encode())
print(digest.hexdigest())
"""


def digest(threads):
    names = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
    environment = {**os.environ, **dict.fromkeys(names, str(threads))}
    run = subprocess.run(  # noqa: S603 - this very program, and a script of ours
        [sys.executable, "-c", RUN], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return run.stdout


def test_figures_are_the_same_on_one_thread_and_on_four():
    assert digest(1) == digest(4)
