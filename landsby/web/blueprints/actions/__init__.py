"""What may be done to what a programme works by."""

from landsby.web.blueprints.actions.adapting import go_back_to, write_adaptation
from landsby.web.blueprints.actions.adopting import adopt_blueprint, put_in_force
from landsby.web.blueprints.actions.starting import start_programme_from

__all__ = [
    "adopt_blueprint",
    "go_back_to",
    "put_in_force",
    "start_programme_from",
    "write_adaptation",
]
