"""The theory of change: what is registered under each box, as far as the reader may see."""

from __future__ import annotations

from html import unescape

from django.db import connection
from django.test.utils import CaptureQueriesContext

from landsby.web.activities.tests.factories import an_activity
from landsby.web.indicators.tests.factories import some_figures, years_of
from landsby.web.initiatives.tests.factories import an_initiative

PAGE = "/p/havneby/theory/tide_theory/"


def boxes_of(page) -> dict:
    return {box.node.id: box for _stage, boxes in page.context["theory"].stages for box in boxes}


def test_every_number_under_a_box_opens_a_list_of_as_many_records(cast, years, sign_in):
    client = sign_in(cast.secretariat)
    lines = [line for box in boxes_of(client.get(PAGE)).values() for line in box.counts]
    assert sum(line.count.value > 0 for line in lines) > 3
    for line in lines:
        listing = client.get(line.count.url).context["listing"]
        assert listing.page.paginator.count == line.count.value, line.label


def test_whoever_sees_a_part_reads_the_numbers_of_that_part(cast, years, sign_in):
    whole = boxes_of(sign_in(cast.secretariat).get(PAGE))["walks_and_tales"].counts[0].count.value
    client = sign_in(cast.daycare_leader)
    line = boxes_of(client.get(PAGE))["walks_and_tales"].counts[0]
    assert 0 < line.count.value < whole
    assert client.get(line.count.url).context["listing"].page.paginator.count == line.count.value


def test_a_box_says_in_how_many_communities_it_happens(cast, years, sign_in):
    assert boxes_of(sign_in(cast.secretariat).get(PAGE))["walks_and_tales"].reach == "I 3 af 3 lokalområder."


def test_initiatives_are_counted_under_the_boxes_that_they_lead_to(cast, world, operator, sign_in):
    initiative = an_initiative(world, operator)  # leads to reading aloud often
    client = sign_in(cast.secretariat)
    boxes = boxes_of(client.get("/p/havneby/theory/harbour_theory/"))
    [line] = [one for one in boxes["reading_aloud_often"].counts if one.label == "indsats"]
    assert line.count.value == 1
    assert [row.pk for row in client.get(line.count.url).context["listing"].page] == [initiative.pk]


def test_an_indicator_shows_its_latest_figure_or_that_there_is_none(cast, world, blueprint, operator, sign_in):
    client = sign_in(cast.daycare_leader)
    [shown] = boxes_of(client.get(PAGE))["harbour_friends"].indicators
    assert (shown.latest.value, shown.latest.note) == ("", "Ikke målt endnu")
    some_figures(world, blueprint, operator, years_of([world.quay]))
    page = client.get(PAGE)
    [shown] = boxes_of(page)["harbour_friends"].indicators
    assert (shown.latest.value, shown.latest.when) == ("44,4 %", "2023/24")
    assert "44,4 %" in page.content.decode()


def test_what_is_missing_is_said(cast, world, sign_in):
    text = unescape(sign_in(cast.secretariat).get(PAGE).content.decode())
    assert "Intet registreret endnu." in text
    assert "Ingen indikator er valgt." in text


def test_the_drawing_holds_every_box_and_arrow(cast, world, sign_in):
    theory = sign_in(cast.secretariat).get(PAGE).context["theory"]
    assert {box.name for box in theory.drawing.boxes} == {node.title.da for node in theory.chart.nodes.values()}
    assert len(theory.drawing.arrows) == len(theory.chart.links) == 6
    assert [arrow.badge.text for arrow in theory.drawing.arrows if arrow.badge] == ["1", "1, 2"]


def test_an_unknown_theory_and_a_stranger_find_nothing(cast, world, sign_in):
    assert sign_in(cast.secretariat).get("/p/havneby/theory/no_theory/").status_code == 404
    assert sign_in(cast.stranger).get(PAGE).status_code == 404


def test_more_records_ask_no_more_of_the_database(cast, world, blueprint, operator, sign_in):
    client = sign_in(cast.secretariat)
    client.get(PAGE)

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get(PAGE)
        return len(asked)

    few = queries()
    for number in range(12):
        kind = "story_walk" if number % 2 else "crab_fishing"
        an_activity(blueprint, world, operator, kind=kind, community=(world.quay, world.hill, world.bay)[number % 3])
    client.get(PAGE)  # the first to look after a change counts those half-years again
    assert queries() == few
