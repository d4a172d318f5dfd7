"""The fields of a design, as a page for whoever writes one: made from the model itself, so that it is never behind."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from landsby.evaluation.designs.design import Design

_HEAD = """\
# The fields of a design

What may stand in the file that declares an evaluation, part by part. [Evaluation](evaluation.md) says what comes of
it, and `landsby demo register` writes a whole one to begin from.

This page is written by `make fix` from the model itself. Do not change it by hand.

A field with ● must be there. The others may be left out, and then count as the third column says. Where the data do not
fit what is written, or a field is misspelt, all of it is told at once with line, field and cure.
"""
_IN_BOTH_LANGUAGES = "Text"


def design_page() -> str:
    """The page, as Markdown in English, the language of the fields."""
    schema = Design.model_json_schema()
    parts = {"Design": schema} | {name: schema["$defs"][name] for name in _in_order(schema)}
    sections = (f"## {name}\n\n{_told(part)}\n\n{_table(part, parts)}\n" for name, part in parts.items())
    return "\n".join([_HEAD, *sections])


def _in_order(schema: Mapping[str, Any]) -> list[str]:
    """The parts in the order in which one meets them, reading from the top."""
    found: dict[str, None] = {}

    def meet(part: Mapping[str, Any]) -> None:
        for field in part["properties"].values():
            name = _part_of(field)
            if name and name not in found:
                found[name] = None
                meet(schema["$defs"][name])

    meet(schema)
    return list(found)


def _part_of(field: Mapping[str, Any]) -> str:
    """The name of the part that stands in a field, or in each line of it; empty where it is a value."""
    either = next((each for each in field.get("anyOf", ()) if "$ref" in each), field)
    name = str(either.get("items", either).get("$ref", "")).rpartition("/")[2]
    return "" if name == _IN_BOTH_LANGUAGES else name


def _told(part: Mapping[str, Any]) -> str:
    return str(part["description"]).partition("\n\n")[0]


def _table(part: Mapping[str, Any], parts: Mapping[str, Any]) -> str:
    lines = ["| field | is written as | unless told | what it is |", "|---|---|---|---|"]
    required = part.get("required", ())
    for name, field in part["properties"].items():
        called = f"`{name}`" + (" ●" if name in required else "")
        unless = "" if name in required else _default(field)
        told = field.get("description") or _told(parts[_part_of(field)])
        lines.append(f"| {called} | {', '.join(_written(field))} | {unless} | {told} |")
    return "\n".join(lines)


def _default(field: Mapping[str, Any]) -> str:
    value = field.get("default")
    if value in (None, [], {}) or _part_of(field):
        return ""
    return f"`{value}`" if isinstance(value, str) else f"`{json.dumps(value)}`"


def _written(field: Mapping[str, Any]) -> Iterator[str]:
    """What may be written there, in a few words."""
    if "anyOf" in field:
        yield from (words for each in field["anyOf"] if each.get("type") != "null" for words in _written(each))
    elif field.get("type") == "array":
        yield "list of at least one" if field.get("minItems") else "list"
        yield f"each: {', '.join(_written(field['items']))}"
    elif name := _part_of(field):
        yield f"[{name}](#{name.casefold()})"
    elif "enum" in field:
        yield "one of " + " ".join(f"`{choice}`" for choice in field["enum"])
    else:
        sort = _SORTS.get(str(field.get("type", "")), "text as `{da: …, en: …}`, or one line for both")
        yield " ".join(
            [sort, *(f"{word} {_digits(field[bound])}" for bound, word in _BOUNDS.items() if bound in field)]
        )


def _digits(number: float) -> str:
    return f"{int(number):,}" if number == int(number) else f"{number:g}"


_SORTS = {
    "string": "a line",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "object": "a line for each code",
}
_BOUNDS = {
    "minimum": "from",
    "ge": "from",
    "maximum": "to",
    "le": "to",
}
"""What JSON Schema calls limits, and what pydantic does where a validator of ours stands between."""
