"""The picture: every number opens the records behind it, as far as the reader may see."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from types import SimpleNamespace

import pytest
from django.test import Client

from landsby.web.activities.tests.factories import an_activity
from landsby.web.kit.counts import Count
from landsby.web.overviews.presenters import Picture

PAGE = "/p/havneby/picture/"
READERS = ["secretariat", "health_visitor", "daycare_leader"]


@pytest.fixture(params=READERS)
def reader(request, cast: SimpleNamespace, years: SimpleNamespace, sign_in) -> Client:
    return sign_in(getattr(cast, request.param))


def records(client: Client, url: str) -> int:
    """How many records the list behind a number shows."""
    response = client.get(url)
    assert response.status_code == 200
    return response.context["listing"].page.paginator.count


def counts_of_rows(picture: Picture) -> Iterator[tuple[str, Count]]:
    """Every number that is a number of records."""
    activities, _participations, _enrolled, _families, actors = picture.numbers
    yield "activities", activities.count
    yield "actors", actors.count
    for row in picture.goals.rows:
        yield from ((f"goal {row[0]}", count) for count in row[1:])
    yield from ((f"track {bar.title}", bar.count) for bar in picture.tracks)
    for row in picture.communities.rows:
        yield from ((f"community {row.title}", cell.count) for cell in row.cells)
        yield f"community {row.title}", row.total
    for group in picture.taking_part.groups:
        yield f"group {group.title}", group.took_part
        yield f"group {group.title}", group.of
    yield from ((actor.name, count) for actor, count in picture.taking_part.most_active)


def numbers_that_differ(client: Client, picture: Picture) -> list[tuple[str, int, int]]:
    """The numbers whose list shows another number of records: name, number, records."""
    numbers = [(name, count.value, records(client, count.url)) for name, count in counts_of_rows(picture)]
    assert sum(value > 0 for _name, value, _found in numbers) > 6
    return [number for number in numbers if number[1] != number[2]]


def test_every_number_opens_a_list_of_as_many_records(reader):
    assert numbers_that_differ(reader, reader.get(PAGE).context["picture"]) == []


def test_so_does_every_number_of_chosen_half_years(cast, years, sign_in):
    reader = sign_in(cast.secretariat)
    assert numbers_that_differ(reader, reader.get(f"{PAGE}?first=20222&last=20222").context["picture"]) == []


def test_so_does_every_number_of_a_municipality(cast, years, world, sign_in):
    reader = sign_in(cast.secretariat)
    picture = reader.get(f"{PAGE}?municipality={world.south.pk}").context["picture"]
    assert {row.title for row in picture.communities.rows} == {"Bay"}
    assert numbers_that_differ(reader, picture) == []


def test_more_communities_than_one_looks_over_stand_by_municipality(cast, years, sign_in, monkeypatch):
    reader = sign_in(cast.secretariat)
    monkeypatch.setattr("landsby.web.overviews.presenters.counted.MOST_LINES", 1)
    rows = reader.get(PAGE).context["picture"].communities.rows
    assert len(rows) == 2
    for row in rows:
        for count in (row.total, *(cell.count for cell in row.cells)):
            behind = reader.get(count.url).context["picture"].communities.rows
            assert sum(each.total.value for each in behind) == count.value


def test_the_sums_are_those_of_the_lists_that_they_open(reader):
    picture = reader.get(PAGE).context["picture"]
    _activities, participations, enrolled, families, _actors = picture.numbers

    def rows(count: Count) -> list:
        return list(reader.get(count.url).context["listing"].sorted_rows)

    assert participations.count.value == sum(a.children or 0 for a in rows(participations.count))
    assert families.count.value == sum(a.new_families or 0 for a in rows(families.count))
    assert enrolled.count.value == sum(s.children_enrolled or 0 for s in rows(enrolled.count))


@pytest.fixture
def quiet(cast, world, years, blueprint, operator, sign_in) -> Client:
    """The secretariat, a long time after all but one daycare has done anything."""
    for _number in range(4):
        an_activity(blueprint, world, operator, starts_on=years.last.replace(year=2025), community=world.quay)
    return sign_in(cast.secretariat)


def test_what_has_had_nothing_lately_is_named(quiet):
    thin = dict(quiet.get(PAGE).context["thin"])
    assert [f.sentence for f in thin["Lokalområder"]] == ["Hill: ingen aktiviteter.", "Bay: ingen aktiviteter."]
    first, *others = (f.sentence for f in thin["Målsætninger"])
    assert first == "Flere fortællinger: ingen aktiviteter."
    assert len(others) == 3, "all goals but the one that had something"
    said = "Skole: 2 af 2 har ikke været med i nogen aktivitet (forår 2025 til efterår 2025)."
    assert said in [f.sentence for f in thin["Aktører"]]


def test_every_finding_opens_what_it_speaks_of(quiet):
    thin = dict(quiet.get(PAGE).context["thin"])
    for heading in ("Lokalområder", "Målsætninger", "Programmets spor"):
        assert [records(quiet, finding.url) for finding in thin[heading]] == [0] * len(thin[heading])
    for finding in thin["Aktører"]:
        absent = int(finding.sentence.split(": ")[1].split()[0])
        assert records(quiet, finding.url) == absent


def test_the_page_shows_each_number_as_a_link_and_nothing_as_no_link(cast, years, sign_in):
    page = sign_in(cast.secretariat).get(PAGE)
    text = unescape(page.content.decode())
    for _name, count in counts_of_rows(page.context["picture"]):
        assert (f'href="{count.url}"' in text) or count.value == 0


def test_somebody_who_sees_a_part_is_told_which(cast, years, sign_in):
    assert "Billedet dækker det, du kan se: Quay." in sign_in(cast.daycare_leader).get(PAGE).content.decode()
    assert "Billedet dækker" not in sign_in(cast.secretariat).get(PAGE).content.decode()


def test_a_goal_column_is_drawn_and_told_as_a_table(cast, years, sign_in):
    chart = sign_in(cast.secretariat).get(PAGE).context["picture"].goals
    drawn = sum(row["count"] for row in chart.spec["data"]["values"])
    assert drawn == sum(count.value for row in chart.rows for count in row[1:]) > 0
    assert chart.headings[0] == "Halvår"
    assert chart.headings[-1] == "Uden målsætning"


def test_an_empty_programme_has_no_picture_and_says_how_it_comes(cast, sign_in):
    text = sign_in(cast.daycare_leader).get(PAGE).content.decode()
    assert "Her er ikke noget billede endnu" in text
    assert "Registrér aktivitet" in text


def test_one_who_only_reads_is_offered_no_writing(cast, sign_in):
    assert "Registrér aktivitet" not in sign_in(cast.steering_member).get(PAGE).content.decode()


def test_a_last_half_year_before_the_first_is_said_at_the_field(cast, years, sign_in):
    page = sign_in(cast.secretariat).get(f"{PAGE}?first=20231&last=20222")
    assert "Perioden slutter, før den begynder. Vælg et senere halvår." in page.content.decode()
    assert page.context["picture"].totals.activities > 0


@pytest.mark.parametrize("query", ["?first=nonsense", "?municipality=999999", "?last=19991"])
def test_a_choice_that_is_none_is_said_and_shows_the_whole(cast, years, sign_in, query):
    page = sign_in(cast.secretariat).get(PAGE + query)
    assert page.status_code == 200
    assert page.context["form"].errors


def test_the_published_figures_stand_below(cast, years, sign_in):
    text = sign_in(cast.secretariat).get(PAGE).content.decode()
    assert "Programmets tal" in text


def test_the_figures_about_courses_open_the_courses_that_they_count(cast, years, sign_in):
    client = sign_in(cast.secretariat)
    figures = {figure.definition.id: figure for figure in client.get(PAGE).context["figures"]}
    held, enrolled, participations = (figures[f"sailing_{what}"] for what in ("courses", "children", "participations"))
    rows = list(client.get(held.link).context["listing"].sorted_rows)
    assert held.value == len(rows) == 3
    assert enrolled.value == sum(row.children_enrolled or 0 for row in rows)
    assert participations.value == sum(row.participations for row in rows)


@pytest.mark.parametrize("page", ["picture", "picture/actors", "picture/courses"])
def test_a_stranger_is_told_nothing(cast, years, sign_in, page):
    assert sign_in(cast.stranger).get(f"/p/havneby/{page}/").status_code == 404


def test_whoever_sees_one_municipality_is_not_asked_to_choose_one(cast, years, sign_in):
    assert "municipality" not in sign_in(cast.daycare_leader).get(PAGE).context["form"].fields
    assert "municipality" in sign_in(cast.secretariat).get(PAGE).context["form"].fields
