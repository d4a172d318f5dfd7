"""A programme's front page: for each person what waits, what is coming, and what happened."""

from __future__ import annotations

from landsby.web.activities.status import Status

PAGE = "/p/havneby/"
LOGGERS = ["project_leader", "daycare_leader", "school_leader", "pedagogue", "association"]
READERS = ["steering_member", "evaluator"]


def test_what_was_planned_and_has_passed_waits_for_those_who_can_say_how_it_went(front_of, make, world):
    waiting = make(-3, status=Status.PLANNED, title="Krabber i går")
    make(3, title="Krabber i morgen")
    make(-4, title="Allerede fortalt")
    elsewhere = make(
        -5, status=Status.PLANNED, community=world.bay, municipality=world.south, hosts=(world.bay_school,)
    )
    front, text = front_of("daycare_leader")
    assert front.dues.first == [waiting]
    assert f'href="/activities/{waiting.pk}/hold/"' in text
    assert elsewhere in front_of("secretariat")[0].dues.first


def test_what_takes_place_today_does_not_wait_yet(front_of, make):
    make(0)
    assert front_of("daycare_leader")[0].dues.first == []


def test_nothing_waiting_is_said_kindly(front_of):
    assert "Intet. Du er helt med." in front_of("daycare_leader")[1]


def test_the_next_two_weeks_stand_in_order_and_no_further(front_of, make):
    far, near, today = make(15), make(9), make(0)
    coming = front_of("pedagogue")[0].coming
    assert coming == [today, near]
    assert far not in coming


def test_those_who_register_get_the_button_and_those_who_only_read_do_not(front_of, make):
    make(-2, status=Status.PLANNED)
    for who in LOGGERS:
        assert "Registrér aktivitet" in front_of(who)[1]
    for who in READERS:
        front, text = front_of(who)
        assert "Registrér aktivitet" not in text
        assert "/hold/" not in text
        assert front.dues.first == []


def test_the_last_half_year_stands_beside_the_same_days_a_year_before(front_of, make, cast, sign_in):
    make(-5, counts={"children": 30, "new_families": 2}, kind="story_walk")
    make(-100, counts={"children": 20})
    make(-370, counts={"children": 7})
    front, _text = front_of("secretariat")
    told = [(change.now.value, change.before.value, change.direction) for change in front.changes]
    assert told == [(2, 1, "arrow-upward"), (50, 7, "arrow-upward"), (2, 0, "arrow-upward")]
    client = sign_in(cast.secretariat)
    for count, records in ((front.changes[0].now, 2), (front.changes[0].before, 1)):
        assert client.get(count.url).context["listing"].page.paginator.count == records


def test_a_community_without_anything_for_eight_weeks_is_named_as_quiet(front_of, make, world):
    make(-3, community=world.quay)
    make(-57, community=world.hill)
    front, text = front_of("steering_member")
    quiet = {one.community.name: one.quiet_weeks for one in front.quiet}
    assert quiet == {"Hill": 8, "Bay": 0}
    assert "2 lokalområder er stille" in text
    assert "Bay: intet registreret endnu" in text


def test_eight_weeks_to_the_day_is_not_yet_quiet(front_of, make, world):
    make(-56, community=world.hill)
    make(-1, community=world.quay)
    make(-1, community=world.bay, municipality=world.south)
    assert front_of("steering_member")[0].quiet == []


def test_the_numbers_of_each_community_open_their_records(front_of, make, cast, world, sign_in):
    make(-3, community=world.quay)
    make(-366, community=world.quay)
    make(-367, community=world.hill)
    front, _text = front_of("evaluator")
    client = sign_in(cast.evaluator)
    for one in front.communities:
        for count in (one.now, one.before):
            assert client.get(count.url).context["listing"].page.paginator.count == count.value


def test_somebody_who_sees_one_community_is_not_shown_a_comparison(front_of, make):
    make(-3)
    front, text = front_of("daycare_leader")
    assert front.communities == []
    assert "Lokalområderne" not in text


def test_those_who_look_across_see_what_moved_before_what_waits(front_of, make):
    make(-3)
    make(-2, status=Status.PLANNED)
    across, near = front_of("secretariat")[1], front_of("daycare_leader")[1]
    assert across.index("Det seneste halve år") < across.index("Det venter på dig")
    assert near.index("Det venter på dig") < near.index("Det seneste halve år")


def test_a_stranger_is_told_nothing(cast, sign_in):
    assert sign_in(cast.stranger).get(PAGE).status_code == 404


def test_somebody_who_works_for_a_municipality_reads_of_that_alone(front_of, make, cast, world, sign_in):
    own = make(-3, community=world.hill)
    make(-4, community=world.bay, municipality=world.south, hosts=(world.bay_school,))
    front, _text = front_of("project_leader")
    assert front.where == "Nordhavn"
    assert front.happened == [own]
    assert [one.community.name for one in front.communities] == ["Hill", "Quay"]
    client = sign_in(cast.project_leader)
    assert client.get(front.happened_url).context["listing"].page.paginator.count == 1
    assert client.get(front.changes[0].now.url).context["listing"].page.paginator.count == 1


def test_a_place_that_is_the_community_is_said_once(front_of, make):
    make(-3, place="Quay")
    assert "Quay, Quay" not in front_of("daycare_leader")[1]
