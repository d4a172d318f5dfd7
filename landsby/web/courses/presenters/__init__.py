"""Offers, sign-ups and hours as the pages tell them."""

from landsby.web.courses.presenters.hours import SumRow, hours_columns, hours_rows, sum_headings, total_of
from landsby.web.courses.presenters.offers import OfferPage, offer_pages

__all__ = ["OfferPage", "SumRow", "hours_columns", "hours_rows", "offer_pages", "sum_headings", "total_of"]
