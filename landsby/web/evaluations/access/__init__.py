"""Who reads evaluations and who makes them: everybody in the programme reads; a right declares."""

from landsby.web.evaluations.access.designs import (
    codes_of,
    declaration_for,
    declarations_of,
    draft_for,
    drafts_of,
    places_of,
    standing_designs,
)
from landsby.web.evaluations.access.own_records import doses_of
from landsby.web.evaluations.access.runs import (
    chosen_at_first,
    latest_result,
    latest_results,
    loading_for,
    loadings_for,
    run_by_key,
    run_file_for,
    run_for,
    runs_of,
    shown_before,
    twin_of,
    was_seen_before,
)
from landsby.web.evaluations.access.taking_out import codes_seen, records_for, takes_out, told_before

__all__ = [
    "chosen_at_first",
    "codes_of",
    "codes_seen",
    "declaration_for",
    "declarations_of",
    "doses_of",
    "draft_for",
    "drafts_of",
    "latest_result",
    "latest_results",
    "loading_for",
    "loadings_for",
    "places_of",
    "records_for",
    "run_by_key",
    "run_file_for",
    "run_for",
    "runs_of",
    "shown_before",
    "standing_designs",
    "takes_out",
    "told_before",
    "twin_of",
    "was_seen_before",
]
