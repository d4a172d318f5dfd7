"""A file that was wrong is taken back: it stays on record, and what stood before it counts again."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.urls import reverse

from landsby.web.indicators.access import cells_of, hiding_in, known_for
from landsby.web.indicators.actions import take_back_delivery
from landsby.web.indicators.importing.known import Amounts
from landsby.web.indicators.models import Delivery, Observation
from landsby.web.indicators.models.holding import ToldFigure, holding
from landsby.web.indicators.tests.factories import place_of, some_figures
from landsby.web.kit.models import Act, AuditEntry
from landsby.web.partnerships.access import programme_for

pytestmark = pytest.mark.once

DARES = "dares_at_seven"


@pytest.fixture
def deliver(world, blueprint, cast):
    """A file of the quay's figures by school year: how many of a hundred, or how many of how many."""

    def deliver(counted):
        amounts = {}
        for year, told in counted.items():
            part, among = told if isinstance(told, tuple) else (told, 100)
            amounts[place_of(world.quay), year, ""] = Amounts(
                Decimal(part * 100) / among, Decimal(part), Decimal(among)
            )
        return some_figures(world, blueprint, cast.secretariat, amounts, again=True)

    return deliver


@pytest.fixture
def shown(world, blueprint):
    """What counts now, by year, and whether single years are told."""

    def shown():
        cells = cells_of(world.programme, [DARES]).get(DARES, [])
        hiding = hiding_in(world.programme, [blueprint.indicators[DARES]]).get(DARES)
        told = not hiding or (place_of(world.quay), "") not in hiding.coarse
        return {cell.period: cell.numerator for cell in cells}, told

    return shown


def test_what_stood_before_counts_again_and_the_file_stays_on_record(deliver, shown, cast, sign_in):
    deliver({2022: 45, 2023: 50})
    wrong = deliver({2023: 90, 2024: 80})
    client, url = sign_in(cast.secretariat), reverse("indicators:delivery_take_back", args=[wrong.pk])
    page = client.get(url)
    assert (len(page.context["effect"].gone), len(page.context["effect"].again)) == (2, 1)
    assert client.post(url, {"why_taken_back": " "}).status_code == 422
    page = client.post(url, {"why_taken_back": "Det var naboens tal."}, follow=True)
    assert shown() == ({2022: 45, 2023: 50}, True)
    assert "Det var naboens tal." in page.content.decode()
    assert Observation.objects.count() == 4
    entry = AuditEntry.objects.get(act=Act.REMOVED)
    assert entry.detail == {"withdrawn": 2, "again": 1}
    again = client.post(url, {"why_taken_back": "Et andet ord."})
    assert (again.status_code, Delivery.objects.get(pk=wrong.pk).why_taken_back) == (302, "Det var naboens tal.")


def test_an_older_file_takes_only_what_still_counts_of_it(deliver, shown, cast):
    first, _second = deliver({2022: 45, 2023: 50}), deliver({2023: 90})
    take_back_delivery(delivery=first, why="Forkert.", by=cast.secretariat)
    assert shown() == ({2023: 90}, True)


def test_a_place_that_a_wrong_file_hid_is_told_again(deliver, shown, cast):
    deliver({2021: 45, 2022: 45})
    wrong = deliver({2023: (1, 2)})
    assert not shown()[1]
    take_back_delivery(delivery=wrong, why="To børn er ikke en kommune.", by=cast.secretariat)
    assert shown() == ({2021: 45, 2022: 45}, True)


def test_but_not_where_a_file_has_come_since_for_its_figures_were_never_told(deliver, shown, cast):
    deliver({2021: 45})
    wrong = deliver({2022: (1, 2)})
    deliver({2023: 50})
    take_back_delivery(delivery=wrong, why="To børn er ikke en kommune.", by=cast.secretariat)
    assert shown() == ({2021: 45, 2023: 50}, False)


def test_three_years_do_not_tell_the_small_one_to_whoever_kept_the_other_two(deliver, world, blueprint):
    deliver({2020: 10, 2021: 12})
    deliver({2022: 4})
    hiding = hiding_in(world.programme, [blueprint.indicators[DARES]])[DARES]
    quay = (place_of(world.quay), "")
    assert (hiding.told, hiding.windows) == ({quay: frozenset({2020, 2021})}, {(*quay, 2020)})


def test_what_was_hidden_before_stays_hidden(deliver, shown, cast):
    deliver({2021: (1, 2), 2022: 45})
    wrong = deliver({2021: 60})
    take_back_delivery(delivery=wrong, why="Forkert år.", by=cast.secretariat)
    assert shown() == ({2021: 1, 2022: 45}, False)


def test_what_has_been_seen_is_seen_so_that_a_new_figure_that_differs_by_few_waits(world, deliver, cast, blueprint):
    wrong = deliver({2023: 45})
    take_back_delivery(delivery=wrong, why="Forkert sted.", by=cast.secretariat)
    _programme, standing = programme_for(cast.secretariat, world.programme.slug)
    known, key = known_for(standing, blueprint.indicators[DARES]), (place_of(world.quay), 2023, "")
    differs = [known.differs_by_few(key, Amounts(Decimal(n), Decimal(n), Decimal(100))) for n in (45, 46, 60)]
    assert (known.before(key), differs) == (None, [False, True, False])


@pytest.mark.parametrize(
    ("told", "gone", "holds"),
    [
        ("tt", (), {2}),
        ("tt", (2,), {1}),
        ("tt", (1,), {2}),
        ("tt", (1, 2), set()),
        ("tw", (), {1, 2}),
        ("tw", (2,), {1}),
        ("tw", (1,), {2}),
        ("twt", (), {3}),
        ("twt", (3,), {1, 2}),
        ("tww", (), {1, 3}),
        ("tww", (3,), {1, 2}),
    ],
)
def test_the_last_that_was_told_holds_and_the_last_that_has_waited_since(told, gone, holds):
    """Each came in a file of its own; »t« was told, »w« waits."""
    figures = [ToldFigure(at, at, letter == "w", holds=False) for at, letter in enumerate(told, 1)]
    assert holding(figures, gone) == holds
