"""Taking the demo away again, and nothing else."""

from __future__ import annotations

from django.db.models import Q

from landsby.demo.people import MAIL_DOMAIN, OPERATOR_EMAIL
from landsby.web.accounts.models import User
from landsby.web.activities.models import Activity, Series
from landsby.web.courses.models import SessionHours, SignUp
from landsby.web.halls.models import Season
from landsby.web.indicators.models import Delivery, Target
from landsby.web.initiatives.models import Initiative, Policy
from landsby.web.kit.models import AuditEntry
from landsby.web.partnerships.models import Membership, Programme


def remove_demo() -> None:
    """Remove every invented programme with all that hangs on it, and its people. Operators stay, but for its own.

    Rows that protect what they stand on go first. Invented programmes are never mixed with real
    ones (`build_demo` refuses that), so that whoever has an address of the demo's is invented too.
    """
    for programme in Programme.objects.filter(is_invented=True):
        _remove_courses(programme)
        programme.plans.all().delete()
        Delivery.objects.filter(programme=programme).delete()
        Target.objects.filter(programme=programme).delete()
        Policy.objects.filter(programme=programme).delete()
        Initiative.objects.filter(programme=programme).delete()
        Activity.objects.filter(programme=programme).delete()
        Series.objects.filter(programme=programme).delete()
        Season.objects.filter(programme=programme).delete()
        Membership.objects.filter(role__programme=programme).delete()
        AuditEntry.objects.filter(programme=programme.slug).delete()
        programme.actors.all().delete()
        programme.communities.all().delete()
        programme.delete()
    people = User.objects.filter(email__endswith=f"@{MAIL_DOMAIN}", memberships=None)
    people.filter(Q(is_operator=False) | Q(email=OPERATOR_EMAIL)).delete()


def _remove_courses(programme: Programme) -> None:
    """Hours before what they correct, sign-ups before the times that they are for, offers last."""
    hours = SessionHours.objects.filter(programme=programme)
    hours.exclude(corrects=None).delete()
    hours.delete()
    SignUp.objects.filter(window__offer__programme=programme).delete()
    programme.framework_offers.all().delete()
