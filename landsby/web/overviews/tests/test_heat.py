"""The heat grid: shades by quartile, and a legend that says what they hold."""

from landsby.web.kit.counts import Count
from landsby.web.overviews.heat import grid_of, shades_of


def test_nothing_has_no_shade():
    assert shades_of([0, 0]) == {0: 0}


def test_four_different_counts_have_the_four_shades():
    assert shades_of([10, 20, 30, 40]) == {0: 0, 10: 1, 20: 2, 30: 3, 40: 4}


def test_equal_counts_have_the_same_shade_and_nothing_does_not_push_them_up():
    assert shades_of([0, 0, 0, 7, 7]) == {0: 0, 7: 1}


def test_one_outlier_takes_only_the_darkest_shade():
    assert shades_of([1, 2, 3, 1000]) == {0: 0, 1: 1, 2: 2, 3: 3, 1000: 4}


def test_the_grid_holds_each_count_with_the_address_of_its_records_and_adds_up_its_lines():
    grid = grid_of(
        lines=[("quay", "Quay", "Nordhavn"), ("bay", "Bay", "Sydhavn")],
        columns=[(20211, "forår 2021"), (20212, "efterår 2021")],
        counts={(20211, "quay"): 3, (20212, "quay"): 5},
        url=lambda line, column: f"{line}/{column or 'all'}",
    )
    assert grid.headings == ["forår 2021", "efterår 2021"]
    quay, bay = grid.rows
    assert [cell.count for cell in quay.cells] == [Count(3, "quay/20211"), Count(5, "quay/20212")]
    assert quay.total == Count(8, "quay/all")
    assert [cell.shade for cell in bay.cells] == [0, 0]
    assert bay.total == Count(0, "bay/all")


def test_the_legend_names_the_fewest_and_the_most_of_each_shade_in_use():
    grid = grid_of(
        lines=[("quay", "Quay", "")],
        columns=[(column, "") for column in range(8)],
        counts={(column, "quay"): column + 1 for column in range(8)},
        url=lambda *_: "",
    )
    assert grid.legend == [(1, 1, 2), (2, 3, 4), (3, 5, 6), (4, 7, 8)]
