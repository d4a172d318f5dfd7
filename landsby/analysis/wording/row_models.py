"""Why an estimator that needs the rows themselves could not be had, and what to do about it, by code."""

from __future__ import annotations

from collections.abc import Mapping

from landsby.blueprint.text import Text

ROW_WORDINGS: Mapping[str, tuple[Text, Text]] = {
    "rows_needed": (
        Text(
            da="Designet nævner metoder, der skal bruge rækkerne selv, og her er kun celler.",
            en="The design names estimators that need the rows themselves, and here are only cells.",
        ),
        Text(
            da="Kør landsby evaluate hos den, der har rækkerne, med filen selv efter --data.",
            en="Run landsby evaluate with whoever holds the rows, with their file after --data.",
        ),
    ),
    "rows_package_absent": (
        Text(
            da="Designet nævner metoder på rækker, og pakken til dem er ikke installeret.",
            en="The design names estimators on rows, and the package for them is not installed.",
        ),
        Text(
            da='Kør: pip install "landsby[rows]" (i en udtjekning: .venv/bin/pip install -r requirements/rows.txt).',
            en='Run: pip install "landsby[rows]" (in a checkout: .venv/bin/pip install -r requirements/rows.txt).',
        ),
    ),
    "rows_unweighted": (
        Text(
            da="Metoder på rækker kan ikke bære områdernes vægte.",
            en="Estimators on rows cannot carry the weights of areas.",
        ),
        Text(
            da="Brug matching: mahalanobis, coarsened eller none sammen med dem.",
            en="Use matching: mahalanobis, coarsened or none with them.",
        ),
    ),
    "logit_of_numbers": (
        Text(
            da="Metoden logit_rows er for ja og nej, og udfaldet har andre tal end 0 og 1.",
            en="The estimator logit_rows is for yes and no, and the outcome has other numbers than 0 and 1.",
        ),
        Text(da="Brug doubly_robust_rows til det udfald.", en="Use doubly_robust_rows for that outcome."),
    ),
    "row_model_failed": (
        Text(da="{name} kunne ikke regnes: {said}", en="{name} could not be had: {said}"),
        Text(
            da="Brug færre baggrundsvariable, eller områder, der ligner mere.",
            en="Use fewer covariates, or areas that are more alike.",
        ),
    ),
    "row_model_says": (
        Text(da="Om {name} siger pakken: {said}", en="Of {name} the package says: {said}"),
        Text(
            da="Læs tallet med det forbehold, eller udelad metoden.",
            en="Read the figure with that in mind, or leave the estimator out.",
        ),
    ),
}
"""Estimators on rows."""
