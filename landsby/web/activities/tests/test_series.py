"""The page of a series."""

from __future__ import annotations

from landsby.web.activities.models import Series
from landsby.web.activities.tests.factories import a_series


def test_it_counts_participations_not_children(blueprint, world, cast, sign_in):
    series = a_series(blueprint, world, cast.secretariat, sessions=3)
    page = sign_in(cast.secretariat).get(f"/series/{series.pk}/").context["page"]
    assert (page.held, page.participations, series.children_enrolled) == (3, 36, 16)


def test_correcting_the_whole_renames_the_sessions(blueprint, world, cast, sign_in):
    series = a_series(blueprint, world, cast.secretariat)
    sign_in(cast.project_leader).post(f"/series/{series.pk}/change/", {"title": "Joller", "children_enrolled": "12"})
    series.refresh_from_db()
    assert (series.title, series.children_enrolled) == ("Joller", 12)
    assert {session.title for session in series.sessions.all()} == {"Joller"}


def test_removing_takes_its_sessions_along(blueprint, world, cast, sign_in):
    series = a_series(blueprint, world, cast.secretariat)
    sign_in(cast.project_leader).post(f"/series/{series.pk}/remove/")
    assert not Series.objects.exists()


def test_those_who_only_read_may_not(blueprint, world, cast, sign_in):
    series = a_series(blueprint, world, cast.secretariat)
    client = sign_in(cast.evaluator)
    assert client.get(f"/series/{series.pk}/").status_code == 200
    assert client.get(f"/series/{series.pk}/change/").status_code == 403
    assert sign_in(cast.stranger).get(f"/series/{series.pk}/").status_code == 404
