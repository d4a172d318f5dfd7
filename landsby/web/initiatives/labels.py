"""What forms and pages call the folders of definitions that an initiative belongs to."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

LABELS = {
    "tracks": _("Spor"),
    "goals": _("Målsætninger"),
    "audiences": _("Målgrupper"),
    "elements": _("Elementer"),
    "topics": _("Temaer"),
    "offers": _("Tilbud"),
    "activity_kinds": _("Slags aktivitet"),
    "theory_nodes": _("Kasser i forandringsteorien"),
    "checklists": _("Klar til drift, når disse tjeklister er gået igennem"),
}
"""What a form and a page call the folders that an initiative belongs to."""
