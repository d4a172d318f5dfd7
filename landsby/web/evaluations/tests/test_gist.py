"""What a reader must know who reads no further, and how figures stand there."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.utils.translation import override

from landsby.web.evaluations.design_texts import read_text
from landsby.web.evaluations.figures import Figure, beside, in_step, written
from landsby.web.evaluations.presenters.gist import Gist
from landsby.web.evaluations.presenters.tables import effects_table
from landsby.web.evaluations.sheets import LONGEST_NAME, SHEETS
from landsby.web.evaluations.tests.factories import DESIGN

PLANNED = DESIGN.replace("too_early:", "looks: [{period: 2023, what: {da: Først nu., en: Now.}}]\ntoo_early:")
HALF_YEARS = DESIGN.replace(
    "window: {first: 2015, last: 2024}", "window: {first: 1, last: 12}\nperiod_name: half_year"
).replace("starts: 2021", "starts: 7")
NOTHING = {"smallest_that_matters": None}
UNSEEN = {"smallest_that_matters": 0.05, "since": None, "known": [{"last": 2024, "smallest": 0.083}]}


def gist(design=DESIGN, *, until=2021, ahead=None, units=()):
    """The gist of a result that has been measured until a year."""
    run = SimpleNamespace(declaration=SimpleNamespace(design=read_text(design).design))
    left = [{"without": code, "estimate": 0.1} for code in ("quay", "hill", *units)]
    primary = {"description": {"periods": [until - 1, until]}, "sensitivity": {"leave_one_out": left}}
    names = SimpleNamespace(in_order=lambda codes: [code.title() for code in codes])
    return Gist(run, {}, primary, names, ahead or {})


@pytest.mark.parametrize(
    ("told", "line"),
    [
        (
            {},
            "Hvor lille en forskel der så kan ses, er ikke undersøgt endnu.",
        ),
        ({"until": 2022, "ahead": NOTHING}, "Vi ved mere, når tallene for 2023 er med."),
        ({"design": HALF_YEARS, "until": 7, "ahead": NOTHING}, "Vi ved mere, når tallene for halvår 8 er med."),
        (
            {"design": PLANNED, "ahead": NOTHING},
            "Det er aftalt at gøre resultatet op igen, når tallene for 2023 er med.",
        ),
        ({"until": 2024}, ""),
        ({"ahead": UNSEEN}, "Selv i 2024 kan kun en forskel på 8,3 procentpoint eller mere ses med sikkerhed."),
        ({"ahead": {**UNSEEN, "since": 2023}}, "Fra 2023 kan en forskel på 5 procentpoint ses, hvis den er der."),
    ],
)
def test_one_line_says_when_more_will_be_known(told, line):
    assert gist(**told).when.endswith(line)
    assert bool(line) == bool(gist(**told).when)


def test_places_that_share_their_years_are_few_experiences_and_are_named():
    shared = DESIGN.replace("inference: {", "inference: {shocks: cluster, ").replace(
        "period: year}", "period: year, cluster: c}"
    )
    told = gist(shared, units=["bay"]).experiences
    assert "ligger i Bay. Steder" in told
    assert "Det er én erfaring, ikke 2" in told
    assert "Det er 2 erfaringer" in gist(shared, units=["bay", "fjord"]).experiences
    assert gist(units=["bay"]).experiences == ""


def test_figures_stand_as_people_write_them_and_stay_numbers():
    with override("da"):
        assert [written(value) for value in (Figure(-2.44, 1), 66300, None)] == ["−2,4", "66.300", "–"]
        assert [written(value) for value in beside([-0.0239, -0.0654, None], None)] == ["−2,39", "−6,54", "–"]
        assert [[written(value) for value in row] for row in in_step([["a", -12.44, 0.5]])] == [["a", "−12,4", "0,5"]]
    with override("en"):
        assert [written(value) for value in (Figure(-2.44, 1, "m"), 66300)] == ["−2.4 m", "66,300"]


def test_each_method_stands_once_and_says_whose_uncertainty_it_has():
    row = {"outcome": "wet", "term": "treated", "estimate": 0.02, "ci_low": None, "ci_high": None, "p": None}
    one = {**row, "estimator": "two_way", "statistic": "cr3"}
    other = {**row, "estimator": "two_way", "statistic": "ferman_pinto", "ci_low": 0.01, "ci_high": 0.03, "p": 0.01}
    silent = {**row, "estimator": "imputation", "statistic": None}
    outcome = {"id": "wet", "unit": None, "title": {"da": "Våd", "en": "Wet"}}
    said = [[written(value) for value in line] for line in effects_table([one, other, silent], [outcome]).rows]
    assert [line[2].split()[0] for line in said] == ["Ferman", "ingen"]
    assert said[0][3:] == ["2,00", "1,00", "3,00", "0,010"]
    earlier = {name: value for name, value in other.items() if name != "statistic"} | {"procedure": "ferman_pinto"}
    assert effects_table([earlier], [outcome]).rows[0] == effects_table([other], [outcome]).rows[0]


def test_names_of_sheets_are_whole_in_both_languages():
    for language in ("da", "en"):
        with override(language):
            names = [str(name) for name in SHEETS.values()]
            assert max(map(len, names)) <= LONGEST_NAME
            assert len(set(names)) == len(names)
