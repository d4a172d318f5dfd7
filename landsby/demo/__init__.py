"""The demo: an invented programme over five years, made by a seeded generator.

Planning is pure: from a seed to a `Plan` of places, people and gatherings, without a database or a
clock. Writing (`write.py`) carries the plan out through the product's own actions. The plan knows
how many events are held and how large a group is; it knows no total that the product publishes.
"""
