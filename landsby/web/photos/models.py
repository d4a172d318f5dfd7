"""The photo: what it is of, how it is told, and whether those on it have said yes."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.web.accounts.models import User
from landsby.web.kit.fields import Line
from landsby.web.partnerships.models import Programme
from landsby.web.photos.consent import WITH_PEOPLE, Consent
from landsby.web.photos.files import name_of, photo_storage


class PhotoQuerySet(models.QuerySet["Photo"]):
    """Words for choosing photos."""

    def of(self, thing: models.Model) -> PhotoQuerySet:
        """Those of one thing, the oldest first."""
        kind = ContentType.objects.get_for_model(thing)
        return self.filter(thing_type=kind, thing_key=thing.pk).order_by("pk")

    def with_digest(self, digest: str) -> PhotoQuerySet:
        """Those of one picture."""
        return self.filter(digest=digest)

    def unclear_since(self, moment: datetime) -> PhotoQuerySet:
        """Those of which nobody has said since a moment whether they may be shown."""
        return self.filter(consent=Consent.UNCLEAR, became_unclear_at__lt=moment)

    def of_people_since(self, moment: datetime) -> PhotoQuerySet:
        """Those older than a moment on which people can be recognised, and have said yes."""
        return self.filter(consent=Consent.GIVEN, added_at__lt=moment)


class Photo(models.Model):
    """One photo of something. No metadata of the file that was sent is kept, nor its name.

    Attributes:
        thing: what it is of; a room above has said that it carries photos (`bearers`).
        large, small: JPEG files without metadata.
        width, height: of the larger, in pixels.
        digest: of the larger file; the same picture of the same thing is stored once.
        text: what is to be seen, for those who do not see it.
        consent_noted_by, consent_noted_on: who wrote, and when, that everybody has said yes.
        became_unclear_at: since when it has not been clear; it is kept for a while only.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="photos")
    thing_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    thing_key = models.PositiveBigIntegerField()
    thing = GenericForeignKey("thing_type", "thing_key")
    large = models.FileField(storage=photo_storage, upload_to=name_of)
    small = models.FileField(storage=photo_storage, upload_to=name_of)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    text = Line(_("hvad kan man se?"), max_length=200, blank=True)
    consent = models.CharField(_("hvem er på billedet?"), max_length=14, choices=Consent, default=Consent.UNCLEAR)
    consent_noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    consent_noted_on = models.DateField(null=True, blank=True)
    became_unclear_at = models.DateTimeField(default=timezone.now)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    objects = PhotoQuerySet.as_manager()

    class Meta:
        verbose_name = _("billede")
        constraints = [
            models.UniqueConstraint(fields=["thing_type", "thing_key", "digest"], name="one_photo_per_picture"),
            models.CheckConstraint(
                condition=~models.Q(consent=Consent.GIVEN) | models.Q(consent_noted_on__isnull=False),
                name="consent_says_when",
            ),
        ]
        indexes = [models.Index(fields=["consent", "added_at"], name="photo_by_consent")]

    def __str__(self) -> str:
        # The log keeps it as text: neither what was typed about it, nor what it is of.
        return f"#{self.pk}"

    @property
    def is_clear(self) -> bool:
        """Whether it may be shown beyond the place where it was taken."""
        return self.consent != Consent.UNCLEAR

    @property
    def shows_people(self) -> bool:
        """Whether people can be recognised on it."""
        return self.consent in WITH_PEOPLE

    def is_seen_by(self, user: User, own_actors: Collection[int], at: Collection[int]) -> bool:
        """Whether somebody who sees the thing sees this photo of it, too.

        Args:
            own_actors: whom the user belongs to, by primary key.
            at: who takes part in the thing, by primary key; they are the place.
        """
        return self.is_clear or self.added_by_id == user.pk or not set(own_actors).isdisjoint(at)

    def say_consent(self, consent: str, by: User) -> None:
        """Let it be noted what is known of those on it; only a yes has somebody who noted it."""
        if consent == self.consent and not self._state.adding:
            return
        is_given = consent == Consent.GIVEN
        self.consent = consent
        self.consent_noted_by = by if is_given else None
        self.consent_noted_on = timezone.localdate() if is_given else None
        if consent == Consent.UNCLEAR:
            self.became_unclear_at = timezone.now()

    def told(self) -> dict[str, Any]:
        """What the log compares before and after; the text itself is not kept there."""
        return {"consent": self.consent}
