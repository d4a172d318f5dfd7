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
            da="Udelad dem af sammenligningen, eller hent tidligere målinger.",
            en="Leave them out of the comparison, or fetch earlier measurements.",
        ),
    ),
    "path_with_gaps": (
        Text(
            da="Disse områder er ikke målt i alle perioder før den første start: {names}.",
            en="These areas were not measured in every period before the first start: {names}.",
        ),
        Text(
            da="matching: synthetic bruger dem alle. Udelad områderne, eller vælg efter niveau og udvikling.",
            en="matching: synthetic uses all of them. Leave these areas out, or choose by level and trend.",
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
    "alone": (
        Text(
            da="Alle områder har en indsats, så der er intet at sammenligne med. Hvert område holdes op mod sin egen "
            "udvikling før starten.",
            en="All areas are treated, so there is nothing to compare with. Each area is held against its own course "
            "before its start.",
        ),
        Text(
            da="Det er et svagere svar: Sig, hvad andet der kan have ændret sig, og tilføj områder uden indsats, "
            "hvis de findes.",
            en="That is a weaker answer: Say what else may have changed, and add areas that are not treated if there "
            "are any.",
        ),
    ),
    "series_left_out": (
        Text(
            da="Områder, der begyndte i {starts}, er for kort målt til at holdes op mod sig selv.",
            en="Areas that began in {starts} were measured too shortly to be held against themselves.",
        ),
        Text(
            da="Der skal være {before} perioder før starten og {after} efter. Hent tidligere målinger, eller vent.",
            en="It takes {before} periods before the start and {after} after. Fetch earlier measurements, or wait.",
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
    "shocks_unseen": (
        Text(
            da="Ingen kolonne siger, hvilke områder der hører sammen, så gode og dårlige år, som flere områder har "
            "sammen, kan ikke ses. Findes de, er en virkning mindre sikker, end tallene siger.",
            en="No column says which areas belong together, so good and bad years that several areas have together "
            "cannot be seen. Where there are such years, an effect is less certain than the figures say.",
        ),
        Text(
            da="Skriv cluster: under columns, for eksempel kommunen.",
            en="Write cluster: below columns, for instance the municipality.",
        ),
    ),
    "shocks_shared": (
        Text(
            da="Områder, der hører sammen, har gode og dårlige år sammen, og designet regner hvert område for sig.",
            en="Areas that belong together have good and bad years together, and the design takes each by itself.",
        ),
        Text(
            da="Skriv shocks: cluster i et nyt design, så hele enheder ombyttes.",
            en="Write shocks: cluster in a new design, so that whole units are exchanged.",
        ),
    ),
    "other_estimator": (
        Text(
            da="Afvigelse fra designet: Ingen metode til {first} holder sit niveau, så tallet er det fra {second}. "
            "Det er et andet mål for virkningen.",
            en="A deviation from the design: no procedure for {first} holds its size, so the figure is that of "
            "{second}. It is another measure of the effect.",
        ),
        Text(
            da="Skriv det ved resultatet, og læs de to tal ved siden af hinanden.",
            en="Write it beside the result, and read the two figures side by side.",
        ),
    ),
    "other_procedure": (
        Text(
            da="Afvigelse fra designet: Ingen af dets metoder holder sit niveau, så usikkerheden er fundet på en "
            "anden måde: {name}.",
            en="A deviation from the design: none of its procedures holds its size, so how sure one may be was found "
            "in another way: {name}.",
        ),
        Text(da="Skriv det ved resultatet.", en="Write it beside the result."),
    ),
    "no_smallest_effect": (
        Text(
            da="Designet siger ikke, hvor stor en virkning på »{name}« der ville betyde noget, så ingen ved, om den "
            "ville blive set.",
            en="The design does not say how large an effect on “{name}” would matter, so nobody knows whether it would "
            "be seen.",
        ),
        Text(da="Skriv smallest_effect ved udfaldet.", en="Write smallest_effect at the outcome."),
    ),
    "level_shared": (
        Text(
            da="{outcomes} vigtigste udfald og {looks} planlagte læsninger deler niveauet på {alpha} %, så hver "
            "læses på {level} %.",
            en="{outcomes} primary outcomes and {looks} planned readings share the level of {alpha} %, so each is "
            "read at {level} %.",
        ),
        Text(
            da="Det er prisen for at kigge flere gange og flere steder.",
            en="That is the price of looking more than once, and in more than one place.",
        ),
    ),
    "returns_to_mean": (
        Text(
            da="Stederne blev valgt, fordi det gik dårligt med »{name}«. Sådanne steder får det bedre af sig selv, "
            "og det ligner en virkning.",
            en="The places were chosen because “{name}” was bad. Such places get better by themselves, and that "
            "looks like an effect.",
        ),
        Text(
            da="Sammenlign med områder, hvor det gik lige så dårligt: Skriv matching: mahalanobis og match_on: [level, "
            "last], og lad udfaldet stå som det første vigtigste.",
            en="Compare with areas that fared as badly: write matching: mahalanobis and match_on: [level, last], and "
            "let the outcome be the first primary one.",
        ),
    ),
    "return_answered": (
        Text(
            da="Stederne blev valgt, fordi det gik dårligt med »{name}«. De sammenlignes med områder, hvor det gik "
            "lige så dårligt. Det, der retter sig af sig selv, retter sig så begge steder.",
            en="The places were chosen because “{name}” was bad. They are compared with areas that fared as badly. "
            "What mends by itself then mends in both.",
        ),
        Text(
            da="Prøven med et startår, der ikke var, viser, om det lykkes.",
            en="The placebo dates show whether that succeeds.",
        ),
    ),
    "look_unplanned": (
        Text(
            da="Data går til {period}, men designet vil læses i {planned}.",
            en="The data go to {period}, but the design is to be read in {planned}.",
        ),
        Text(
            da="Vent til den næste planlagte læsning, eller skriv, hvorfor der læses nu: Niveauet regner ikke med den.",
            en="Wait for the next planned reading, or write why it is read now: the level does not reckon with it.",
        ),
    ),
    "too_early": (
        Text(
            da="Det er for tidligt: Der skal være målt i {needed} efter den sidste start; nu er det {measured}.",
            en="It is too early: {needed} after the last start must have been measured; so far it is {measured}.",
        ),
        Text(
            da="Vis tallene, men konkludér ikke før det planlagte tidspunkt.",
            en="Show the figures, but conclude nothing before the planned time.",
        ),
    ),
}
"""For every code what is wrong and its cure."""
