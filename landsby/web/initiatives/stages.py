"""Where an initiative stands on its way, what it is beside what was done before, and what a trial leads to."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    """Where an initiative stands."""

    IDEA = "idea", _("Idé")
    TRIAL = "trial", _("Prøves")
    ADAPTING = "adapting", _("Tilpasses")
    SPREADING = "spreading", _("Spredes")
    OPERATION = "operation", _("I drift")
    POSTPONED = "postponed", _("Udskudt")
    STOPPED = "stopped", _("Stoppet")


PATH = (Stage.IDEA, Stage.TRIAL, Stage.ADAPTING, Stage.SPREADING, Stage.OPERATION)
"""The way that an initiative goes, from an idea to everyday operation."""

ON_THE_WAY = PATH[:-1]
"""Before operation: here something should happen."""

ASIDE = (Stage.POSTPONED, Stage.STOPPED)
"""Off the way: nothing moves until somebody takes it up again."""


class Newness(models.TextChoices):
    """What an initiative is beside what was done before."""

    NEW = "new", _("Nyt")
    CHANGED = "changed_practice", _("Ændret praksis")
    ALREADY_DID = "already_did", _("Noget, vi gjorde i forvejen")


class NextStep(models.TextChoices):
    """What those who tried something will do with it."""

    ADOPT = "adopt", _("Gør det til hverdag")
    ADAPT = "adapt", _("Lav det om, og prøv videre")
    AGAIN = "again", _("Prøv det samme igen")
    ABANDON = "abandon", _("Lad det ligge")


class Verdict(models.TextChoices):
    """What a municipality decides about an initiative."""

    CONTINUE = "continue", _("Fortsætter")
    DROP = "drop", _("Dropper")


def is_ahead(before: str, after: str) -> bool:
    """Whether a stage lies further on the way than another; from aside, every stage of the way does."""
    if after not in PATH:
        return False
    return before not in PATH or PATH.index(Stage(after)) > PATH.index(Stage(before))


def passed(before: str, after: str) -> tuple[Stage, ...]:
    """The stages that are entered or jumped over on the way to another, the last included; none on the way back."""
    if not is_ahead(before, after):
        return ()
    first = PATH.index(Stage(before)) + 1 if before in PATH else 0
    return PATH[first : PATH.index(Stage(after)) + 1]
