"""How an indicator must be read, in the words that definitions are told in."""

from __future__ import annotations

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from landsby.blueprint.kinds import Indicator
from landsby.blueprint.labels import choice_label
from landsby.web.kit.text import say


def direction_of(indicator: Indicator) -> str:
    """Which way is better."""
    return say(choice_label("better", indicator.better))


def facts_of(indicator: Indicator) -> list[tuple[str, str]]:
    """Which way is better, what a figure covers, what it can be divided by, and for how long it is used."""
    told = [
        (_("Retning"), direction_of(indicator)),
        (_("Hvert tal dækker"), say(choice_label("period", indicator.period))),
    ]
    if indicator.by:
        told.append((_("Kan deles op på"), ", ".join(say(choice_label("by", one)) for one in indicator.by)))
    if indicator.starts_on:
        told.append((_("Bruges fra"), date_format(indicator.starts_on)))
    if indicator.ended_on:
        told.append((_("Bruges ikke efter"), date_format(indicator.ended_on)))
    return told
