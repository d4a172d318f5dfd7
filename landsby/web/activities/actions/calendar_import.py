"""A calendar from elsewhere: kept until it is seen through, and carried out as a whole or not at all."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from landsby.web.accounts.models import User
from landsby.web.activities.actions.adjusting import adjust_activity
from landsby.web.activities.actions.single import cancel_activity, store_activity
from landsby.web.activities.calendar_plan import CalendarPlan
from landsby.web.activities.ical.times import Reading
from landsby.web.activities.models import Activity, CalendarDraft
from landsby.web.activities.names import kind_of_today, new_as_today
from landsby.web.activities.rows import LINKED
from landsby.web.blueprints.models import NamesOfToday, held_blueprint
from landsby.web.kit.audit import record, record_many
from landsby.web.kit.models import Act
from landsby.web.partnerships.models import Actor, Programme


@transaction.atomic
def begin_calendar_import(
    *, programme: Programme, host: Actor, kind: str, file_name: str, reading: Reading, by: User
) -> CalendarDraft:
    """Keep what was read of a calendar until it is imported or given up.

    Args:
        kind: the id of the activity kind that the times become.
        reading: as `read_calendar` gives it, which has left out what must not be kept.

    Raises:
        Blocked: when the programme has the kind no longer.
    """
    today = kind_of_today(kind, NamesOfToday(programme, held_blueprint(programme)))
    draft = CalendarDraft(
        programme=programme,
        owner=by,
        host=host,
        kind=today.id,
        file_name=file_name[-200:],
        times=[told.to_data() for told in reading.times],
        remarks=[remark.to_data() for remark in reading.remarks],
    )
    draft.clean_fields(exclude=[*LINKED, "owner", "host", "times", "remarks"])
    draft.save()
    record(by=by, act=Act.CREATED, thing=draft, programme=programme.slug, detail={"rows": len(reading.times)})
    return draft


@transaction.atomic
def give_up_calendar_import(*, draft: CalendarDraft, by: User) -> None:
    """Delete what was read of a calendar without importing it."""
    record(by=by, act=Act.REMOVED, thing=draft, programme=draft.programme.slug)
    draft.delete()


@transaction.atomic
def apply_calendar_import(*, draft: CalendarDraft, plan: CalendarPlan, by: User) -> int:
    """Write what a plan says and delete its draft; how many activities were written.

    Everything is written or nothing is.

    Raises:
        CalendarDraft.DoesNotExist: when it has been carried out already, by a second click.
        Blocked: when an activity does not hold any more, or the programme has no longer what it is to be.
        django.db.IntegrityError: when somebody else has imported the same time since the plan was made.
    """
    # First the programme, then what hangs on it: so does whoever goes over to another version.
    names = NamesOfToday(draft.programme, held_blueprint(draft.programme))
    CalendarDraft.objects.select_for_update().get(pk=draft.pk)
    for new in plan.new:
        told = new_as_today(new.details, names)
        store_activity(programme=draft.programme, details=told, client_key=new.time.key, by=by)
    for change in plan.changed:
        if change.is_cancelled:
            because = _("Aflyst i den kalender, den kom fra")
            cancel_activity(activity=change.activity, because=because, by=by)
        else:
            adjust_activity(activity=change.activity, values=change.values, by=by)
    slug = draft.programme.slug
    record_many(by=by, act=Act.IMPORTED, what=Activity, label=draft.file_name, programme=slug, rows=plan.count)
    draft.delete()
    return plan.count
