"""One table of statistics: all who tell of a procedure use its names, and earlier results are understood."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from landsby.evaluation.designs.methods import PROCEDURES, Procedure
from landsby.evaluation.inference.statistics import BY_COEFFICIENT, BY_GROUP, STATISTICS, StatisticId, statistic_told

ROOT = Path(__file__).parents[3]


def test_every_statistic_and_every_procedure_has_one_name_and_no_two_share_it():
    assert set(STATISTICS) == set(get_args(StatisticId))
    assert set(PROCEDURES) == set(get_args(Procedure))
    for lang in ("da", "en"):
        assert len({each.text.say(lang) for each in STATISTICS.values()}) == len(STATISTICS)


def test_the_documentation_calls_them_so():
    told = (ROOT / "docs" / "evaluation.md").read_text(encoding="utf-8")
    assert [each.text.en for each in STATISTICS.values() if f"| {each.text.en} |" not in told] == []


def test_a_statistic_is_called_by_the_procedure_that_a_design_declares():
    for each in STATISTICS.values():
        if each.declared_as:
            assert each.text.da.startswith(PROCEDURES[each.declared_as].da)
            assert each.text.en.startswith(PROCEDURES[each.declared_as].en)
    assert BY_COEFFICIENT == ("exchange_coefficient", "exchange_studentised")
    assert BY_GROUP == ("exchange_group_time", "exchange_scaled")


@pytest.mark.parametrize(
    ("line", "statistic"),
    [
        ({"statistic": "cr3", "procedure": "cluster-robust errors (CR3), t(9)"}, "cr3"),
        ({"statistic": None, "procedure": "cluster-robust errors (CR3), t(9)"}, None),
        ({"procedure": "CR3"}, "cr3"),
        ({"procedure": "cr3, t(9)"}, "cr3"),
        ({"procedure": "WCR"}, "wild_bootstrap"),
        ({"procedure": "wild_bootstrap (WCR, rademacher, ties counted)"}, "wild_bootstrap"),
        ({"procedure": "WCU"}, "wild_unrestricted"),
        ({"procedure": "Ferman-Pinto"}, "ferman_pinto"),
        ({"procedure": "conley_taber"}, "conley_taber"),
        ({"procedure": "exchange, coefficient"}, "exchange_coefficient"),
        ({"procedure": "exchange (studentised, 99 schedules, all)"}, "exchange_studentised"),
        ({"procedure": "exchange (group-time, 499 schedules)"}, "exchange_group_time"),
        ({"by": "exchange, scaled"}, "exchange_scaled"),
        ({"by": "normal, by the covariance over exchanged schedules; not calibrated"}, None),
        ({"procedure": "influence, normal"}, "influence"),
        ({"procedure": "prais_winsten (rho 0.2, 999 simulated series)"}, None),
        ({}, None),
    ],
)
def test_what_a_result_says_is_understood_also_as_earlier_versions_said_it(line, statistic):
    told = statistic_told(line)
    assert (told and told.id) == statistic
