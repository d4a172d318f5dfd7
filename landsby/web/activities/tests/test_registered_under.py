"""What is registered under a definition, told on its own page."""

from __future__ import annotations

from landsby.web.activities.models import Activity
from landsby.web.activities.tests.factories import an_activity

PAGE = "/p/havneby/blueprint/activity_kinds"


def test_who_sees_everything_is_told_how_much_is_registered_and_where(blueprint, world, cast, sign_in):
    activity = an_activity(blueprint, world, cast.secretariat)
    page = sign_in(cast.secretariat).get(f"{PAGE}/{activity.kind}/")
    (use,) = page.context["uses"]
    assert use.count == Activity.objects.count() == 1
    assert f'href="{use.url}"' in page.content.decode()
    assert sign_in(cast.secretariat).get(use.url).context["listing"].page.paginator.count == 1


def test_who_sees_a_part_is_not_told_of_the_rest(blueprint, world, cast, sign_in):
    activity = an_activity(blueprint, world, cast.secretariat)
    page = sign_in(cast.daycare_leader).get(f"{PAGE}/{activity.kind}/")
    assert not page.context["uses"]
    assert "Registreret:" not in page.content.decode()


def test_what_nothing_is_registered_under_says_nothing_of_it(cast, sign_in, blueprint):
    kind = next(iter(blueprint.activity_kinds))
    assert sign_in(cast.secretariat).get(f"{PAGE}/{kind}/").context["uses"] == []
