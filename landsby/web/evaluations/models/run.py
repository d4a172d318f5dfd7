"""A declared design carried out on cells that were taken in."""

from __future__ import annotations

import json
from functools import cached_property
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.evaluation.disclosure.results import released
from landsby.web.evaluations.models.declaration import Declaration
from landsby.web.evaluations.models.loading import Loading


class Sort(models.TextChoices):
    """What a run tells."""

    RESULT = "result", _("Går det bedre?")
    PATIENCE = "patience", _("Hvornår kan vi vide det?")


class State(models.TextChoices):
    """How far a run is."""

    WAITING = "waiting", _("venter")
    RUNNING = "running", _("i gang")
    DONE = "done", _("færdig")
    REFUSED = "refused", _("kunne ikke regnes")
    CANCELLED = "cancelled", _("stoppet")


OPEN = (State.WAITING, State.RUNNING)


class RunQuerySet(models.QuerySet["Run"]):
    """Words for choosing runs."""

    def of(self, declaration: Declaration) -> RunQuerySet:
        """A design's own, the latest first."""
        return self.filter(declaration=declaration).order_by("-asked_at", "-pk")

    def told(self, sort: Sort) -> RunQuerySet:
        """Those of a sort that came to an end with a result."""
        return self.filter(sort=sort, state=State.DONE)

    def open(self) -> RunQuerySet:
        """Those that wait or go on."""
        return self.filter(state__in=OPEN)

    def without_result(self) -> RunQuerySet:
        """Only what is said about the run; the result is large."""
        return self.select_related("asked_by").defer("result", "shown")


class Run(models.Model):
    """One run.

    Attributes:
        step: the step that goes on, by the name of its outcome.
        steps_done, steps: of how many steps.
        refusals: why nothing could be told, each with `text` and `cure` in both languages.
        result: the result as JSON text, as `landsby evaluate` writes it; sealed once it is there.
        shown: what may be shown of its counts, small ones hidden.
        was_seen_before: whether outcomes from after the start had been loaded before the declaration.
    """

    declaration = models.ForeignKey(Declaration, models.CASCADE, related_name="runs")
    sort = models.CharField(max_length=8, choices=Sort, default=Sort.RESULT)
    state = models.CharField(max_length=9, choices=State, default=State.WAITING)
    files = models.ManyToManyField(Loading, related_name="+")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)
    step = models.CharField(max_length=80, blank=True)
    steps_done = models.PositiveSmallIntegerField(default=0)
    steps = models.PositiveSmallIntegerField(default=1)
    refusals = models.JSONField(default=list)
    result = models.TextField(blank=True)
    result_hash = models.CharField(max_length=64, blank=True)
    shown = models.JSONField(default=dict)
    was_seen_before = models.BooleanField(default=False)

    objects = RunQuerySet.as_manager()

    class Meta:
        verbose_name = _("kørsel")
        indexes = [models.Index(fields=["declaration", "-asked_at"], name="runs_of_designs")]

    def __str__(self) -> str:
        return str(self.declaration)

    @property
    def is_open(self) -> bool:
        """Whether it waits or goes on."""
        return self.state in OPEN

    @property
    def is_done(self) -> bool:
        """Whether it came to a result."""
        return self.state == State.DONE

    @property
    def is_patience(self) -> bool:
        """Whether it tells when one can know."""
        return self.sort == Sort.PATIENCE

    def begin(self) -> bool:
        """Go from waiting to running; False where it does not wait."""
        waits = Run.objects.filter(pk=self.pk, state=State.WAITING)
        return bool(waits.update(state=State.RUNNING, started_at=timezone.now()))

    def goes_on_with(self, step: str) -> bool:
        """Note the step that begins; False where somebody has stopped the run."""
        done = models.F("steps_done") + models.Case(models.When(step="", then=0), default=1)
        going_on = Run.objects.filter(pk=self.pk, cancelled_at=None)
        return bool(going_on.update(step=step[:80], steps_done=done))

    def end(self, **told: Any) -> None:
        """Note how it ended."""
        Run.objects.filter(pk=self.pk).update(ended_at=timezone.now(), steps_done=self.steps, **told)

    @cached_property
    def told(self) -> dict[str, Any]:
        """The result as data, as everybody may read it; empty where there is none."""
        if not self.result:
            return {}
        told: dict[str, Any] = json.loads(self.result)
        return told if self.is_patience else released(told, hides=self.is_hiding, tells_rows=False)

    @property
    def is_hiding(self) -> bool:
        """Whether a count of children was hidden."""
        cells = (self.shown.get("children") or {}).get("cells", [])
        return any(count is None for row in cells for count in row)
