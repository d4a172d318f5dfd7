"""`make demo`: the invented programme, built once, served on this machine until Ctrl-C."""

import math
import os
import socket
import urllib.error
import urllib.request
from contextlib import suppress

from tools.steps import environment
from tools.steps.demo_database import SERVED, demo_environment, served
from tools.steps.paths import MANAGE, PYTHON
from tools.steps.processes import Group
from tools.steps.running import CommandLine, Progress, StepFailed

HOST = "127.0.0.1"
SECONDS_TO_START = 60
# One process with a handful of threads is plenty for one visitor; a request more than that waits.
SERVER = ("--interface", "wsgi", "--workers", "1", "--blocking-threads", "3", "--backpressure", "64")
QUIET = ("--log-level", "warning")


def demo(_arguments: list[str]) -> int:
    """Set up what is missing, build the demo's database, and serve it on PORT (8000 unless set)."""
    port = _port()
    progress = Progress(total=environment.STEPS + 2)
    environment.prepare(progress, development=False)
    progress.step("The demo's five years", served)
    with Group() as processes:
        _start(processes, port)
        progress.step("Server and task worker", lambda: _answers(processes, port))
        print(f"\nLandsby's demo runs on http://localhost:{port}/   (Ctrl-C ends it)\n", flush=True)
        with suppress(KeyboardInterrupt):
            processes.until(lambda: False, seconds=math.inf)
    return 0


def _port() -> int:
    """The port from PORT, refused before any work when it cannot be used."""
    text = os.environ.get("PORT") or "8000"
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise StepFailed(f"PORT is {text!r}. Give a number between 1 and 65535: PORT=8001 make demo")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, int(text)))
        except OSError as error:
            raise StepFailed(
                f"Port {text} cannot be used ({error.strerror}). Choose another: PORT=8001 make demo"
            ) from error
    return int(text)


def _start(processes: Group, port: int) -> None:
    settings = demo_environment(SERVED)
    granian: CommandLine = [PYTHON, "-m", "granian", *SERVER, *QUIET, "--host", HOST, "--port", str(port)]
    processes.start("server", [*granian, "landsby.config.wsgi:application"], settings)
    processes.start("worker", [PYTHON, MANAGE, "db_worker", "--verbosity", "0"], settings)


def _answers(processes: Group, port: int) -> None:
    """Wait until the server says that it is well."""
    if not processes.until(lambda: _is_well(port), seconds=SECONDS_TO_START):
        raise StepFailed(f"The server did not answer within {SECONDS_TO_START} s.")


def _is_well(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://{HOST}:{port}/health", timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False
