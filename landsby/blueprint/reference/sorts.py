"""What may be written in a field, read from its model: the sort of value, its limits, what it refers to."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Le, MaxLen, MinLen
from pydantic.fields import FieldInfo

from landsby.blueprint.text import Text
from landsby.blueprint.values import AtMost, Form, Frozen, Refers

SortName = Literal["text", "id", "reference", "code", "line", "day", "whole", "yes_no", "choice", "fields"]


@dataclass(frozen=True)
class Sort:
    """What may be written in a field.

    Attributes:
        many: whether it is a list of such values.
        fewest: how many there must be at least in the list.
        least, most: the limits of a number.
        longest: the most characters, in each language.
        choices: the words to choose among.
        to: the folder or code list whose ids are meant.
        part: the model of the fields within.
    """

    name: SortName
    many: bool = False
    fewest: int = 0
    least: int | None = None
    most: int | None = None
    longest: int | None = None
    choices: tuple[str, ...] = ()
    to: str | None = None
    part: type[Frozen] | None = None

    def said(self) -> Text:
        """The sort in words, for people."""
        filled = _WORDS[self.name].filled(
            to=f"`{self.to}`", longest=self.longest, least=self.least, most=self.most, choices=_listed(self.choices)
        )
        if not self.many:
            return filled
        return (_LIST_OF_AT_LEAST if self.fewest else _LIST_OF).filled(fewest=self.fewest, value=filled)


_LIST_OF = Text(da="liste, hver: {value}", en="list, each: {value}")
_LIST_OF_AT_LEAST = Text(da="liste med mindst {fewest}, hver: {value}", en="list of at least {fewest}, each: {value}")

_WORDS: dict[str, Text] = {
    "text": Text(
        da="tekst på dansk og engelsk, højst {longest} tegn",
        en="text in Danish and English, at most {longest} characters",
    ),
    "id": Text(da="et id: små bogstaver a-z, cifre og _", en="an id: small letters a-z, digits and _"),
    "reference": Text(da="et id fra {to}", en="an id from {to}"),
    "code": Text(da="et kort navn med små bogstaver", en="a short name in small letters"),
    "line": Text(da="én linje, højst {longest} tegn", en="one line, at most {longest} characters"),
    "day": Text(da="en dato, fx 2020-08-01", en="a date, such as 2020-08-01"),
    "whole": Text(da="et helt tal fra {least} til {most}", en="a whole number from {least} to {most}"),
    "yes_no": Text(da="true eller false", en="true or false"),
    "choice": Text(da="ét af: {choices}", en="one of: {choices}"),
    "fields": Text(da="felterne nedenfor", en="the fields below"),
}


def sort_of(info: FieldInfo) -> Sort:
    """What may be written in a field of a model.

    Raises:
        TypeError: for a type that definitions have no word for.
    """
    kind, outer = _core(info.annotation, info.metadata)
    many = get_origin(kind) is tuple
    marks = outer
    if many:
        kind, marks = _core(get_args(kind)[0], ())
    refers = next((mark.to for mark in (*outer, *marks) if isinstance(mark, Refers)), None)
    return Sort(
        name=_name(kind, marks, refers),
        many=many,
        fewest=_mark(outer, MinLen, "min_length") or 0 if many else 0,
        least=_mark(marks, Ge, "ge"),
        most=_mark(marks, Le, "le"),
        longest=_mark(marks, AtMost, "limit") or _mark(marks, MaxLen, "max_length"),
        choices=get_args(kind) if get_origin(kind) is Literal else (),
        to=refers,
        part=kind if isinstance(kind, type) and issubclass(kind, Frozen) else None,
    )


def _core(annotation: Any, marks: Iterable[Any]) -> tuple[Any, tuple[Any, ...]]:
    """The type inside ``Annotated`` and ``… | None``, and everything it is marked with."""
    known = tuple(_flat(marks))
    if get_origin(annotation) is Annotated:
        kind, *more = get_args(annotation)
        return _core(kind, (*known, *more))
    if get_origin(annotation) in (Union, types.UnionType):
        [inner] = [part for part in get_args(annotation) if part is not type(None)]
        return _core(inner, known)
    return annotation, known


def _flat(marks: Iterable[Any]) -> Iterator[Any]:
    for mark in marks:
        if isinstance(mark, FieldInfo):
            yield from mark.metadata
        else:
            yield getattr(mark, "func", mark)


def _mark(marks: Iterable[Any], kind: type, attribute: str) -> Any:
    """What the narrowest mark of a kind says; the last one written stands nearest to the field."""
    found = [getattr(mark, attribute) for mark in marks if isinstance(mark, kind)]
    return found[-1] if found else None


def _name(kind: Any, marks: Iterable[Any], refers: str | None) -> SortName:
    if refers:
        return "reference"
    if get_origin(kind) is Literal:
        return "choice"
    if kind is str:
        form = next((mark.code for mark in marks if isinstance(mark, Form)), None)
        return "line" if form is None else "id" if form == "not_an_id" else "code"
    plain: dict[Any, SortName] = {Text: "text", date: "day", int: "whole", bool: "yes_no"}
    if kind in plain:
        return plain[kind]
    if isinstance(kind, type) and issubclass(kind, Frozen):
        return "fields"
    raise TypeError(f"there is no word for {kind}")


def _listed(choices: Iterable[str]) -> str:
    return ", ".join(f"`{choice}`" for choice in choices)
