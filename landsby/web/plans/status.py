"""How far a plan and each of its items has come."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PlanStatus(models.TextChoices):
    """Whether a plan is worked by."""

    RUNNING = "running", _("i brug")
    ENDED = "ended", _("afsluttet")


class ItemStatus(models.TextChoices):
    """How far one thing has come."""

    PLANNED = "planned", _("planlagt")
    UNDER_WAY = "under_way", _("i gang")
    DONE = "done", _("gjort")
    DROPPED = "dropped", _("lagt væk")


OPEN = (ItemStatus.PLANNED, ItemStatus.UNDER_WAY)
"""What is still to be done."""
