"""Keeping the data policy: what has expired goes."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from landsby.web.kit.audit import Author, record_many
from landsby.web.kit.models import Act
from landsby.web.kit.policy import data_policy
from landsby.web.kit.retention import expired_rows, expiries


@transaction.atomic
def keep_data_policy(*, by: Author, now: datetime | None = None) -> dict[str, int]:
    """Delete or anonymise every row that the policy no longer lets us keep.

    Args:
        now: the moment to count from; the present when None.

    Returns:
        How many rows each rule let go of, by the rule's id. Rows that fell with them are not counted.
    """
    rules = data_policy().expiring()
    let_go = {}
    for rule_id, rows in expired_rows(now).items():
        count = rows.count()
        let_go[rule_id] = count
        if not count:
            continue
        act = Act.REMOVED if rules[rule_id].then == "delete" else Act.CHANGED
        if act == Act.REMOVED:
            rows.delete()
        else:
            rows.update(**expiries()[rule_id].blank)
        record_many(by=by, act=act, what=rows.model, label=rule_id, programme="", rows=count)
    return let_go
