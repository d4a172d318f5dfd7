"""How a community was chosen: what evaluations need to know before they compare it with another."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.fields import Line, Notes
from landsby.web.partnerships.models.place import Community


class CommunityChoice(models.Model):
    """Why a community takes part, and where that is known from.

    Attributes:
        few_resources, much_overweight, strong_associations: whether that was a reason.
        words: other reasons, or the same in the programme's own words.
    """

    community = models.OneToOneField(Community, models.CASCADE, related_name="choice")
    few_resources = models.BooleanField(_("få ressourcer"), default=False)
    much_overweight = models.BooleanField(_("meget overvægt"), default=False)
    strong_associations = models.BooleanField(_("et stærkt foreningsliv"), default=False)
    words = Notes(_("andre grunde"), blank=True)
    source = Line(_("kilde"), max_length=200, blank=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    told_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("valg af lokalområde")

    def __str__(self) -> str:
        return str(self.community)

    @property
    def reasons(self) -> list[str]:
        """The reasons that were ticked, in words."""
        names = ("few_resources", "much_overweight", "strong_associations")
        return [str(self._meta.get_field(name).verbose_name) for name in names if getattr(self, name)]  # type: ignore[union-attr]  # a field of our own
