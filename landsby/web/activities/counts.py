"""The groups that attendance is counted in."""

from django.utils.translation import gettext_lazy as _

COUNTS = ("children", "parents", "staff", "volunteers", "new_families")
"""The groups, as the fields of `Activity` and the kinds of a blueprint name them."""

COUNT_LABELS = {
    "children": _("børn"),
    "parents": _("forældre"),
    "staff": _("medarbejdere"),
    "volunteers": _("frivillige"),
    "new_families": _("nye familier"),
}

MOST_PRESENT = 5000
"""More people than this at one activity is taken to be a slip of the finger."""
