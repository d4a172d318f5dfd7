"""When rows about people are let go of."""

from datetime import timedelta

import pytest
from django.utils import timezone

from landsby.web.accounts.models import User
from landsby.web.kit.actions import keep_data_policy
from landsby.web.kit.tasks import TheSystem
from landsby.web.partnerships.models import Contact, Membership

pytestmark = pytest.mark.django_db


def days_ago(days):
    return timezone.localdate() - timedelta(days=days)


def test_a_contact_goes_a_year_after_they_stopped(world):
    for name, ended_on in (("Now", None), ("Lately", days_ago(300)), ("Long ago", days_ago(370))):
        Contact.objects.create(actor=world.school, name=name, ended_on=ended_on)
    keep_data_policy(by=TheSystem())
    assert sorted(contact.name for contact in Contact.objects.all()) == ["Lately", "Now"]


def test_a_role_goes_two_years_after_it_ended(cast):
    ended = Membership.objects.get(user=cast.pedagogue)
    lately = Membership.objects.get(user=cast.association)
    Membership.objects.filter(pk=ended.pk).update(ended_on=days_ago(740))
    Membership.objects.filter(pk=lately.pk).update(ended_on=days_ago(700))
    keep_data_policy(by=TheSystem())
    assert not Membership.objects.filter(pk=ended.pk).exists()
    assert Membership.objects.filter(pk=lately.pk).exists()


@pytest.mark.parametrize(
    ("signed_in", "stays"), [(None, False), (timedelta(days=740), False), (timedelta(days=700), True)]
)
def test_a_person_without_a_role_goes_two_years_after_they_were_here(cast, signed_in, stays):
    now = timezone.now()
    last_login = now - signed_in if signed_in else None
    User.objects.filter(pk=cast.stranger.pk).update(joined_at=now - timedelta(days=900), last_login=last_login)
    keep_data_policy(by=TheSystem())
    assert User.objects.filter(pk=cast.stranger.pk).exists() is stays


def test_people_with_a_role_and_operators_stay_however_quiet_they_are(cast, operator):
    User.objects.update(joined_at=timezone.now() - timedelta(days=3000))
    keep_data_policy(by=TheSystem())
    assert User.objects.filter(pk=cast.steering_member.pk).exists()
    assert User.objects.filter(pk=operator.pk).exists()
    assert not User.objects.filter(pk=cast.stranger.pk).exists()
