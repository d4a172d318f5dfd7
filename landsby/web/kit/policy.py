"""The data policy: what is kept, why, and for how long. Prose for people, rules for the machine."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal

import yaml
from django.utils.translation import ngettext
from pydantic import BaseModel, ConfigDict, Field, model_validator

from landsby.web.kit.text import Text

POLICY_FILE = Path(__file__).resolve().parents[2] / "definitions" / "policy" / "data_retention.yaml"


class _Part(BaseModel):
    """A part of the policy: closed to unknown keys, and never changed once read."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Period(_Part):
    """How long: whole months, or days where a month is too coarse."""

    months: int | None = Field(default=None, ge=1)
    days: int | None = Field(default=None, ge=0)

    @model_validator(mode="after")
    def _one_unit(self) -> Period:
        if (self.months is None) == (self.days is None):
            raise ValueError("say the period either in months or in days")
        return self

    def before(self, moment: datetime) -> datetime:
        """The moment that lies this long before another; the 31st of a short month is its last day."""
        if self.months is None:
            return moment - timedelta(days=self.days or 0)
        year, month = divmod(moment.year * 12 + moment.month - 1 - self.months, 12)
        last_day = monthrange(year, month + 1)[1]
        return moment.replace(year=year, month=month + 1, day=min(moment.day, last_day))

    def __str__(self) -> str:
        if self.months is None:
            days = self.days or 0
            return ngettext("%(count)s dag", "%(count)s dage", days) % {"count": days}
        if self.months % 12 == 0:
            years = self.months // 12
            return ngettext("%(count)s år", "%(count)s år", years) % {"count": years}
        return ngettext("%(count)s måned", "%(count)s måneder", self.months) % {"count": self.months}


class Lasting(_Part):
    """Rows that stay, and why they may."""

    id: str
    rows: Text
    then: Literal["keep"]
    why: Text


class Expiring(_Part):
    """Rows that stay for a period after something happened to them.

    Attributes:
        rows: which rows these are, in words; a room registers how to find them (`kit.retention`).
        since: what the period is counted from.
        then: whether the rows go, or only what could tell who they are about.
    """

    id: str
    rows: Text
    keep: Period
    since: Text
    then: Literal["delete", "anonymise"]


Rule = Annotated[Lasting | Expiring, Field(discriminator="then")]


class Group(_Part):
    """What one purpose covers.

    Attributes:
        fields: the columns, by model label such as ``accounts.User``.
    """

    id: str
    title: Text
    about: Text
    purpose: Text
    legal_basis: Text
    rules: tuple[Rule, ...] = Field(min_length=1)
    fields: Mapping[str, tuple[str, ...]]


class DataPolicy(_Part):
    """The whole policy.

    Attributes:
        never: what is never kept or done.
        rights: what a person may ask for, and of whom.
    """

    title: Text
    introduction: Text
    never: tuple[Text, ...] = Field(min_length=1)
    rights: tuple[Text, ...] = Field(min_length=1)
    groups: tuple[Group, ...]

    def columns(self) -> Iterator[str]:
        """Every column that the policy names, as ``accounts.User.email``; one named twice comes twice."""
        for group in self.groups:
            for model, fields in group.fields.items():
                yield from (f"{model}.{field}" for field in fields)

    def expiring(self) -> dict[str, Expiring]:
        """The rules that let go of something, by id."""
        rules = (rule for group in self.groups for rule in group.rules)
        return {rule.id: rule for rule in rules if isinstance(rule, Expiring)}


def read_policy(path: Path = POLICY_FILE) -> DataPolicy:
    """Read and validate a policy.

    Raises:
        pydantic.ValidationError: naming the part that does not hold.
        yaml.YAMLError: naming the line that cannot be read.
    """
    return DataPolicy.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))


@lru_cache(maxsize=1)
def data_policy() -> DataPolicy:
    """The policy in force; read once per process."""
    return read_policy()
