"""What may be done to what a programme works by."""

from landsby.web.blueprints.actions.adapting import go_back_to, take_back_words, write_adaptation
from landsby.web.blueprints.actions.adopting import adopt_blueprint, put_in_force
from landsby.web.blueprints.actions.evidence import add_evidence, remove_evidence
from landsby.web.blueprints.actions.starting import start_programme_from
from landsby.web.blueprints.actions.theory import give_up_redrawing, lay_over_theirs, redraw_theory, save_theory
from landsby.web.blueprints.actions.upgrading import adopt_version, give_up_version, receive_version, undo_adoption

__all__ = [
    "add_evidence",
    "adopt_blueprint",
    "adopt_version",
    "give_up_redrawing",
    "give_up_version",
    "go_back_to",
    "lay_over_theirs",
    "put_in_force",
    "receive_version",
    "redraw_theory",
    "remove_evidence",
    "save_theory",
    "start_programme_from",
    "take_back_words",
    "undo_adoption",
    "write_adaptation",
]
