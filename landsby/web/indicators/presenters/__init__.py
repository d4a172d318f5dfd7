"""Figures in the reader's words."""

from landsby.web.indicators.presenters.detail import IndicatorPage
from landsby.web.indicators.presenters.rows import IndicatorRow, Latest, latest_of, rows_of
from landsby.web.indicators.presenters.tables import export_table

__all__ = ["IndicatorPage", "IndicatorRow", "Latest", "export_table", "latest_of", "rows_of"]
