"""With production settings Django's own deployment check has nothing to say."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys

import pytest
from django.conf import global_settings

from tests.architecture.source import ROOT, modules, read

PRODUCTION = {
    "LANDSBY_SECRET_KEY": "k7Q-2mZ_x9RtB4vW8yLc3NpD6sFhJ1gTqUeXoAiKbVzMdYwCrE5n0P",
    "LANDSBY_ALLOWED_HOSTS": "landsby.example.org",
    "DATABASE_URL": "postgres://landsby:secret@db.example.org:5432/landsby",
}
"""What `docs/production.md` asks for, and nothing else."""


def check(**changes: str) -> subprocess.CompletedProcess[str]:
    """Run the deployment check with the environment of a production server."""
    inherited = {
        name: value for name, value in os.environ.items() if not name.startswith(("LANDSBY_", "DATABASE_", "DJANGO_"))
    }
    return subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=ROOT,
        env={**inherited, **PRODUCTION, **changes},
        capture_output=True,
        text=True,
        check=False,
    )


OF_PACKAGES = {"CONTENT_SECURITY_POLICY", "ROOT_URLCONF", "TASKS", "WHITENOISE_USE_FINDERS"}
"""Settings that Django, without a default, and the packages we use read by themselves."""

OF_ALLAUTH = ("ACCOUNT_", "MFA_", "SOCIALACCOUNT_")
"""How the settings begin that allauth reads."""


def unread_settings(text: str, elsewhere: str) -> list[str]:
    """The settings of our own in the text of a settings module that neither it nor other code reads."""
    names = {
        target.id
        for node in ast.parse(text).body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name) and target.id.isupper()
    }
    ours = {name for name in names if not hasattr(global_settings, name) and not name.startswith(OF_ALLAUTH)}
    return sorted(
        name
        for name in ours - OF_PACKAGES
        if len(re.findall(rf"\b{name}\b", text)) == 1 and f"settings.{name}" not in elsewhere
    )


def test_every_setting_of_our_own_is_read_by_something():
    elsewhere = "\n".join(module.text for module in modules(with_tests=True))
    text = read("landsby/config/settings.py")
    assert unread_settings(text, elsewhere) == []
    assert unread_settings(f"{text}\nLEAST_SHOWN = 5\n", elsewhere) == ["LEAST_SHOWN"]


def test_production_settings_pass_without_a_warning():
    run = check()
    assert run.returncode == 0, run.stderr
    assert "no issues" in run.stdout


@pytest.mark.parametrize("careless", ["LANDSBY_DEBUG", "LANDSBY_PLAIN_HTTP", "LANDSBY_DEMO"])
def test_a_careless_setting_is_caught(careless):
    run = check(**{careless: "1"})
    assert run.returncode != 0
    assert "security.W" in run.stderr


def test_a_missing_key_is_refused_with_its_cure():
    run = check(LANDSBY_SECRET_KEY="")
    assert run.returncode != 0
    assert "LANDSBY_SECRET_KEY" in run.stderr
    assert "token_urlsafe" in run.stderr
