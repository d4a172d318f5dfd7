"""The data policy: what it says, to whom, and that it covers every column once."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse
from django.utils import translation
from pydantic import ValidationError

from landsby.web.kit.checks import _coverage, _kept_rules, check_data_policy, model_columns
from landsby.web.kit.policy import Period, data_policy
from landsby.web.kit.retention import Expiry, expiries


def ids(messages):
    return [(message.id, message.msg) for message in messages]


def test_the_policy_in_force_holds():
    assert check_data_policy(None) == []


def test_a_column_that_is_forgotten_is_named():
    (missing,) = _coverage(data_policy(), {*model_columns(), "garden.Bed.owner"})
    assert missing.id == "kit.E002"
    assert "garden.Bed.owner" in missing.msg


def test_a_column_that_no_model_has_is_named():
    (unknown,) = _coverage(data_policy(), model_columns() - {"accounts.User.email"})
    assert unknown.id == "kit.E003"
    assert "accounts.User.email" in unknown.msg


def test_a_column_in_two_groups_is_named():
    policy = data_policy()
    twice = policy.model_copy(update={"groups": (*policy.groups, policy.groups[0])})
    found = list(_coverage(twice, model_columns()))
    assert {message.id for message in found} == {"kit.E004"}
    assert "activities.Activity.title" in " ".join(message.msg for message in found)


def test_a_rule_that_nobody_keeps_is_named():
    registered = {rule: expiry for rule, expiry in expiries().items() if rule != "sessions"}
    assert [message.id for message in _kept_rules(data_policy(), registered)] == ["kit.E005"]


def test_a_registration_without_a_rule_is_named():
    registered = {**expiries(), "weeds": Expiry("weeds", lambda before: None)}
    assert [message.id for message in _kept_rules(data_policy(), registered)] == ["kit.E006"]


def test_a_rule_that_is_kept_in_another_way_is_named():
    deleting = Expiry("audit_of_writing", expiries()["audit_of_writing"].rows)
    registered = {**expiries(), "audit_of_writing": deleting}
    assert [message.id for message in _kept_rules(data_policy(), registered)] == ["kit.E007"]


@pytest.mark.parametrize(
    ("period", "said", "before"),
    [
        (Period(days=1), "1 dag", datetime(2024, 3, 30, tzinfo=UTC)),
        (Period(days=30), "30 dage", datetime(2024, 3, 1, tzinfo=UTC)),
        (Period(months=1), "1 måned", datetime(2024, 2, 29, tzinfo=UTC)),
        (Period(months=24), "2 år", datetime(2022, 3, 31, tzinfo=UTC)),
        (Period(months=3), "3 måneder", datetime(2023, 12, 31, tzinfo=UTC)),
    ],
)
def test_a_period_counts_back_and_says_itself(period, said, before):
    with translation.override("da"):
        assert str(period) == said
    assert period.before(datetime(2024, 3, 31, tzinfo=UTC)) == before


@pytest.mark.parametrize("wrong", [{}, {"months": 2, "days": 3}, {"months": 0}])
def test_a_period_is_said_in_one_unit(wrong):
    with pytest.raises(ValidationError):
        Period(**wrong)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("da", ["Sådan passer vi på data", "Kontaktpersoner", "1 år", "accounts.User"]),
        ("en", ["How we look after data", "Contact people", "accounts.User"]),
    ],
)
def test_a_parent_reads_the_policy_without_signing_in(client, language, expected):
    page = client.get(reverse("kit:data_policy"), headers={"accept-language": language})
    assert page.status_code == 200
    assert [words for words in expected if words not in page.text] == []
