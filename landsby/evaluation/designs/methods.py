"""What a design may name: estimators, procedures of inference, and ways of choosing comparison areas."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from landsby.blueprint.text import Text

Estimator = Literal[
    "two_way",
    "event_study",
    "group_time",
    "sun_abraham",
    "imputation",
    "doubly_robust",
    "synthetic_control",
    "augmented_synthetic_control",
    "synthetic_difference",
    "interrupted_series",
    "doubly_robust_rows",
    "logit_rows",
]
"""What the effect is estimated by; several may be named, the first is the one that counts."""

OF_ROWS = frozenset({"doubly_robust_rows", "logit_rows"})
"""Estimators that cells cannot carry: they are run where the rows are, by a package that is installed for them."""

Procedure = Literal["exchange", "ferman_pinto", "conley_taber", "cr1", "cr2", "cr3", "wild_bootstrap", "influence"]
"""How uncertainty is told; `exchange` is randomisation inference over whole adoption schedules."""

PROCEDURES: Mapping[Procedure, Text] = {
    "exchange": Text(da="ombytning af startår", en="exchange of schedules"),
    "ferman_pinto": Text(da="Ferman og Pintos metode", en="Ferman and Pinto's method"),
    "conley_taber": Text(da="Conley og Tabers metode", en="Conley and Taber's method"),
    "cr1": Text(da="klyngerobust usikkerhed (CR1)", en="cluster-robust errors (CR1)"),
    "cr2": Text(da="klyngerobust usikkerhed (CR2)", en="cluster-robust errors (CR2)"),
    "cr3": Text(da="klyngerobust usikkerhed (CR3)", en="cluster-robust errors (CR3)"),
    "wild_bootstrap": Text(da="vild bootstrap", en="wild bootstrap"),
    "influence": Text(da="normalfordelte fejl", en="normal errors by influence"),
}
"""What people call the procedures."""

Weights = Literal["rademacher", "webb"]
"""What a wild bootstrap multiplies the residuals of units by."""

Matching = Literal["none", "mahalanobis", "entropy", "coarsened", "synthetic"]
"""How comparison areas are chosen or weighted by what they were before the start."""

Feature = Literal["level", "last", "trend", "size", "covariates"]
"""What areas were before the start, by which comparison areas are chosen."""
