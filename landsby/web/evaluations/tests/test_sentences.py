"""What a result leans on is said in one plain sentence each, chosen by a rule, and places stand under their names."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.utils import translation

from landsby.evaluation.designs.design import Design
from landsby.web.evaluations import sentences
from landsby.web.evaluations.design_texts import read_text
from landsby.web.evaluations.names import Names
from landsby.web.evaluations.presenters.patience import PatiencePage
from landsby.web.evaluations.presenters.sections import Sections
from landsby.web.evaluations.tests.factories import DESIGN

pytestmark = pytest.mark.once


@pytest.fixture(autouse=True)
def _danish():
    with translation.override("da"):
        yield


def a_design(text: str = DESIGN) -> Design:
    design = read_text(text).design
    assert design is not None
    return design


def names(text: str = DESIGN) -> Names:
    place = SimpleNamespace(municipality=SimpleNamespace(code="0901", name="Nordhavn"))
    return Names(a_design(text), [SimpleNamespace(code="quay", place="Kajen", community=place)])


def test_places_stand_under_their_names_and_under_their_codes_where_nobody_has_told():
    known = names(f'{DESIGN}names: {{hill: Bakken, "0147": "Vores by"}}\n')
    codes = ["quay", "hill", "0901", "0147", "751", "far_01"]
    assert known.in_order(codes) == ["Kajen", "Bakken", "Nordhavn", "Vores by", "Aarhus", "far_01"]


def test_a_design_without_names_keeps_the_seal_it_had_before_names_could_be_told():
    assert "names" not in a_design().to_data()
    assert a_design(f"{DESIGN}names: {{hill: Bakken}}\n").content_hash != a_design().content_hash


def bounds(*ends: tuple[float, float | None, float | None]):
    return [{"kind": "relative", "M": M, "ci_low": low, "ci_high": high} for M, low, high in ends]


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ([], "ingen grænser gives"),
        (bounds((0.0, -1, 1), (1.0, -2, 2)), "ikke skilles fra nul"),
        (bounds((0.0, 1, 2), (0.5, -1, 3)), "gledet 0,5 gange så meget"),
        (bounds((0.0, -3, -2), (0.5, -3, -1), (1.0, None, 1)), "op til 0,5 gange så meget"),
    ],
)
def test_bounds_say_how_much_trends_may_differ(told, said):
    assert said in sentences.about_bounds(told)


@pytest.mark.parametrize(
    ("p", "moved_before", "said"),
    [
        ((), False, "for lidt tid"),
        ((None,), False, "kun ses, ikke prøves"),
        ((0.01, 0.9), True, "allerede før"),
        ((0.04, 0.9), True, "allerede før"),
        ((0.04, 0.9), False, "ved et tilfælde"),
        ((0.4, 0.9), False, "ingen"),
    ],
)
def test_a_start_that_was_not_there_is_judged_as_the_result_judges_it(p, moved_before, said):
    assert said in sentences.about_dates([{"p": each} for each in p], 0.05, moved_before=moved_before)


def test_one_place_that_turns_the_difference_is_named():
    left = [{"without": "quay", "estimate": 0.01}, {"without": "hill", "estimate": -0.03}]
    assert sentences.about_leaving_out(left, -0.02, None, names()).startswith("Uden Kajen vender forskellen")
    assert "−3 procentpoint og −3 procentpoint" in sentences.about_leaving_out(left[1:], -0.02, None, names())
    assert "kan ikke regnes" in sentences.about_leaving_out([], -0.02, None, names())


def test_groups_and_balance_are_read_as_they_may_be():
    groups = [{"id": "a", "p": 0.01}, {"id": "b", "p": 0.3}]
    assert sentences.about_groups(groups, 0.05).endswith("en forskel for: a.")
    assert "ingen klar forskel" in sentences.about_groups(groups[1:], 0.05)
    assert "ingen metode" in sentences.about_groups([{"id": "a", "p": None}], 0.05)
    alike = [{"name": "level", "after": -0.1}, {"name": "trend", "after": 0.2}]
    assert "lignede" in sentences.about_balance(alike, {"level": "niveau", "trend": "udvikling"})
    apart = sentences.about_balance([{"name": "level", "after": -1.2}], {"level": "niveau"})
    assert "ikke ens: i niveau ligger de 1,2" in apart


def test_whom_it_is_compared_with_is_told_with_how_they_were_chosen_and_who_is_left_out():
    text = DESIGN.replace("comparison:\n", "comparison:\n  exclude: [{areas: [x], because: {da: Nabo., en: Near.}}]\n")
    sections = Sections({"areas": ["quay", "hill", "b", "a"]}, {}, a_design(text), names(text), {})
    [areas] = sections.all()
    assert areas.names == ["b", "a"]
    assert areas.lines[0] == "Der er sammenlignet med 2 områder: alle i puljen tæller med."
    assert areas.lines[2] == "1 område er holdt ude: Nabo."


def a_way(areas, compared, since, smallest, *, is_declared=False):
    known = [{"last": 2023, "smallest": None}, {"last": 2024, "smallest": smallest}]
    told = {"areas": areas, "units": areas, "compared_areas": compared, "compared_units": compared}
    return {**told, "is_declared": is_declared, "since": since, "known": known}


@pytest.mark.parametrize(
    ("since", "said"),
    [
        (2023, "Med 4 områder i stedet for 2 kan det ses fra 2023."),
        (None, "Med 4 områder i stedet for 2 kan 6 procentpoint ses i 2024. Nu er det 8 procentpoint."),
    ],
)
def test_more_places_are_said_to_help_by_so_much(since, said):
    ways = [a_way(2, 18, None, 0.08, is_declared=True), a_way(4, 18, since, 0.06), a_way(1, 18, None, None)]
    page = PatiencePage({"ways": ways, "smallest_that_matters": 0.05, "least_power": 0.8}, a_design(), {})
    assert page.more_places == said
    assert page.more_compared == ""
    alike = [a_way(2, 18, None, 0.08, is_declared=True), a_way(2, 36, None, 0.079)]
    assert (
        PatiencePage({"ways": alike}, a_design(), {}).more_compared == "Flere at sammenligne med hjælper næsten ikke."
    )
    assert page.table.headings[-1] == "2024"
    assert [line[-1] for line in page.table.lines] == ["–", "8,0", "6,0"]
