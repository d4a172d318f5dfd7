"""What a version had no more, and a later version has again."""

from __future__ import annotations

from landsby.web.activities.tests.factories import an_activity
from landsby.web.activities.tests.test_upgrading import adopt, today_in, undo, version, without


def test_what_was_kept_and_comes_back_is_like_any_other(programme, world, operator, blueprint, cast, sign_in):
    def third(data):
        data["blueprint"]["version"] = "3"

    an_activity(blueprint, world, operator)
    adopt(programme, version(blueprint, without("goals", "wet_feet")), operator)
    url, client = "/p/havneby/blueprint/goals/wet_feet/", sign_in(cast.secretariat)
    assert "beholdt for registreringernes skyld" in client.get(url).content.decode()
    assert client.post(f"{url}switch/").status_code == 404

    adopt(programme, version(blueprint, third), operator)
    assert today_in(programme).goals["wet_feet"].ended_on is None
    assert "beholdt for registreringernes skyld" not in client.get(url).content.decode()
    client.post(f"{url}switch/", {"seen": today_in(programme).goals["wet_feet"].content_hash})
    assert today_in(programme).goals["wet_feet"].ended_on is not None
    client.post(f"{url}switch/", {"seen": today_in(programme).goals["wet_feet"].content_hash})
    undo(programme, operator)
    assert today_in(programme).goals["wet_feet"].ended_on is not None
    assert today_in(programme).version == "2"
