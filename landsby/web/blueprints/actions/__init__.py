"""What may be done to what a programme works by."""

from landsby.web.blueprints.actions.adapting import go_back_to, take_back_words, write_adaptation
from landsby.web.blueprints.actions.adopting import adopt_blueprint, put_in_force
from landsby.web.blueprints.actions.starting import start_programme_from
from landsby.web.blueprints.actions.upgrading import adopt_version, give_up_version, receive_version, undo_adoption

__all__ = [
    "adopt_blueprint",
    "adopt_version",
    "give_up_version",
    "go_back_to",
    "put_in_force",
    "receive_version",
    "start_programme_from",
    "take_back_words",
    "undo_adoption",
    "write_adaptation",
]
