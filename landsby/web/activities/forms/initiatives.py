"""Which initiatives an activity is a part of: the field to choose them in."""

from __future__ import annotations

from collections.abc import Iterable

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from landsby.web.initiatives.access import initiatives_to_choose, titles_of
from landsby.web.kit.filters import MOST_OFFERED
from landsby.web.kit.numbers import keys_in
from landsby.web.partnerships.access import Standing


def initiatives_field(standing: Standing, chosen: Iterable[object] = ()) -> dict[str, forms.Field]:
    """A field of the initiatives under way that somebody sees, and of the chosen; none where there are none.

    Where there are too many to send along, only the chosen stand there, and the browser asks for the others.
    """
    keys = keys_in(chosen)
    offered = initiatives_to_choose(standing, keys)
    found = titles_of(offered, MOST_OFFERED + 1)
    if not found:
        return {}
    attrs = {"group": "picker"}
    if len(found) > MOST_OFFERED:
        attrs["search"] = reverse("initiatives:found", args=[standing.programme.slug])
        found = titles_of(offered.among(keys), MOST_OFFERED)
    picker = forms.CheckboxSelectMultiple(attrs=attrs)
    field = forms.ModelMultipleChoiceField(offered, label=_("Indsatser"), required=False, widget=picker)
    field.choices = found
    return {"initiatives": field}
