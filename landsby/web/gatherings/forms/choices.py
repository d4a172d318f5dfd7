"""What several forms of this room let one choose among, each read once however many fields offer it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landsby.blueprint import Blueprint
from landsby.web.gatherings.kinds import profession_titles
from landsby.web.gatherings.models import MOST_PLACES
from landsby.web.kit.numbers import CountField
from landsby.web.kit.problems import Sentence
from landsby.web.partnerships.models import Actor


def profession_field(blueprint: Blueprint) -> forms.ChoiceField:
    """A field for a profession; left alone it says that none was told."""
    told = [(key, title) for key, title in profession_titles(blueprint).items() if key]
    return forms.ChoiceField(label=_("Fag"), required=False, choices=[("", _("Vælg fag")), *told])


def people_field() -> CountField:
    """A field for how many people."""
    return CountField(label=_("Antal"), required=False, min_value=0, max_value=MOST_PLACES)


class ActorField(forms.TypedChoiceField):
    """One of some actors that were read already, so that many fields ask nothing more of the database."""

    def __init__(self, actors: Iterable[Actor], *, empty: Sentence = "", **kwargs: Any) -> None:
        by_key = {str(actor.pk): actor for actor in actors}
        choices = [("", empty or _("Vælg")), *((key, actor.name) for key, actor in by_key.items())]
        super().__init__(choices=choices, coerce=partial(_one_of, by_key), empty_value=None, **kwargs)


def _one_of(by_key: dict[str, Actor], key: str) -> Actor:
    return by_key[key]
