"""The page of one activity: what it shows, and to whom."""

from __future__ import annotations

import pytest

from landsby.web.activities.status import Status
from landsby.web.activities.tests.factories import an_activity


def test_the_page_says_what_is_known(blueprint, world, cast, sign_in):
    activity = an_activity(
        blueprint,
        world,
        cast.secretariat,
        kind="story_walk",
        extra={"books_lent": 7, "weather": "rain"},
        notes="Våde sokker",
    )
    page = sign_in(cast.daycare_leader).get(f"/activities/{activity.pk}/").content.decode()
    for told in (
        "Krabber ved broen",
        "onsdag den 3. maj 2023",
        "Muslingen",
        "Ud til vandet",
        "Lånte bøger",
        "Regn",
        "Våde sokker",
    ):
        assert told in page


@pytest.mark.parametrize(
    ("who", "status"),
    [("pedagogue", 200), ("network_member", 200), ("association", 200), ("stranger", 404)],
)
def test_who_may_see_what_happens_on_the_quay(blueprint, world, cast, sign_in, who, status):
    activity = an_activity(blueprint, world, cast.secretariat)
    assert sign_in(getattr(cast, who)).get(f"/activities/{activity.pk}/").status_code == status


def test_what_happens_elsewhere_is_not_found(blueprint, world, cast, sign_in):
    elsewhere = an_activity(
        blueprint, world, cast.secretariat, municipality=world.south, community=world.bay, hosts=(world.bay_school,)
    )
    assert sign_in(cast.pedagogue).get(f"/activities/{elsewhere.pk}/").status_code == 404
    assert sign_in(cast.health_visitor).get(f"/activities/{elsewhere.pk}/").status_code == 404


def test_one_who_only_reads_sees_no_button_and_is_refused(blueprint, world, cast, sign_in):
    activity = an_activity(blueprint, world, cast.secretariat, status=Status.PLANNED, counts={})
    client = sign_in(cast.steering_member)
    assert "Sig, hvordan det gik" not in client.get(f"/activities/{activity.pk}/").content.decode()
    for verb in ("change", "hold", "cancel"):
        assert client.get(f"/activities/{activity.pk}/{verb}/").status_code == 403
    assert client.post(f"/activities/{activity.pk}/remove/").status_code == 403


def test_a_title_is_shown_as_text_never_as_markup(blueprint, world, cast, sign_in):
    activity = an_activity(blueprint, world, cast.secretariat, title="<script>alert(1)</script>")
    assert "<script>alert" not in sign_in(cast.secretariat).get(f"/activities/{activity.pk}/").content.decode()
