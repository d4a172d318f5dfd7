"""The Danish alphabet for databases that know only the English one.

SQLite folds the case of a-z alone and sorts by code point, and a PostgreSQL may be built without
Danish collations. Here both are taught the same: Æ is found by "æ", and æ, ø and å stand last.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.functions import Collate, Lower, Replace

_LETTERS = "æøåäöüéèêáàóñ"
_STAND_AS = "{|}{|yeeeaaon"
"""In ASCII, `{`, `|` and `}` follow after z. The neighbours' letters stand where a Danish reader looks for them."""


def alphabet_key(text: str) -> str:
    """What to sort a Danish text by: no case, æ ø å last, and aa as å, as in Aabenraa."""
    return text.lower().replace("aa", "å").translate(str.maketrans(_LETTERS, _STAND_AS))


class Alphabetical(models.Func):
    """`alphabet_key` of a column, to order rows by."""

    function = "landsby_alphabet_key"
    output_field = models.TextField()

    def __init__(self, expression: Any) -> None:
        super().__init__(expression)

    def as_postgresql(self, compiler: Any, connection: BaseDatabaseWrapper, **context: Any) -> Any:
        """The same key in PostgreSQL's own functions, whichever collations it was built with."""
        (column,) = self.get_source_expressions()
        folded = Replace(Lower(column), models.Value("aa"), models.Value("å"))
        letters = (models.Value(_LETTERS), models.Value(_STAND_AS))
        key = models.Func(folded, *letters, function="TRANSLATE", output_field=models.TextField())
        return compiler.compile(Collate(key, "C"))


def alphabetical_if_text(model: type[models.Model], path: str) -> models.F | Alphabetical:
    """What to order rows of a model by for a field, which may lie over relations: text in Danish, all else as it is."""
    field: Any = None
    for name in path.split("__"):
        try:
            field = (field.related_model if field else model)._meta.get_field(name)
        except FieldDoesNotExist:  # "pk", or what the rows are annotated with
            return models.F(path)
    return Alphabetical(path) if isinstance(field, models.CharField) and not field.choices else models.F(path)


def teach_sqlite(sender: Any, connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    """Let every new connection to SQLite know the whole alphabet; for Django's signal `connection_created`.

    To take the place of the function `like` is to take the place of the operator LIKE, and so of
    Django's `icontains`, `iexact` and `istartswith`.
    """
    if connection.vendor != "sqlite":
        return
    raw: Any = connection.connection
    raw.create_function("like", 3, _like, deterministic=True)
    raw.create_function(Alphabetical.function, 1, _key_or_none, deterministic=True)


def _like(pattern: object, value: object, escape: str) -> bool | None:
    """SQL's ``value LIKE pattern ESCAPE escape`` without regard to case."""
    if pattern is None or value is None:
        return None
    return _compiled(str(pattern), escape).fullmatch(str(value).casefold()) is not None


@lru_cache(maxsize=256)
def _compiled(pattern: str, escape: str) -> re.Pattern[str]:
    parts, letters = [], iter(pattern.casefold())
    for letter in letters:
        if letter == escape:
            parts.append(re.escape(next(letters, "")))
        else:
            parts.append({"%": ".*", "_": "."}.get(letter) or re.escape(letter))
    return re.compile("".join(parts), re.DOTALL)


def _key_or_none(text: object) -> str | None:
    return None if text is None else alphabet_key(str(text))
