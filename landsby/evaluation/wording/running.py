"""What can be wrong when a design is carried out."""

from __future__ import annotations

from collections.abc import Mapping

from landsby.blueprint.text import Text

RUNNING: Mapping[str, tuple[Text, Text]] = {
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
    "gaps_before": (
        Text(
            da="Disse områder har ingen målinger fra før den første start: {names}.",
            en="These areas have no measurements from before the first start: {names}.",
        ),
        Text(
            da="Udelad dem af sammenligningen, eller hent tidligere år.",
            en="Leave them out of the comparison, or fetch earlier years.",
        ),
    ),
    "pool_too_small": (
        Text(
            da="Der skal bruges {wanted} sammenligningsområder, men der er kun {there}.",
            en="It takes {wanted} comparison areas, but there are only {there}.",
        ),
        Text(da="Sæt for_each ned, eller udvid puljen.", en="Lower for_each, or widen the pool."),
    ),
    "treated_unmatched": (
        Text(
            da="{count} indsatsområder ligner intet område i puljen.",
            en="{count} treated areas are like no area of the pool.",
        ),
        Text(
            da="Match på færre træk, eller brug mahalanobis.",
            en="Match on fewer features, or use mahalanobis.",
        ),
    ),
    "no_balance": (
        Text(
            da="Ingen vægte gør puljen lig indsatsområderne.",
            en="No weights make the pool like the treated areas.",
        ),
        Text(
            da="Match på færre træk, eller udvid puljen.",
            en="Match on fewer features, or widen the pool.",
        ),
    ),
    "no_comparison_used": (
        Text(
            da="Metoden {name} sammenligner kun områderne med sig selv og er klart svagere.",
            en="The estimator {name} compares the areas with themselves alone, and is clearly weaker.",
        ),
        Text(
            da="Brug den kun, hvor ingen sammenligning findes, og sig, hvad andet der kan have ændret sig.",
            en="Use it only where there is no comparison, and say what else may have changed.",
        ),
    ),
    "look_unplanned": (
        Text(
            da="Data går til {period}, men designet vil læses i {planned}.",
            en="The data go to {period}, but the design is to be read in {planned}.",
        ),
        Text(
            da="Vent til den næste planlagte læsning, eller skriv, hvorfor der læses nu.",
            en="Wait for the next planned reading, or write why it is read now.",
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
