#!/usr/bin/env python
"""Django's command line, kept for those who look for it; `landsby manage` is the same."""

import sys

import click

from landsby.cli.terminal import read_settings


def main() -> None:
    """Run one management command with Landsby's settings; where some are missing, say what to do."""
    try:
        read_settings()
    except click.ClickException as refusal:
        refusal.show()
        sys.exit(refusal.exit_code)
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
