"""Other people's packages for the tests marked `oracle`, and the rows of a panel as they take them."""

from __future__ import annotations

import warnings

import numpy as np
import pytest
from hypothesis import reject, settings
from hypothesis import strategies as st

from landsby.evaluation.problems import Refused

CLOSE = 1e-9
"""How far apart, relative to the figure, two programs may be that compute the same."""
SEEDS = st.integers(0, 10**6)
GAPS = st.sampled_from([0.0, 0.12])
CLUSTERS = st.sampled_from([None, 7])
FEW = settings(max_examples=12)


def package(name):
    """A package, or a word on how to get it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what they import
        return pytest.importorskip(name, reason="run `make oracles`")


def frame(p, **more):
    """The rows of a panel: `first` is 0 where never treated, `row` a number of its own for each row."""
    pd = package("pandas")
    columns = {"area": p.area, "unit": p.place, "period": p.period, "y": p.y, "x": p.x, "cluster": p.cluster}
    first = np.where(p.first < 99, p.first, 0)
    return pd.DataFrame({**columns, "d": p.treated, "first": first, "row": np.arange(len(p.y)), **more})


def unless_refused(estimator, *args, **options):
    """What ours finds; a panel whose gaps leave a term unidentified is passed over: ours refuses, others drop it."""
    try:
        return estimator(*args, **options)
    except Refused:
        reject()


def agree(ours, theirs, size=1e-3):
    """Both are the same to nine digits of the figure, or of the outcome's size where a figure is nearly nothing."""
    one, other = np.asarray(ours, dtype=float), np.asarray(theirs, dtype=float)
    np.testing.assert_allclose(one, other, rtol=CLOSE, atol=CLOSE * size)
