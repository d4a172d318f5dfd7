"""What a design may name: estimators, procedures of inference, and ways of choosing comparison areas."""

from __future__ import annotations

from typing import Literal

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

Procedure = Literal["exchange", "ferman_pinto", "conley_taber", "cr1", "cr2", "cr3", "wild_bootstrap"]
"""How uncertainty is told; `exchange` is randomisation inference over whole adoption schedules."""

Weights = Literal["rademacher", "webb"]
"""What a wild bootstrap multiplies the residuals of units by."""

Matching = Literal["none", "mahalanobis", "entropy", "coarsened", "synthetic"]
"""How comparison areas are chosen or weighted by what they were before the start."""

Feature = Literal["level", "last", "trend", "size", "covariates"]
"""What areas were before the start, by which comparison areas are chosen."""
