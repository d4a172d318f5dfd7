"""Every kind, field and choice has a name that people understand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel

from landsby.blueprint.blueprint import Manifest
from landsby.blueprint.contents import KINDS
from landsby.blueprint.labels import chapters, choice_label, field_label, kind_name
from landsby.blueprint.labels.choices import CHOICES
from landsby.blueprint.labels.fields import FIELDS, FIELDS_OF
from landsby.blueprint.labels.kinds import KIND_NAMES
from landsby.blueprint.shape import model_in
from landsby.blueprint.text import Text


def models_of(kind: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The model and those of its parts."""
    yield kind
    for info in kind.model_fields.values():
        part = model_in(info.annotation)
        if part is not None and part is not Text:
            yield from models_of(part)


def choices_in(annotation: Any) -> Iterator[str]:
    """The words that a field may be one of."""
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    elif not isinstance(annotation, str):
        for part in get_args(annotation):
            yield from choices_in(part)


MODELS = {model for kind in (Manifest, *KINDS.values()) for model in models_of(kind)}
TOLD = {(model.__name__, field) for model in MODELS for field in model.model_fields}


def test_every_kind_has_a_name():
    assert set(KIND_NAMES) == set(KINDS)
    assert all(kind_name(folder).many.da[0].isupper() for folder in KINDS)


def test_every_kind_stands_in_one_chapter():
    assert sorted(folder for chapter in chapters() for folder in chapter.folders) == sorted(KINDS)


@pytest.mark.parametrize(("owner", "field"), sorted(TOLD))
def test_every_field_has_a_label(owner, field):
    assert field_label(owner, field)


def test_no_label_is_left_over():
    assert set(FIELDS) == {field for _owner, field in TOLD}
    assert set(FIELDS_OF) <= TOLD


def test_every_choice_has_a_label():
    told = {
        (field, value)
        for model in MODELS
        for field, info in model.model_fields.items()
        for value in choices_in(info.annotation)
    }
    assert all(choice_label(field, value) for field, value in told)
    assert set(CHOICES) == {field for field, _value in told}
