"""The sign-up: an institution that has a place, or waits for one."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.web.activities.models import Series
from landsby.web.courses.models.offer import FrameworkOffer, TimeWindow
from landsby.web.kit.fields import Line
from landsby.web.partnerships.models import Actor


class SignUpStatus(models.TextChoices):
    """A place, a place in the queue, or neither any more."""

    PLACED = "placed", _("Har plads")
    WAITING = "waiting", _("På venteliste")
    WITHDRAWN = "withdrawn", _("Trukket tilbage")


class SignUpQuerySet(models.QuerySet["SignUp"]):
    """Words for choosing sign-ups."""

    def to(self, offer: FrameworkOffer) -> SignUpQuerySet:
        """Those to one offer, the first to come first."""
        return self.filter(window__offer=offer).order_by("pk")

    def standing(self) -> SignUpQuerySet:
        """Those that have a place or wait for one."""
        return self.exclude(status=SignUpStatus.WITHDRAWN)

    def placed(self) -> SignUpQuerySet:
        """Those that have a place."""
        return self.filter(status=SignUpStatus.PLACED)

    def by(self, institution: Actor) -> SignUpQuerySet:
        """Those of one institution."""
        return self.filter(institution=institution)

    def with_key(self, key: UUID | None) -> SignUp | None:
        """The one that a form has stored already."""
        return self.with_parts().filter(client_key=key).first() if key else None

    def with_parts(self) -> SignUpQuerySet:
        """With offer, time, institution and series at hand."""
        return self.select_related(
            "window__offer__programme",
            "window__offer__host__municipality",
            "window__offer__host__community",
            "institution__municipality",
            "institution__community",
            "series",
        )

    def with_contact_since(self, moment: datetime) -> SignUpQuerySet:
        """Those that say whom to call, and were made before a moment."""
        return self.filter(created_at__lt=moment).exclude(contact="", phone="")


class SignUp(models.Model):
    """One institution's group at one time.

    Attributes:
        contact, phone: whom the association calls about the practical.
        series: the series that came of it; None while it waits, or when the series was deleted.
        client_key: the form's own key, so that sending it twice stores it once.
    """

    window = models.ForeignKey(TimeWindow, models.PROTECT, related_name="sign_ups", verbose_name=_("tid"))
    institution = models.ForeignKey(
        Actor, models.PROTECT, related_name="course_sign_ups", verbose_name=_("institution")
    )
    status = models.CharField(_("status"), max_length=10, choices=SignUpStatus)
    children = models.PositiveSmallIntegerField(_("antal børn"))
    contact = Line(_("kontaktperson"), max_length=120, blank=True)
    phone = Line(_("telefon"), max_length=30, blank=True)
    needs_transport = models.BooleanField(_("har brug for transport"), default=False)
    series = models.OneToOneField(Series, models.SET_NULL, null=True, blank=True, related_name="sign_up")
    client_key = models.UUIDField(null=True, blank=True, unique=True, editable=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = SignUpQuerySet.as_manager()

    class Meta:
        verbose_name = _("tilmelding")
        indexes = [models.Index(fields=["window", "status"], name="sign_up_by_status")]

    def __str__(self) -> str:
        return f"{self.institution.name}: {self.offer.title}"

    @property
    def offer(self) -> FrameworkOffer:
        """What it is a sign-up to."""
        return self.window.offer

    @property
    def is_placed(self) -> bool:
        """Whether it has a place."""
        return self.status == SignUpStatus.PLACED

    @property
    def is_waiting(self) -> bool:
        """Whether it waits for a place."""
        return self.status == SignUpStatus.WAITING
