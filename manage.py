#!/usr/bin/env python
"""Django's command line, kept for those who look for it; `landsby manage` is the same."""

import os
import sys


def main() -> None:
    """Run one management command with Landsby's settings."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "landsby.config.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
