"""What a design calls things, in words for those who did not write it."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from landsby.web.kit.problems import Sentence

NAMES: Mapping[str, Sentence] = {
    "primary": _("afgør svaret"),
    "secondary": _("følges også"),
    "placebo": _("en prøve: det kan programmet ikke have ændret"),
    "two_way": _("forskel i forskelle med faste led for område og år"),
    "event_study": _("forløbet før og efter starten"),
    "group_time": _("områder, der begyndte samtidig, for sig; lagt sammen bagefter"),
    "sun_abraham": _("områder, der begyndte samtidig, for sig; vægtet (Sun og Abraham)"),
    "imputation": _("det forventede uden indsats, regnet ud fra de andre"),
    "doubly_robust": _("dobbelt robust, ud fra hvad områderne var før starten"),
    "synthetic_control": _("et syntetisk område sat sammen af andre"),
    "augmented_synthetic_control": _("et syntetisk område, rettet for det, der er tilbage"),
    "synthetic_difference": _("syntetisk forskel i forskelle"),
    "interrupted_series": _("et brud i områdernes egen udvikling"),
    "doubly_robust_rows": _("dobbelt robust, ud fra det, man ved om hvert barn; regnes, hvor rækkerne er"),
    "logit_rows": _("en logit for ja og nej; regnes, hvor rækkerne er"),
    "shocks_area": _("hvert område for sig"),
    "shocks_cluster": _("hele kommuner"),
    "matching_none": _("alle i puljen tæller med"),
    "matching_mahalanobis": _("de områder, der lignede mest før starten"),
    "matching_entropy": _("områderne vægtes, så de ligner før starten"),
    "matching_coarsened": _("kun områder af samme slags før starten"),
    "matching_synthetic": _("områderne vægtes, så de følges ad før starten"),
}
"""By what the design writes; shocks and matching with the field's name before."""


def named(names: Mapping[str, Sentence], key: str) -> str:
    """The words for a key; a key without words is itself."""
    return str(names.get(key, key))
