"""The courses and actors behind the picture."""

from __future__ import annotations

from datetime import date

from landsby.web.partnerships.actions import close_actor

ACTORS = "/p/havneby/picture/actors/"
COURSES = "/p/havneby/picture/courses/"


def names(page) -> set[str]:
    return {row.name for row in page.context["listing"].sorted_rows}


def test_those_who_took_part_and_those_who_did_not_are_all(cast, years, sign_in):
    client = sign_in(cast.secretariat)
    everybody, did, did_not = (names(client.get(f"{ACTORS}?took_part={told}")) for told in ("", "yes", "no"))
    assert did | did_not == everybody
    assert did & did_not == set()
    assert did


def test_a_department_is_part_of_its_school(cast, years, world, sign_in):
    page = sign_in(cast.secretariat).get(f"{ACTORS}?group=school")
    assert names(page) == {"Kajskolen", "Bugtskolen"}
    (school,) = (row for row in page.context["listing"].sorted_rows if row.pk == world.school.pk)
    assert school.taken_part > 0


def test_an_actor_that_closed_before_the_chosen_time_is_not_missed(cast, years, world, operator, sign_in):
    close_actor(actor=world.hill_daycare, on=date(2022, 12, 31), by=operator)
    client = sign_in(cast.secretariat)
    assert "Bakkehuset" in names(client.get(f"{ACTORS}?last=20222"))
    assert "Bakkehuset" not in names(client.get(f"{ACTORS}?first=20231"))


def test_the_number_beside_an_actor_opens_its_activities(cast, years, sign_in):
    client = sign_in(cast.secretariat)
    page = client.get(f"{ACTORS}?took_part=yes&first=20222")
    choice = page.context["sight"].choice
    for actor in page.context["listing"].sorted_rows:
        listed = client.get(f"{choice.activities()}&actor={actor.pk}").context["listing"]
        assert listed.page.paginator.count == actor.taken_part


def test_actors_can_be_sorted_by_how_often_they_took_part(cast, years, sign_in):
    rows = list(sign_in(cast.secretariat).get(f"{ACTORS}?sort=-taken_part").context["listing"].sorted_rows)
    assert [row.taken_part for row in rows] == sorted((row.taken_part for row in rows), reverse=True)


def test_only_courses_with_something_held_are_listed(cast, years, sign_in):
    rows = list(sign_in(cast.secretariat).get(COURSES).context["listing"].sorted_rows)
    assert len(rows) == 3
    assert all(row.held > 0 for row in rows)


def test_a_course_belongs_to_every_half_year_that_it_met_in(cast, years, sign_in):
    client = sign_in(cast.secretariat)
    spring, autumn = (
        {row.pk: row.held for row in client.get(f"{COURSES}?first={half}&last={half}").context["listing"].sorted_rows}
        for half in (20221, 20222)
    )
    (both,) = spring.keys() & autumn.keys()
    assert spring[both] + autumn[both] == 3


def test_courses_of_no_chosen_kind_are_left_out(cast, years, sign_in):
    client = sign_in(cast.secretariat)
    assert client.get(f"{COURSES}?kind=sailing_course").context["listing"].page.paginator.count == 3
    assert client.get(f"{COURSES}?kind=story_walk").context["form"].errors


def test_htmx_gets_the_rows_alone_and_no_other_part(cast, years, sign_in):
    client = sign_in(cast.secretariat)
    part = client.get(f"{ACTORS}?partial=rows", headers={"HX-Request": "true"})
    assert part.status_code == 200
    assert "<html" not in part.content.decode()
    assert client.get(f"{ACTORS}?partial=other", headers={"HX-Request": "true"}).status_code == 400
