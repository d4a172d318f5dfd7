"""A swap: one association asks another to take a duty, perhaps for one of its own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.web.halls.models.opening import Opening
from landsby.web.halls.models.season import Season
from landsby.web.kit.fields import Line
from landsby.web.partnerships.models import Actor


class Answer(models.TextChoices):
    """Where a swap stands."""

    ASKED = "asked", _("Venter på svar")
    ACCEPTED = "accepted", _("Aftalt")
    DECLINED = "declined", _("Afslået")
    WITHDRAWN = "withdrawn", _("Trukket tilbage")
    OVERTAKEN = "overtaken", _("Vagtplanen blev ændret imens")


class SwapQuerySet(models.QuerySet["Swap"]):
    """Words for choosing swaps."""

    def asked(self) -> SwapQuerySet:
        """Those that nobody has answered."""
        return self.filter(status=Answer.ASKED)

    def of_seasons(self, seasons: Iterable[int]) -> SwapQuerySet:
        """Those of some seasons, by primary key."""
        return self.filter(opening__season__in=list(seasons))

    def about(self, season: Season) -> SwapQuerySet:
        """Those of a season."""
        return self.filter(opening__season=season)

    def touching(self, openings: Iterable[int]) -> SwapQuerySet:
        """Those that would change the hosts of one of some openings, by primary key."""
        keys = list(openings)
        return self.filter(models.Q(opening__in=keys) | models.Q(in_return__in=keys))

    def concerning(self, actors: Iterable[int]) -> SwapQuerySet:
        """Those that some actors, by primary key, have asked for or been asked."""
        keys = list(actors)
        return self.filter(models.Q(giver__in=keys) | models.Q(taker__in=keys))

    def asked_before(self, moment: datetime) -> SwapQuerySet:
        """Those that are older than a moment."""
        return self.filter(asked_at__lt=moment)

    def with_parts(self) -> SwapQuerySet:
        """With openings and both associations at hand."""
        return self.select_related(
            "opening__season__programme", "opening__activity", "in_return__activity", "giver", "taker"
        )

    def newest_first(self) -> SwapQuerySet:
        """The latest on top."""
        return self.order_by("-asked_at", "-pk")


class Swap(models.Model):
    """One association's question to another: will you take our duty?

    Attributes:
        opening: the duty to be given away.
        in_return: a duty of the taker that the giver takes for it; None when it asks for nothing.
    """

    opening = models.ForeignKey(Opening, models.CASCADE, related_name="swaps")
    in_return = models.ForeignKey(Opening, models.CASCADE, null=True, blank=True, related_name="swaps_in_return")
    giver = models.ForeignKey(Actor, models.CASCADE, related_name="swaps_asked", verbose_name=_("spurgt af"))
    taker = models.ForeignKey(Actor, models.CASCADE, related_name="swaps_to_answer", verbose_name=_("spurgt"))
    message = Line(_("besked"), max_length=200, blank=True)
    status = models.CharField(_("svar"), max_length=10, choices=Answer, default=Answer.ASKED)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = SwapQuerySet.as_manager()

    class Meta:
        verbose_name = _("bytte af vagt")
        constraints = [
            models.UniqueConstraint(
                fields=["opening", "giver"],
                condition=models.Q(status="asked"),
                name="one_open_question_per_duty",
            )
        ]

    def __str__(self) -> str:
        return f"{self.giver} → {self.taker} {self.opening.planned_on.isoformat()}"

    @property
    def is_open(self) -> bool:
        """Whether it waits for an answer."""
        return self.status == Answer.ASKED
