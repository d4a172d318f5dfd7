"""The one command behind `make`: sets up what is missing, then demo, test, check, fix, bench, oracles, spark.

Needs nothing but Python 3.11 or newer: `python3 tools/dev.py help`. What a step needs it makes
first, and a step whose inputs have not changed since last time is passed over.
"""

import os
import shutil
import sys
from pathlib import Path

NEWEST_FIRST = ("python3.13", "python3.12", "python3.11")


def _run_on_a_new_enough_python() -> None:
    """Start again on a newer Python when this one is too old, or say the cure."""
    if sys.version_info >= (3, 11):
        return
    for name in reversed(NEWEST_FIRST):
        found = shutil.which(name)
        if found:
            os.execv(found, [found, *sys.argv])
    version = ".".join(str(part) for part in sys.version_info[:3])
    sys.exit("Landsby needs Python 3.11 or newer; this is {}. Install it and try again.".format(version))


if __name__ == "__main__":
    _run_on_a_new_enough_python()
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from tools.steps.commands import main

    sys.exit(main(sys.argv[1:]))
