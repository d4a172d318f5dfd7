"""Another version hands out no rights that nobody has checked, and moves no role away from under its holders."""

from __future__ import annotations

import pytest

from landsby.web.accounts.models import User
from landsby.web.activities.tests.test_upgrading import adopt, undo, version
from landsby.web.activities.tests.test_version_pages import PAGE, packed
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.access import standing_in
from landsby.web.partnerships.models import Programme, Role


def letting(number: str = "2", **roles: dict):
    """An edit by which roles are otherwise."""

    def edit(data):
        data["blueprint"]["version"] = number
        for each in data["roles"]:
            each.update(roles.get(each["id"], {}))

    return edit


def codes_of(refusal) -> list[str]:
    return [problem.code for problem in refusal.value.problems]


@pytest.fixture
def adapter(cast, programme, operator, blueprint) -> User:
    """A member of the steering group, who may adapt the blueprint everywhere and nothing else."""
    adopt(programme, version(blueprint, letting(steering_member={"may": ["adapt_blueprint"]})), operator)
    return User.objects.get(pk=cast.steering_member.pk)


@pytest.mark.parametrize(
    "more",
    [
        {"steering_member": {"may": ["adapt_blueprint", "manage_people"]}},
        {"daycare_leader": {"scope": "municipality", "sees": "programme"}},
        {"pedagogue": {"sees": "programme"}},
    ],
)
def test_nobody_hands_out_more_than_they_hold(programme, adapter, blueprint, more):
    told = {"steering_member": {"may": ["adapt_blueprint"]}, **more}
    with pytest.raises(Blocked) as refusal:
        adopt(programme, version(blueprint, letting("3", **told)), adapter)
    assert "more_than_own" in codes_of(refusal)
    assert Role.objects.get(key="steering_member").rights == ["adapt_blueprint"]


def test_the_page_says_which_rights_before_it_is_asked(adapter, sign_in, blueprint):
    more = letting("3", steering_member={"may": ["adapt_blueprint", "export"]})
    text = sign_in(adapter).post(PAGE, {"file": packed(version(blueprint, more))}, follow=True).content.decode()
    assert "ville få mere adgang, end du selv kan give: hente data ud" in text
    assert "Styregruppemedlem" in text


def test_going_back_hands_out_no_more_either(programme, adapter, operator, blueprint):
    less = letting("3", steering_member={"may": ["adapt_blueprint"]}, project_leader={"may": []})
    adopt(programme, version(blueprint, less), operator)
    with pytest.raises(Blocked) as refusal:
        undo(programme, adapter)
    assert codes_of(refusal) == ["more_than_own"]


def test_those_who_hold_a_right_everywhere_may_let_a_role_have_it(cast, programme, blueprint, sign_in):
    more = version(blueprint, letting(pedagogue={"may": ["log_activities", "export"]}))
    page = sign_in(cast.secretariat).post(PAGE, {"file": packed(more)}, follow=True)
    assert "hente data ud" in page.content.decode().lower()
    adopt(programme, more, cast.secretariat)
    assert "export" in Role.objects.get(key="pedagogue").rights


@pytest.mark.parametrize("key", ["secretariat", "health_visitor"])
def test_a_role_that_somebody_holds_stays_where_it_is(cast, programme, operator, blueprint, key):
    other = {"scope": "municipality" if key == "secretariat" else "programme", "sees": "programme"}
    with pytest.raises(Blocked) as refusal:
        adopt(programme, version(blueprint, letting(**{key: other})), operator)
    assert "scope_in_use" in codes_of(refusal)


def test_a_role_tied_to_less_than_everything_lets_nobody_in_everywhere(programme, operator, blueprint):
    narrow = letting(secretariat={"scope": "municipality"})
    with pytest.raises(Blocked) as refusal:
        adopt(programme, version(blueprint, narrow), operator)
    assert set(codes_of(refusal)) == {"nobody_gives_access", "scope_in_use"}


def test_a_role_that_does_not_fit_its_place_gives_nothing(cast, programme):
    Role.objects.filter(key="health_visitor").update(scope="programme", sees="programme")
    Role.objects.filter(key="secretariat").update(scope="municipality")
    for user in (cast.health_visitor, cast.secretariat):
        standing = standing_in(User.objects.get(pk=user.pk), Programme.objects.get(pk=programme.pk))
        assert standing.seen.is_empty
        assert standing.acting.is_empty
        assert standing.seen_places == []


def test_the_page_says_what_a_new_role_gives(cast, blueprint, sign_in):
    def with_newcomer(data):
        reader = next(each for each in data["roles"] if each["id"] == "pedagogue")
        title = {"da": "Nykommer", "en": "Newcomer"}
        data["roles"].append({**reader, "id": "newcomer", "title": title, "may": ["see_contacts"]})

    page = sign_in(cast.secretariat).post(PAGE, {"file": packed(version(blueprint, with_newcomer))}, follow=True)
    [group] = [group for group in page.context["groups"] if group.sort == "added"]
    assert [field.label for field in group.changes[0].fields] == ["Hører til", "Kan se", "Må gøre"]
    assert "se kontaktpersoner" in page.content.decode()
