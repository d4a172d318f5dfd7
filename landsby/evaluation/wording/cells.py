"""What can be wrong with cells and designs."""

from __future__ import annotations

from collections.abc import Mapping

from landsby.blueprint.text import Text

CELLS: Mapping[str, tuple[Text, Text]] = {
    "cells_shape": (
        Text(
            da="Cellernes kolonner passer ikke sammen: {column} har {found} rækker, og der skal være {expected}.",
            en="The columns do not make cells that fit: {column} has {found} rows, and there should be {expected}.",
        ),
        Text(da="Lav cellerne igen fra rækkerne.", en="Make the cells again from the rows."),
    ),
    "cells_negative": (
        Text(
            da="{count} celler siger, at de har nul eller færre rækker.",
            en="{count} cells claim zero rows or fewer.",
        ),
        Text(da="Udelad tomme celler, og lav resten igen.", en="Leave empty cells out, and make the others again."),
    ),
    "cells_impossible": (
        Text(
            da="{count} celler har en kvadratsum, der er mindre, end summen tillader.",
            en="{count} cells have a sum of squares smaller than their sum allows.",
        ),
        Text(
            da="Summerne er ikke eksakte eller hører ikke sammen. Lav cellerne igen med hele tal.",
            en="The sums are not exact or do not belong together. Make the cells again with whole numbers.",
        ),
    ),
    "cells_differ": (
        Text(
            da="Cellerne har ikke samme variable og skala: {one} og {other}.",
            en="The cells do not have the same variables and scales: {one} and {other}.",
        ),
        Text(
            da="Lav dem igen efter samme opskrift hos alle, der leverer.",
            en="Make them again by the same recipe wherever they are made.",
        ),
    ),
    "no_cells": (
        Text(da="Der er ingen celler.", en="There are no cells."),
        Text(
            da="Se efter, om udvalget af år, områder og grupper er tomt i data.",
            en="See whether the choice of years, areas and groups is empty in the data.",
        ),
    ),
    "unknown_variable": (
        Text(
            da="Cellerne har ingen variabel {name}. De har: {known}.",
            en="The cells have no variable {name}. They have: {known}.",
        ),
        Text(da="Ret navnet, eller lav cellerne med den.", en="Correct the name, or make the cells with it."),
    ),
    "wrong_unit": (
        Text(
            da="Medianen af {name} er {median}, men den bør ligge mellem {low} og {high} {unit}.",
            en="The median of {name} is {median}, but it should lie between {low} and {high} {unit}.",
        ),
        Text(
            da="Se efter, om enheden er forkert (for eksempel cm i stedet for m), og ret den i data.",
            en="See whether the unit is wrong (for instance cm instead of m), and correct it in the data.",
        ),
    ),
    "no_variation": (
        Text(
            da="Udfaldet {name} er det samme i alle rækker.",
            en="The outcome {name} is the same in every row.",
        ),
        Text(
            da="Se efter, om den rigtige kolonne er valgt, og om den er kodet rigtigt.",
            en="See whether the right column is chosen, and whether it is coded rightly.",
        ),
    ),
    "no_variation_before": (
        Text(
            da="Før starten er udfaldet {name} det samme i alle rækker fra indsatsområderne.",
            en="Before the start the outcome {name} is the same in every row of the treated areas.",
        ),
        Text(
            da="Se efter, om det blev målt på samme måde før og efter starten.",
            en="See whether it was measured in the same way before and after the start.",
        ),
    ),
    "empty_strata": (
        Text(
            da="Disse grupper har ingen rækker blandt enten indsats- eller sammenligningsområder: {names}.",
            en="These strata have no rows among either treated or comparison areas: {names}.",
        ),
        Text(
            da="Slå grupper sammen, eller udelad dem i designet.",
            en="Join strata, or leave them out in the design.",
        ),
    ),
    "area_absent": (
        Text(
            da="Disse områder står i data, men ikke i designet: {names}.",
            en="These areas are in the data but not in the design: {names}.",
        ),
        Text(
            da="Sig i designet, om de er sammenligningsområder, eller udelad dem.",
            en="Say in the design whether they are comparison areas, or leave them out.",
        ),
    ),
    "area_without_cells": (
        Text(
            da="Disse områder står i designet, men har ingen rækker i data: {names}.",
            en="These areas are in the design but have no rows in the data: {names}.",
        ),
        Text(
            da="Se efter, om områdernes koder er skrevet ens, for eksempel 0250 og 250.",
            en="See whether the codes of the areas are written alike, for instance 0250 and 250.",
        ),
    ),
    "no_pre_period": (
        Text(
            da="Disse indsatsområder har ingen målinger fra før indsatsen: {names}.",
            en="These treated areas have no measurements from before the start: {names}.",
        ),
        Text(
            da="Hent tidligere målinger, eller udelad områderne, og skriv det som en afvigelse.",
            en="Fetch earlier measurements, or leave the areas out and write it down as a deviation.",
        ),
    ),
    "base_earlier": (
        Text(
            da="Perioden lige før starten i {start} er ikke målt i noget område. Der sammenlignes med {base}.",
            en="The period just before the start in {start} was measured in no area. {base} takes its place.",
        ),
        Text(
            da="Hent den manglende periode, eller læs virkningen som ændringen siden {base}.",
            en="Fetch the missing period, or read the effect as the change since {base}.",
        ),
    ),
    "no_base": (
        Text(
            da="Disse indsatsområder har ingen målinger lige før starten og er ikke med i virkningen: {names}.",
            en="These treated areas have no measurements just before the start, and are left out: {names}.",
        ),
        Text(
            da="Hent målingerne fra perioden før starten, eller skriv udeladelsen som en afvigelse.",
            en="Fetch the measurements of the period before the start, or write the omission down as a deviation.",
        ),
    ),
    "areas_with_gaps": (
        Text(
            da="Disse områder er ikke målt i alle perioder og tæller kun i dem, de er målt i: {names}.",
            en="These areas were not measured in every period, and count only where they were: {names}.",
        ),
        Text(
            da="Se efter, om leverancen er hel. Hvert område sammenlignes med sig selv, så niveauet ikke forskydes.",
            en="See whether the delivery is whole. Each area is compared with itself, so the level does not shift.",
        ),
    ),
    "rows_fallen": (
        Text(
            da="Disse indsatsområder har i nogle perioder under en tiendedel af deres sædvanlige antal: {names}.",
            en="These treated areas have in some periods under a tenth of their usual number of rows: {names}.",
        ),
        Text(
            da="Se efter, om leverancen er hel. De tæller derefter næsten ikke med i de perioder.",
            en="See whether the delivery is whole. As it is they hardly count in those periods.",
        ),
    ),
    "no_post_period": (
        Text(
            da="Disse indsatsområder har ingen målinger fra efter indsatsens start: {names}.",
            en="These treated areas have no measurements from after the start: {names}.",
        ),
        Text(
            da="Det er for tidligt at sige noget. Vent på den næste måling.",
            en="It is too early to say. Wait for the next measurement.",
        ),
    ),
    "none_treated": (
        Text(da="Ingen af områderne har en indsats.", en="None of the areas is treated."),
        Text(da="Skriv startår for indsatsområderne i designet.", en="Give the treated areas a start in the design."),
    ),
    "one_treated": (
        Text(
            da="Kun én enhed ({name}) har en indsats på det niveau, hvor gode og dårlige år rammer.",
            en="Only one unit ({name}) is treated at the level of the shocks.",
        ),
        Text(
            da="Standardfejl kan ikke regnes. Brug ombytning af startår eller syntetisk kontrol, og læs med forbehold.",
            en="Standard errors cannot be had. Exchange schedules or use a synthetic control, and read with care.",
        ),
    ),
    "all_treated": (
        Text(
            da="Alle områder har en indsats, så der er ingen at sammenligne med.",
            en="All areas are treated, so there is nothing to compare with.",
        ),
        Text(
            da="Tilføj områder uden indsats, eller skriv estimators: [interrupted_series], som er et svagere svar.",
            en="Add areas that are not treated, or write estimators: [interrupted_series], which is a weaker answer.",
        ),
    ),
    "cluster_absent": (
        Text(
            da="Designet har {areas} områder, men {clusters} enheder og {first} startår.",
            en="The design has {areas} areas but {clusters} clusters and {first} starts.",
        ),
        Text(da="Giv hvert område ét startår og én enhed.", en="Give every area one start and one cluster."),
    ),
    "area_repeated": (
        Text(
            da="Disse områder står mere end én gang i designet: {names}.",
            en="These areas stand more than once in the design: {names}.",
        ),
        Text(da="Behold én linje for hvert.", en="Keep one line for each."),
    ),
}
"""Cells and designs."""
