"""Django system checks: the data policy covers every column once, and every rule is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import yaml
from django.apps import AppConfig, apps
from django.core.checks import CheckMessage, Error, register
from pydantic import ValidationError

from landsby.web.kit.policy import POLICY_FILE, DataPolicy, data_policy
from landsby.web.kit.retention import Expiry, expiries

_WHERE = f"definitions/policy/{POLICY_FILE.name}"


@register("data_policy")
def check_data_policy(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """The policy in force, against the models and the registered rules."""
    try:
        policy = data_policy()
    except (ValidationError, yaml.YAMLError) as error:
        return [Error(f"{_WHERE} cannot be read: {error}", id="kit.E001")]
    return [*_coverage(policy, model_columns()), *_kept_rules(policy, expiries())]


def model_columns() -> set[str]:
    """Every column of every installed model, as ``accounts.User.email``."""
    return {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in (*model._meta.local_fields, *model._meta.local_many_to_many)
    }


def _coverage(policy: DataPolicy, columns: set[str]) -> Iterator[CheckMessage]:
    """One error for each column that is missing, unknown or named twice."""
    named = Counter(policy.columns())
    for column in sorted(columns - set(named)):
        hint = "Add it to the group whose purpose it serves, or write a new group."
        yield Error(f"{_WHERE} does not cover {column}.", hint=hint, id="kit.E002")
    for column in sorted(set(named) - columns):
        yield Error(f"{_WHERE} names {column}, which no model has.", hint="Take it out.", id="kit.E003")
    for column in sorted(name for name, times in named.items() if times > 1):
        yield Error(f"{_WHERE} names {column} twice.", hint="Keep it in one group.", id="kit.E004")


def _kept_rules(policy: DataPolicy, registered: dict[str, Expiry]) -> Iterator[CheckMessage]:
    """One error for each rule that nobody keeps, and for each registration without a rule."""
    rules = policy.expiring()
    for rule in sorted(set(rules) - set(registered)):
        hint = "Register it with kit.retention.keep_rule in the room that owns the rows."
        yield Error(f"Nothing finds the rows of the rule {rule} in {_WHERE}.", hint=hint, id="kit.E005")
    for rule in sorted(set(registered) - set(rules)):
        yield Error(f"{_WHERE} has no rule {rule}, though a room has registered one.", id="kit.E006")
    for rule in sorted(set(rules) & set(registered)):
        anonymises = rules[rule].then == "anonymise"
        if anonymises != bool(registered[rule].blank):
            text = f"The rule {rule} says {rules[rule].then}; what is registered for it does something else."
            yield Error(text, id="kit.E007")
