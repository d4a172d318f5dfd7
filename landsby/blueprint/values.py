"""The kinds of value that definitions are made of, with their limits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from landsby.blueprint.text import Text, visible


class Frozen(BaseModel):
    """What every part of a definition is: unchangeable, and without fields that nobody knows."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, use_attribute_docstrings=True)


@dataclass(frozen=True)
class Refers:
    """Marks a field that holds ids of other definitions.

    Attributes:
        to: the folder whose ids they are, or the code list.
        acyclic: whether following the field from one definition to the next must come to an end.
    """

    to: str
    acyclic: bool = False


def fault_code(code: str, **values: Any) -> PydanticCustomError:
    """An error that a validator raises: `code` names a wording, `values` fill its placeholders.

    A value named ``field`` says which field below the validated object is meant.
    """
    return PydanticCustomError(code, "see the wording of this code", values)


@dataclass(frozen=True)
class AtMost:
    """A validator: neither language of a text may be longer than `limit` characters."""

    limit: int

    def __call__(self, text: Text) -> Text:
        """The text, if it is short enough."""
        for lang, said in (("da", text.da), ("en", text.en)):
            if len(said) > self.limit:
                raise fault_code("text_too_long", language=lang, length=len(said), limit=self.limit)
        return text


@dataclass(frozen=True)
class Form:
    """Marks a text that must have a form as a whole.

    Attributes:
        pattern: the form, as a regular expression.
        code: the wording of the fault when it has not.
    """

    pattern: str
    code: str

    def check(self, text: str) -> str:
        """The text, if it has the form."""
        if not re.fullmatch(self.pattern, text):
            raise fault_code(self.code, written=text)
        return text

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**handler(schema), "pattern": f"^{self.pattern}$"}


def _day(value: object) -> object:
    """Take a date, or text that is one; nothing else, and no moment in time."""
    if type(value) is date:
        return value
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise fault_code("not_a_date")


ID_PATTERN = r"[a-z][a-z0-9_]*"

Id = Annotated[str, Form(ID_PATTERN, "not_an_id"), Field(max_length=60)]
"""Small letters, digits and underscores, beginning with a letter. It never changes."""

Line = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(visible)]
"""One short line that is the same in both languages, such as a reference."""

Title = Annotated[Text, AfterValidator(AtMost(120))]
"""What a thing is called."""

Prose = Annotated[Text, AfterValidator(AtMost(1000))]
"""A few sentences."""

Day = Annotated[date, BeforeValidator(_day)]
"""A date, written 2020-08-01."""

Whole = Annotated[int, Field(strict=True)]
"""A whole number."""

YesNo = Annotated[bool, Field(strict=True)]
"""true or false."""
