"""Does a document have the shape of its kind? Pydantic finds out; here its errors become faults."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from landsby.blueprint.document import EMPTY, Document, Unquoted, Way
from landsby.blueprint.fault import Fault
from landsby.blueprint.text import Text
from landsby.blueprint.wording import EXPECTED, LANGUAGES, WORDINGS

Model = TypeVar("Model", bound=BaseModel)

_READ_OTHERWISE = (bool, int, float, date, Unquoted)
"""What comes of a text that YAML reads as something else for want of quotes."""

_YES_NO_WORDS = frozenset({"yes", "no", "on", "off", "true", "false"})

_WRONG_TYPES: Mapping[str, str] = {
    "int_type": "whole_number",
    "float_type": "number",
    "bool_type": "yes_no",
    "tuple_type": "list",
    "list_type": "list",
    "model_type": "mapping",
    "string_type": "text",
}

_LIMITS: Mapping[str, tuple[str, str]] = {
    "greater_than_equal": ("too_small", "ge"),
    "less_than_equal": ("too_great", "le"),
    "too_short": ("too_few", "min_length"),
    "string_too_long": ("line_too_long", "max_length"),
    "string_too_short": ("empty_text", "min_length"),
}


def shaped(document: Document, model: type[Model]) -> Model | None:
    """The document as an object of the model; None, with faults added, when anything is wrong with it."""
    if document.data is None:
        return None
    made: Model | None = None
    try:
        made = model.model_validate(document.data)
    except ValidationError as error:
        told = error.errors(include_url=False)
        # What stood empty has been told of already; a list may seem too short for what is wrong within it.
        within = {details["loc"][:length] for details in told for length in range(len(details["loc"]))}
        wrong = [
            details
            for details in told
            if details["input"] is not EMPTY and not (details["type"] == "too_short" and details["loc"] in within)
        ]
        document.faults.extend(_fault(document, model, details) for details in wrong)
    return None if document.faults else made


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that somebody probably meant."""
    return next(iter(get_close_matches(name, list(known), n=1, cutoff=0.55)), None)


def guessing(code: str, name: str, known: Iterable[str]) -> tuple[str, dict[str, Any]]:
    """A wording's code and values for a name that is not known: with a guess where there is one."""
    names = list(known)
    near = nearest(name, names)
    return (f"{code}_near", {"nearest": near}) if near else (code, {"known": ", ".join(names) or "–"})


def _fault(document: Document, model: type[BaseModel], details: ErrorDetails) -> Fault:
    """One of pydantic's errors in our words."""
    way, kind, given = tuple(details["loc"]), details["type"], details["input"]
    context: dict[str, Any] = dict(details.get("ctx") or {})
    written = document.written.get(way, given)
    match kind:
        case _ if kind in WORDINGS:
            return _own_fault(document, way, kind, context)
        case "missing":
            return _missing(document, way, _model_at(model, way[:-1]))
        case "extra_forbidden":
            code, guess = guessing("unknown_field", str(way[-1]), _model_at(model, way[:-1]).model_fields)
            return document.fault(code, way, name=way[-1], **guess)
        case "model_type" if _model_at(model, way) is Text:
            return document.fault("one_language", way)
        case "string_type" if isinstance(given, _READ_OTHERWISE):
            code = "unquoted_word" if str(written).lower() in _YES_NO_WORDS else "unquoted_number"
            return document.fault(code, way, written=written)
        case "literal_error":
            code, guess = guessing("not_a_choice", str(written), _choices(context["expected"]))
            return document.fault(code, way, written=written, **guess)
        case _ if kind in _LIMITS:
            code, limit = _LIMITS[kind]
            return document.fault(code, way, written=written, limit=context[limit])
    return document.fault("wrong_type", way, expected=EXPECTED[_WRONG_TYPES.get(kind, "text")])


def _own_fault(document: Document, way: Way, code: str, context: dict[str, Any]) -> Fault:
    """A fault that one of our validators raised."""
    if "language" in context:
        context["language"] = LANGUAGES[context["language"]]
    below = (context["field"],) if "field" in context else ()
    return document.fault(code, (*way, *below), **context)


def _missing(document: Document, way: Way, owner: type[BaseModel]) -> Fault:
    name = str(way[-1])
    if owner is Text:
        return document.fault("missing_language", way, name=name, language=LANGUAGES[name])
    return document.fault("missing_field", way, name=name)


def _choices(expected: str) -> list[str]:
    """The choices in pydantic's enumeration, such as ``'single' or 'series'``."""
    return expected.replace(" or ", ", ").replace("'", "").split(", ")


def _model_at(model: type[BaseModel], way: Way) -> type[BaseModel]:
    """The model of the object that a way leads to."""
    for step in way:
        if isinstance(step, str) and step in model.model_fields:
            model = model_in(model.model_fields[step].annotation) or model
    return model


def model_in(annotation: Any) -> type[BaseModel] | None:
    """The model inside an annotation such as ``tuple[OwnField, ...]`` or ``Text | None``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := model_in(part))), None)
