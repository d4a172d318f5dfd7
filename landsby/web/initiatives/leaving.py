"""What somebody who leaves answers for: the initiatives that are theirs."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import ngettext

from landsby.web.initiatives.access import owned_by
from landsby.web.initiatives.actions import hand_over_owned
from landsby.web.initiatives.models import Initiative
from landsby.web.kit.text import in_digits
from landsby.web.partnerships.leaving import Belongings, leave_behind


def register() -> None:
    """Tell the room below what there is to hand over."""
    leave_behind(Belongings(of=owned_by, told=_told, shown=_shown, hand_over=hand_over_owned))


def _told(count: int) -> str:
    told = ngettext("ansvaret for %(count)s indsats", "ansvaret for %(count)s indsatser", count)
    return told % {"count": in_digits(count)}


def _shown(initiative: Initiative) -> tuple[str, str]:
    return initiative.title, reverse("initiatives:detail", args=[initiative.pk])
