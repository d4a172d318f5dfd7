"""One series: segmented regression gives the published ratios, and charts the published rules."""

from __future__ import annotations

import numpy as np
import pytest

from landsby.evaluation.problems import Refused
from landsby.evaluation.series.charts import p_chart, run_chart, xmr_chart
from landsby.evaluation.series.interrupted import interrupted
from landsby.evaluation.tests.published import column, table


def test_a_clean_break_is_found():
    time = np.arange(20.0)
    y = 3 + 0.5 * time - 2.0 * (time >= 12) - 0.25 * np.maximum(time - 11, 0)
    found = interrupted(y, 12, slope=True)
    np.testing.assert_allclose(found.beta, [2.5, 0.5, -2.0, -0.25], atol=1e-10)


def test_a_series_that_is_too_short_is_refused():
    with pytest.raises(Refused, match="2 periods before"):
        interrupted(np.arange(9.0), 2)
    with pytest.raises(Refused, match="5 useful points"):
        run_chart(np.array([1.0, 2, 3, 3, 3, 4, 5, 3, 6]))


@pytest.mark.realdata
def test_sicily_gives_the_published_ratios(realdata):
    """Lopez Bernal et al. 2017 (heart attacks and the smoking ban): .894 (.865-.925); seasonal .885 (.839-.933)."""
    rows = table(realdata, "sicily.csv")
    y, population, month = (column(rows, name) for name in ("aces", "stdpop", "month"))
    start = int(np.flatnonzero(column(rows, "smokban") == 1)[0])
    plain = interrupted(y, start, family="poisson", population=population)
    np.testing.assert_allclose(plain.ratio, [0.894, 0.865, 0.925], atol=0.0006)
    seasonal = interrupted(y, start, family="quasi_poisson", population=population, season=(month, 12, 2))
    np.testing.assert_allclose(seasonal.ratio, [0.885, 0.839, 0.933], atol=0.0006)


@pytest.mark.parametrize(("n", "allowed", "needed"), [(10, 6, 2), (16, 7, 4), (20, 7, 6), (24, 8, 8), (30, 8, 10)])
def test_runs_are_judged_by_the_published_table(n, allowed, needed):
    """Anhoej & Olesen 2014, table 1."""
    y = np.where(np.arange(n) % 2 == 0, 1.0, -1.0)
    found = run_chart(y)
    assert (found.longest_allowed, found.crossings_needed, found.shifted) == (allowed, needed, False)
    shifted = run_chart(np.concatenate([y[: n // 2] - 5, y[n // 2 :] + 5]))
    assert shifted.shifted
    assert shifted.crossings == 1


def test_limits_are_those_of_the_textbook():
    y = np.array([10.0, 12, 11, 13, 9, 10, 12, 11, 10, 30])
    chart = xmr_chart(y)
    assert chart.high[0] == pytest.approx(y.mean() + 2.66 * np.abs(np.diff(y)).mean())
    assert chart.outside.tolist() == [False] * 9 + [bool(y[9] > chart.high[0])]
    events, n = np.array([5.0, 4, 6, 5, 7, 5, 4, 6, 5, 40]), np.full(10, 100.0)
    assert p_chart(events, n).outside.tolist() == [False] * 9 + [True]
    p = events.sum() / 1000
    assert p_chart(events, n).high[0] == pytest.approx(p + 3 * np.sqrt(p * (1 - p) / 100))
    z = (events / n - p) / np.sqrt(p * (1 - p) / n)
    factor = np.abs(np.diff(z)).mean() / 1.128
    assert p_chart(events, n, laney=True).high[0] == pytest.approx(p + 3 * factor * np.sqrt(p * (1 - p) / 100))
    with pytest.raises(Refused):
        p_chart(np.zeros(10), n)
