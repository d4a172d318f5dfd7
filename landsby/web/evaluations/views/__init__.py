"""The pages of evaluations."""

from landsby.web.evaluations.views.data import data, let_go
from landsby.web.evaluations.views.declared import declared, deviate, file, revise, withdraw
from landsby.web.evaluations.views.drafts import declare, draft, from_file, new, remove
from landsby.web.evaluations.views.exporting import export
from landsby.web.evaluations.views.lists import overview
from landsby.web.evaluations.views.own_records import own_records, own_records_file
from landsby.web.evaluations.views.runs import again, ask, cancel, run

__all__ = [
    "again",
    "ask",
    "cancel",
    "data",
    "declare",
    "declared",
    "deviate",
    "draft",
    "export",
    "file",
    "from_file",
    "let_go",
    "new",
    "overview",
    "own_records",
    "own_records_file",
    "remove",
    "revise",
    "run",
    "withdraw",
]
