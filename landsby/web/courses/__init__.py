"""Courses that associations offer: framework offers, sign-ups, and the hours that come of them."""
