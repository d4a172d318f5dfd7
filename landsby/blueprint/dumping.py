"""A blueprint written down again: one YAML file per definition, as people write them, which loads to the same hash."""

from __future__ import annotations

from typing import Any

import yaml

from landsby.blueprint.blueprint import MANIFEST, Blueprint
from landsby.blueprint.contents import KINDS
from landsby.blueprint.definition import Described

WIDTH = 110
"""Characters of a line, before a text goes on on the next."""


class _Dumper(yaml.SafeDumper):
    """YAML as people write it: lists indented under their field, and no references within the file."""

    def increase_indent(self, *told: Any, **named: Any) -> None:
        """Never without indent, whatever is asked for."""
        super().increase_indent(*told[:1], **{**named, "indentless": False})

    def ignore_aliases(self, data: Any) -> bool:
        """Everything is written out where it stands."""
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """A text of several lines is written line by line."""
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)


def files_of(blueprint: Blueprint) -> dict[str, str]:
    """The blueprint's files: the path of each below its folder, and its content, with fields in the schema's order."""
    definitions = ((folder, each) for folder in KINDS for each in getattr(blueprint, folder).values())
    return {
        f"{MANIFEST}.yaml": written(blueprint.manifest),
        **{f"{folder}/{definition.id}.yaml": written(definition) for folder, definition in definitions},
    }


def written(definition: Described) -> str:
    """A definition as YAML, without what is left at its default."""
    return as_yaml(_plain(definition.model_dump(mode="python", exclude_defaults=True)))


def as_yaml(data: Any) -> str:
    """Data as YAML, as people write it."""
    told: str = yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=WIDTH)
    return told


def _plain(value: Any) -> Any:
    """Tuples as lists, which YAML has."""
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list | tuple) else value
