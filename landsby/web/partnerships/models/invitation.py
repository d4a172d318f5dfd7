"""Invitations: a role at a place, held ready for whoever comes with the link."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from hashlib import sha256
from secrets import token_urlsafe

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.web.accounts.models import User
from landsby.web.kit.fields import Line, refuse_cpr
from landsby.web.partnerships.models.membership import Placed
from landsby.web.partnerships.models.programme import Programme


def new_token() -> str:
    """The secret of a link, with 256 bits that nobody guesses."""
    return token_urlsafe(32)


def hash_of(token: str) -> str:
    """What is kept of a token. It is random, so a plain hash tells nothing about it."""
    return sha256(token.encode()).hexdigest()


def next_expiry() -> datetime:
    """When a link that is made now stops working: at the end of its last day."""
    last_day = timezone.localdate() + timedelta(days=settings.INVITATION_DAYS)
    return timezone.make_aware(datetime.combine(last_day + timedelta(days=1), time.min))


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Words for choosing invitations."""

    def unanswered(self) -> InvitationQuerySet:
        """Those that nobody has accepted or withdrawn, expired or not."""
        return self.filter(accepted_at=None, withdrawn_at=None)

    def in_programme(self, programme: Programme) -> InvitationQuerySet:
        """Those to one programme, with role, place and host at hand, the latest first."""
        return self.filter(role__programme=programme).with_parts().order_by("-invited_at", "-pk")

    def with_parts(self) -> InvitationQuerySet:
        """With role, place and host at hand."""
        return self.select_related(
            "invited_by", "role__programme", "municipality", "community__municipality", "actor__municipality"
        )

    def with_token(self, token: str) -> InvitationQuerySet:
        """The one that a link leads to, if there is one."""
        return self.filter(token_hash=hash_of(token))

    def settled_before(self, moment: datetime) -> InvitationQuerySet:
        """Those that have stopped working before a moment, for whichever reason."""
        return self.filter(
            models.Q(accepted_at__lt=moment) | models.Q(withdrawn_at__lt=moment) | models.Q(expires_at__lt=moment)
        )


class Invitation(Placed):
    """One person's way in. Its link works once, and for a time; only a hash of it is kept.

    Attributes:
        language: the one of the letter with the link.
        invited_by: whose right to give access it rests on, until it is accepted.
    """

    email = models.EmailField(_("e-mail"), validators=[refuse_cpr])
    name = Line(_("navn"), max_length=120)
    language = models.CharField(_("sprog"), max_length=5, default="da")
    token_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    invited_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(_("virker til"), default=next_expiry)
    accepted_at = models.DateTimeField(_("accepteret"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("trukket tilbage"), null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")

    def __str__(self) -> str:
        return f"{self.name}: {self.role}, {self.place}"

    @property
    def has_expired(self) -> bool:
        """Whether its time has run out."""
        return self.expires_at <= timezone.now()

    @property
    def last_day(self) -> date:
        """The last day on which its link works."""
        return timezone.localdate(self.expires_at - timedelta(seconds=1))

    def is_for(self, user: User) -> bool:
        """Whether somebody signs in with the address that was invited."""
        return self.email.casefold() == user.email.casefold()
