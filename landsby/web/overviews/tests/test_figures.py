"""Every figure is counted twice: by its query, and by a naive twin that walks over the records."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone
from django.utils.html import escape

from landsby.blueprint import codelist
from landsby.web.activities.actions import remove_activity, remove_series
from landsby.web.activities.models import Activity, Series
from landsby.web.activities.status import Status
from landsby.web.activities.tests.factories import a_series, an_activity
from landsby.web.overviews.figures import MEASURES, counted, figures_of
from landsby.web.overviews.tallied import counts_of
from landsby.web.partnerships.actions import add_actor, close_actor
from landsby.web.partnerships.models import Actor, Community

TODAY = date(2024, 5, 1)
EARLY = date(2023, 9, 4)


def held_sessions(series):
    return [session for session in series.sessions.all() if session.status == "held"]


def series_of(figure):
    return [one for one in Series.objects.all() if one.kind in figure.activity_kinds and held_sessions(one)]


def actors_of(figure):
    group_of = {kind.id: kind.group for kind in codelist("actor_kinds").values()}
    return [
        actor
        for actor in Actor.objects.all()
        if group_of[actor.kind] in figure.actor_groups
        and actor.parent is None
        and (actor.opened_on is None or actor.opened_on <= TODAY)
        and (actor.closed_on is None or actor.closed_on > TODAY)
    ]


def sessions_of(figure):
    return [
        activity
        for activity in Activity.objects.all()
        if activity.series and activity.kind in figure.activity_kinds and activity.status == "held"
    ]


NAIVE_TWINS = {
    "series_held": lambda figure: len(series_of(figure)),
    "series_children": lambda figure: sum(one.children_enrolled or 0 for one in series_of(figure)),
    "series_participations": lambda figure: sum(session.children or 0 for session in sessions_of(figure)),
    "activities_held": lambda figure: sum(
        activity.kind in figure.activity_kinds and activity.status == "held" for activity in Activity.objects.all()
    ),
    "actors": lambda figure: len(actors_of(figure)),
    "communities": lambda figure: sum(
        one.started_on <= TODAY and (one.ended_on is None or one.ended_on > TODAY) for one in Community.objects.all()
    ),
}


@pytest.fixture
def some_records(blueprint, world, cast):
    """A little of everything, some of which must not be counted."""
    by = cast.secretariat
    a_series(blueprint, world, by, sessions=4, starts_on=EARLY, children_enrolled=17, counts={"children": 15})
    a_series(blueprint, world, by, sessions=2, starts_on=EARLY, children_enrolled=None, counts={"children": 20})
    a_series(blueprint, world, by, children_enrolled=12, status=Status.CANCELLED, cancelled_because="Storm", counts={})
    for days in range(3):
        an_activity(blueprint, world, by, kind="story_walk", starts_on=EARLY + timedelta(days=days))
    an_activity(blueprint, world, by, kind="story_walk", status=Status.PLANNED, counts={})
    an_activity(blueprint, world, by, kind="crab_fishing")
    add_actor(programme=world.programme, kind="school", name="Fløjen", parent=world.school, by=by)
    add_actor(programme=world.programme, kind="school", name="Ny Skole", opened_on=TODAY + timedelta(days=1), by=by)
    close_actor(actor=world.bay_school, on=TODAY, by=by)


def values(programme):
    return {key: figure.value for key, figure in figures_of(programme, TODAY).items()}


def test_every_measure_has_a_naive_twin(blueprint):
    assert set(NAIVE_TWINS) == set(MEASURES)
    assert {figure.measure for figure in blueprint.figures.values()} == set(MEASURES)


@pytest.mark.usefixtures("some_records")
def test_every_figure_agrees_with_its_naive_twin(programme, blueprint):
    naive = {key: NAIVE_TWINS[figure.measure](figure) for key, figure in blueprint.figures.items()}
    assert values(programme) == naive
    assert naive == {
        "sailing_courses": 2,
        "sailing_children": 17,
        "sailing_participations": 4 * 15 + 2 * 20,
        "story_walks": 3,
        "harbour_schools": 1,
        "neighbourhoods": 3,
    }


@pytest.mark.usefixtures("some_records")
def test_deleting_one_course_lowers_its_figure_by_one(programme, cast):
    before = values(programme)
    remove_series(series=Series.objects.get(children_enrolled=17), by=cast.secretariat)
    after = values(programme)
    assert after["sailing_courses"] == before["sailing_courses"] - 1
    assert after["sailing_children"] == before["sailing_children"] - 17


@pytest.mark.usefixtures("some_records")
def test_a_figure_is_as_of_the_latest_record_that_it_counts(programme, cast):
    walks = figures_of(programme, TODAY)["story_walks"]
    assert (walks.as_of, walks.records) == (EARLY + timedelta(days=2), 3)

    remove_activity(activity=Activity.objects.get(kind="story_walk", starts_on=walks.as_of), by=cast.secretariat)
    assert figures_of(programme, TODAY)["story_walks"].as_of == EARLY + timedelta(days=1)


def test_an_empty_programme_counts_nothing_as_of_today(programme):
    figures = figures_of(programme, TODAY)
    assert {figure.value for figure in figures.values()} == {0}
    assert {figure.as_of for figure in figures.values()} == {TODAY}


def test_another_programmes_records_are_not_counted(programme, operator, blueprint, world, cast):
    from landsby.web.blueprints.actions import start_programme_from

    a_series(blueprint, world, cast.secretariat)
    other = start_programme_from(
        blueprint=blueprint, slug="other", name="Et andet", starts_on=date(2022, 1, 1), ends_on=None, by=operator
    )
    assert set(values(other).values()) == {0}
    assert values(programme)["sailing_courses"] == 1


def test_figures_ask_one_question_each_and_one_for_all(programme, django_assert_num_queries):
    figures_of(programme, TODAY)  # by now it is known which blueprint the programme has adopted
    with django_assert_num_queries(len(MEASURES) + 1):
        figures_of(programme, TODAY)


PERSONAS = [
    "secretariat",
    "project_leader",
    "steering_member",
    "daycare_leader",
    "school_leader",
    "pedagogue",
    "health_visitor",
    "leisure_consultant",
    "association",
    "network_member",
    "evaluator",
]


def number_of(measure, page):
    """The number that the list behind a figure amounts to."""
    if measure == "communities":
        return sum(row.is_open for municipality in page.context["rows"] for row in municipality.communities)
    rows = page.context["listing"].sorted_rows
    match measure:
        case "series_children":
            return sum(course.children_enrolled or 0 for course in rows)
        case "series_participations":
            return sum(session.children or 0 for session in rows)
    return rows.count()


@pytest.mark.usefixtures("some_records")
@pytest.mark.parametrize("who", PERSONAS)
def test_a_number_opens_the_list_of_it_or_is_no_link(cast, sign_in, who):
    client = sign_in(getattr(cast, who))
    page = client.get("/p/havneby/picture/")
    text = page.content.decode()
    sees_all = page.context["standing"].seen.everywhere
    assert ("kan derfor ikke åbne listerne bag dem" in text) is not sees_all
    for figure in page.context["figures"]:
        assert (f'<a href="{escape(figure.link)}">' in text) is sees_all
        if sees_all:
            assert number_of(figure.definition.measure, client.get(figure.link)) == figure.value, figure.definition.id


@pytest.mark.usefixtures("some_records")
def test_a_figure_of_several_kinds_links_to_all_of_them(programme, blueprint, cast, sign_in):
    client = sign_in(cast.secretariat)
    one_kind = blueprint.figures["story_walks"]
    two_kinds = one_kind.model_copy(update={"activity_kinds": ("story_walk", "crab_fishing")})
    figure = counted(counts_of(programme), two_kinds, TODAY)
    assert figure.value == 4
    page = client.get(figure.link)
    assert number_of("activities_held", page) == 4
    together = page.content.decode()
    assert 'value="story_walk,crab_fishing" selected' in together
    assert number_of("activities_held", client.get(f"{page.request['PATH_INFO']}?kind=story_walk,crab_fishing")) == 5


@pytest.mark.usefixtures("some_records")
def test_participations_in_series_lead_to_sessions_only(programme, blueprint, world, cast, sign_in):
    before = values(programme)["sailing_participations"]
    an_activity(blueprint, world, cast.secretariat, kind="sailing_course", counts={"children": 7})
    figure = figures_of(programme, TODAY)["sailing_participations"]
    assert figure.value == before
    rows = sign_in(cast.secretariat).get(figure.link).context["listing"].sorted_rows
    assert sum(session.children for session in rows) == figure.value


@pytest.mark.usefixtures("some_records")
def test_a_figure_links_to_exactly_the_records_behind_it(programme, cast, sign_in):
    client = sign_in(cast.secretariat)
    for key, figure in figures_of(programme, timezone.localdate()).items():
        page = client.get(figure.link)
        if key == "neighbourhoods":
            assert page.status_code == 200
        elif key == "sailing_children":  # a course whose list is not made adds nothing, and is shown beside the others
            rows = page.context["listing"].sorted_rows
            assert sum(course.children_enrolled or 0 for course in rows) == figure.value
        else:
            assert page.context["listing"].page.paginator.count == figure.records, key
