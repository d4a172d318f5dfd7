"""Evaluations in the reader's words."""

from landsby.web.evaluations.presenters.designs import DesignPage
from landsby.web.evaluations.presenters.lines import lines_of
from landsby.web.evaluations.presenters.results import ResultPage, page_of
from landsby.web.evaluations.presenters.runs import RunPage, Told

__all__ = ["DesignPage", "ResultPage", "RunPage", "Told", "lines_of", "page_of"]
