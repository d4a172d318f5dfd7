"""What can be wrong when a design is carried out."""

from __future__ import annotations

from collections.abc import Mapping

from landsby.blueprint.text import Text

RUNNING: Mapping[str, tuple[Text, Text]] = {
    "estimator_absent": (
        Text(da="Metoden {name} kan ikke køres endnu.", en="The estimator {name} cannot be run yet."),
        Text(
            da="De andre er kørt. Skriv det som en afvigelse fra designet.",
            en="The others have been run. Write it down as a deviation from the design.",
        ),
    ),
    "covariates_unused": (
        Text(
            da="Metoden {name} tager ikke hensyn til baggrundsvariable.",
            en="The estimator {name} makes no use of covariates.",
        ),
        Text(
            da="Læs den ved siden af two_way og event_study, som gør.",
            en="Read it beside two_way and event_study, which do.",
        ),
    ),
    "too_early": (
        Text(
            da="Det er for tidligt: {measured} perioder efter den sidste start er målt, og designet kræver {needed}.",
            en="It is too early: {measured} periods after the last start are measured, and the design needs {needed}.",
        ),
        Text(
            da="Vis tallene, men konkludér ikke før det planlagte tidspunkt.",
            en="Show the figures, but conclude nothing before the planned time.",
        ),
    ),
}
"""For every code what is wrong and its cure."""
