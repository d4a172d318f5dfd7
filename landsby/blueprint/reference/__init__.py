"""The reference to definitions: what each kind is, what its fields hold, and how one looks, in both languages."""

from landsby.blueprint.reference.fields import DescribedField, described, parts_of
from landsby.blueprint.reference.pages import reference_page
from landsby.blueprint.reference.sorts import Sort

__all__ = ["DescribedField", "Sort", "described", "parts_of", "reference_page"]
