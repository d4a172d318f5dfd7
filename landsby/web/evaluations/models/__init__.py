"""What an evaluation is made of: drafts, declared designs, cells that were taken in, and runs."""

from landsby.web.evaluations.models.declaration import Declaration, DeclarationQuerySet, DesignDeviation, Withdrawal
from landsby.web.evaluations.models.draft import DesignDraft, DesignDraftQuerySet
from landsby.web.evaluations.models.loading import Loading, LoadingQuerySet, StoredCells
from landsby.web.evaluations.models.place_code import PlaceCode
from landsby.web.evaluations.models.run import Run, RunQuerySet, Sort, State
from landsby.web.evaluations.models.told_records import ToldRecords

__all__ = [
    "Declaration",
    "DeclarationQuerySet",
    "DesignDeviation",
    "DesignDraft",
    "DesignDraftQuerySet",
    "Loading",
    "LoadingQuerySet",
    "PlaceCode",
    "Run",
    "RunQuerySet",
    "Sort",
    "State",
    "StoredCells",
    "ToldRecords",
    "Withdrawal",
]
