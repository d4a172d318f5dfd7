"""The function in front: from what somebody typed to the keys of the rows that hold it."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import DEFAULT_DB_ALIAS, connections, models
from django.db.models import Q
from django.db.models.expressions import RawSQL

from landsby.web.kit.search.index import Findable, findable
from landsby.web.kit.search.wording import beginnings


def found(model: type[models.Model], text: str, *, key: str = "pk", using: str = DEFAULT_DB_ALIAS) -> Q:
    """The condition on rows that hold every word of a text, each from its beginning.

    It is to be laid upon rows that are narrowed to what the reader may see; alone it knows no reader.

    Args:
        model: one that was made findable.
        key: the field that holds the primary key of such a row.

    Returns:
        A condition that nothing meets where the text holds no word.
    """
    words = beginnings(text)
    if not words:
        return Q(pk__in=[])
    ask = _on_postgresql if connections[using].vendor == "postgresql" else _on_sqlite
    return Q(**{f"{key}__in": ask(findable(model), words)})


def _on_sqlite(what: Findable, words: Sequence[Sequence[str]]) -> RawSQL:
    told = " AND ".join("(" + " OR ".join(f'"{start}"*' for start in starts) + ")" for starts in words)
    # Only the index's own name stands in the text; what was typed is a parameter.
    return RawSQL(f"SELECT rowid FROM {what.index} WHERE {what.index} MATCH %s", [told])  # noqa: S608, S611 - see above


def _on_postgresql(what: Findable, words: Sequence[Sequence[str]]) -> RawSQL:
    told = " & ".join("(" + " | ".join(f"'{start}':*" for start in starts) + ")" for starts in words)
    sql = f"SELECT id FROM {what.table} WHERE {what.words} @@ to_tsquery('pg_catalog.simple', %s)"  # noqa: S608 - as above
    return RawSQL(sql, [told])  # noqa: S611 - as above
