"""What the data policy lets go of really goes, and the rest stays."""

from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from landsby.web.kit.actions import keep_data_policy
from landsby.web.kit.models import Act, AuditEntry
from landsby.web.kit.tasks import TheSystem, keep_policy

pytestmark = pytest.mark.django_db


@pytest.fixture
def queue(settings):
    """Tasks wait in the database, as in production, instead of being done at once."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def entry(act, *, days_ago, **told):
    at = timezone.now() - timedelta(days=days_ago)
    return AuditEntry.objects.create(act=act, at=at, author="Nanna", author_key="7", thing="garden.bed", **told)


def test_old_notes_of_reading_go_and_young_ones_stay():
    old = [entry(act, days_ago=731) for act in (Act.READ, Act.EXPORTED, Act.SIGNED_IN)]
    young = entry(Act.READ, days_ago=729)
    let_go = keep_data_policy(by=TheSystem())
    assert let_go["audit_of_reading"] == 3
    assert not AuditEntry.objects.filter(pk__in=[one.pk for one in old]).exists()
    assert AuditEntry.objects.filter(pk=young.pk).exists()


def test_old_notes_of_writing_forget_who_and_about_whom():
    old = entry(Act.CHANGED, days_ago=1830, label="Mona: pedagogue", detail={"name": ["Mona", "Moana"]})
    young = entry(Act.CHANGED, days_ago=1820, label="Mona: pedagogue")
    assert keep_data_policy(by=TheSystem())["audit_of_writing"] == 1
    old.refresh_from_db()
    young.refresh_from_db()
    assert (old.author, old.author_key, old.label, old.detail) == ("", "", "", {})
    assert old.act == Act.CHANGED
    assert young.author == "Nanna"


def test_what_has_been_anonymised_is_not_counted_again():
    entry(Act.CREATED, days_ago=2000)
    keep_data_policy(by=TheSystem())
    assert keep_data_policy(by=TheSystem())["audit_of_writing"] == 0


def test_expired_sign_ins_go():
    now = timezone.now()
    Session.objects.create(session_key="gone", session_data="", expire_date=now - timedelta(hours=1))
    Session.objects.create(session_key="here", session_data="", expire_date=now + timedelta(hours=1))
    keep_data_policy(by=TheSystem())
    assert [session.session_key for session in Session.objects.all()] == ["here"]


def test_finished_tasks_go_after_a_month_and_waiting_ones_stay(queue):
    finished = keep_policy.enqueue()
    waiting = keep_policy.enqueue()
    long_ago = timezone.now() - timedelta(days=31)
    DBTaskResult.objects.filter(pk=finished.id).update(status="SUCCESSFUL", finished_at=long_ago)
    assert keep_data_policy(by=TheSystem())["finished_tasks"] == 1
    assert [str(task.pk) for task in DBTaskResult.objects.all()] == [str(waiting.id)]


def test_letting_go_is_itself_noted():
    entry(Act.READ, days_ago=800)
    keep_data_policy(by=TheSystem())
    note = AuditEntry.objects.get(label="audit_of_reading")
    assert (note.author, note.act, note.detail) == ("Landsby", Act.REMOVED, {"rows": 1})


def test_nothing_to_let_go_of_leaves_no_note():
    keep_data_policy(by=TheSystem())
    assert not AuditEntry.objects.exists()


def test_the_command_counts_first_and_lets_go_then():
    entry(Act.READ, days_ago=800)
    said = StringIO()
    call_command("keep_data_policy", "--dry-run", stdout=said)
    assert AuditEntry.objects.count() == 1
    assert ["audit_of_reading", "1"] in [line.split() for line in said.getvalue().splitlines()]
    call_command("keep_data_policy", stdout=StringIO())
    assert not AuditEntry.objects.filter(act=Act.READ).exists()


@pytest.mark.django_db(transaction=True)  # the worker closes its connection when it is done
def test_the_worker_can_do_it(queue):
    entry(Act.READ, days_ago=800)
    call_command("keep_data_policy", "--by-worker", stdout=StringIO())
    call_command("db_worker", "--batch", "--no-startup-delay", verbosity=0, stdout=StringIO())
    assert DBTaskResult.objects.get().return_value["audit_of_reading"] == 1
    assert not AuditEntry.objects.filter(act=Act.READ).exists()
