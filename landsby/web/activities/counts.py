"""The groups that attendance is counted in."""

from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

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


def people_in_words(group: str, count: int) -> str:
    """How many of a group: »1 barn«, »14 børn«."""
    words = {
        "children": ngettext("%(count)s barn", "%(count)s børn", count),
        "parents": ngettext("%(count)s forælder", "%(count)s forældre", count),
        "staff": ngettext("%(count)s medarbejder", "%(count)s medarbejdere", count),
        "volunteers": ngettext("%(count)s frivillig", "%(count)s frivillige", count),
        "new_families": ngettext("%(count)s ny familie", "%(count)s nye familier", count),
    }
    return words[group] % {"count": number_format(count, use_l10n=True, force_grouping=True)}
