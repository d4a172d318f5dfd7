"""The room's pages: starting, reading, adapting, and going over to another version."""

from landsby.web.blueprints.views.adapting import adapt, as_of, go_back, history, switch, take_back
from landsby.web.blueprints.views.reading import browse, definition, shelf
from landsby.web.blueprints.views.starting import blank, start
from landsby.web.blueprints.views.theory import theory_compare, theory_file, theory_versions
from landsby.web.blueprints.views.theory_edit import (
    theory_assumption,
    theory_box,
    theory_edit,
    theory_give_up,
    theory_import,
    theory_lay_over,
    theory_new_assumption,
    theory_new_box,
    theory_remove_box,
    theory_take_up,
)
from landsby.web.blueprints.views.theory_evidence import theory_evidence, theory_evidence_remove
from landsby.web.blueprints.views.versions import download, give_up, take_builtin, undo, version, versions

__all__ = [
    "adapt",
    "as_of",
    "blank",
    "browse",
    "definition",
    "download",
    "give_up",
    "go_back",
    "history",
    "shelf",
    "start",
    "switch",
    "take_back",
    "take_builtin",
    "theory_assumption",
    "theory_box",
    "theory_compare",
    "theory_edit",
    "theory_evidence",
    "theory_evidence_remove",
    "theory_file",
    "theory_give_up",
    "theory_import",
    "theory_lay_over",
    "theory_new_assumption",
    "theory_new_box",
    "theory_remove_box",
    "theory_take_up",
    "theory_versions",
    "undo",
    "version",
    "versions",
]
