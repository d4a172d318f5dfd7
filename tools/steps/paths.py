"""Where things are in a checkout, and the programs that the steps start."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VAR = ROOT / "var"
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
MANAGE = ROOT / "manage.py"
NODE_MODULES = ROOT / "node_modules"
BUILT_ASSETS = ROOT / "landsby" / "web" / "kit" / "static" / "kit"
COLLECTED_ASSETS = VAR / "static"
DEMO = VAR / "demo"
