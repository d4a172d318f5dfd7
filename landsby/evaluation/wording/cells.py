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
    "cells_repeated": (
        Text(
            da="{count} celler står mere end én gang, for eksempel {example}.",
            en="{count} cells stand more than once, for instance {example}.",
        ),
        Text(da="Læg dem sammen med merge.", en="Add them up with merge."),
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
            da="Middelværdien af {name} er {mean}, men den bør ligge mellem {low} og {high} {unit}.",
            en="The mean of {name} is {mean}, but it should lie between {low} and {high} {unit}.",
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
            da="Hent tidligere år, eller udelad områderne, og skriv det som en afvigelse.",
            en="Fetch earlier years, or leave the areas out and write it down as a deviation.",
        ),
    ),
    "no_post_period": (
        Text(
            da="Disse indsatsområder har ingen målinger fra efter indsatsens start: {names}.",
            en="These treated areas have no measurements from after the start: {names}.",
        ),
        Text(
            da="Det er for tidligt at sige noget. Vent på næste år.", en="It is too early to say. Wait for next year."
        ),
    ),
    "none_treated": (
        Text(da="Ingen af områderne har en indsats.", en="None of the areas is treated."),
        Text(da="Skriv startår for indsatsområderne i designet.", en="Give the treated areas a start in the design."),
    ),
    "one_treated": (
        Text(
            da="Kun én enhed ({name}) har en indsats på det niveau, hvor stød rammer.",
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
            da="Tilføj områder uden indsats, eller brug en afbrudt tidsserie, som er et svagere design.",
            en="Add areas that are not treated, or use an interrupted time series, which is a weaker design.",
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
    "collinear": (
        Text(
            da="Disse led kan ikke skilles fra resten af modellen: {names}.",
            en="These terms cannot be told apart from the rest of the model: {names}.",
        ),
        Text(
            da="Udelad dem, eller udelad det led, som de følger.",
            en="Leave them out, or leave out the term that they follow.",
        ),
    ),
    "one_cluster": (
        Text(
            da="Der er kun én enhed på det niveau, hvor stød rammer.",
            en="There is only one unit at the level of the shocks.",
        ),
        Text(da="Vælg et lavere niveau, eller tilføj områder.", en="Choose a lower level, or add areas."),
    ),
    "lost_without": (
        Text(
            da="Uden enhed nummer {number} kan disse led ikke regnes: {names}.",
            en="Without unit number {number} these terms cannot be had: {names}.",
        ),
        Text(
            da="Kun én enhed bærer dem. Slå led sammen, eller brug ombytning af startår.",
            en="One unit alone carries them. Join terms, or exchange schedules instead.",
        ),
    ),
    "nothing_to_exchange": (
        Text(
            da="Der er ingen anden måde at fordele startårene på.",
            en="There is no other way to hand out the starts.",
        ),
        Text(
            da="Gør grupperne af lignende områder større, eller tilføj sammenligningsområder.",
            en="Make the blocks of similar areas larger, or add comparison areas.",
        ),
    ),
    "mixed_cluster": (
        Text(
            da="Områderne i disse enheder starter på forskellige tider: {names}.",
            en="The areas of these units start at different times: {names}.",
        ),
        Text(
            da="Brug ombytning af hele startforløb, som kan bære det.",
            en="Exchange whole schedules instead, which can carry that.",
        ),
    ),
    "few_donors": (
        Text(
            da="Der er kun {count} enheder uden indsats at lære støjen af.",
            en="There are only {count} untreated units to learn the noise from.",
        ),
        Text(
            da="Tilføj sammenligningsområder; fem er for få.", en="Add comparison areas; fewer than five will not do."
        ),
    ),
    "no_optimum": (
        Text(da="Vægtene kunne ikke bestemmes.", en="The weights could not be determined."),
        Text(
            da="Se efter, om nogle områders tal er mange gange større end andres.",
            en="See whether the figures of some areas are many times larger than those of others.",
        ),
    ),
    "gaps": (
        Text(da="Disse områder mangler perioder: {names}.", en="These areas lack periods: {names}."),
        Text(
            da="Syntetisk kontrol kræver alle perioder. Udelad områderne eller perioderne.",
            en="Synthetic control needs every period. Leave out those areas or periods.",
        ),
    ),
    "few_before": (
        Text(
            da="Før starten i {start} er der kun {count} perioder.",
            en="There are only {count} periods before the start in {start}.",
        ),
        Text(da="Hent tidligere år; to er det mindste.", en="Fetch earlier years; two are the least."),
    ),
    "short_series": (
        Text(
            da="Serien har {before} perioder før og {after} efter.",
            en="The series has {before} periods before and {after} after.",
        ),
        Text(
            da="Der skal være mindst tre før og to efter, helst mange flere. Hent flere, eller vent.",
            en="There should be at least three before and two after, and rather many more. Fetch more, or wait.",
        ),
    ),
    "few_points": (
        Text(da="Serien har {count} brugbare punkter.", en="The series has {count} useful points."),
        Text(da="Et seriediagram kræver mindst ti.", en="A run chart needs at least ten."),
    ),
    "no_such_time": (
        Text(
            da="Der er ingen periode {time} efter starten. Der er: {known}.",
            en="There is no period {time} since the start. There are: {known}.",
        ),
        Text(da="Vælg en af dem, eller vent på flere år.", en="Choose one of them, or wait for more years."),
    ),
    "clusters_before": (
        Text(
            da="{count} perioder før starten kan ikke prøves samlet med så få enheder.",
            en="{count} periods before the start cannot be tested together with so few units.",
        ),
        Text(da="Læg tidlige perioder sammen.", en="Count early periods together."),
    ),
    "gaps_in_path": (
        Text(
            da="Perioderne før starten følger ikke efter hinanden.",
            en="The periods before the start do not follow each other.",
        ),
        Text(da="Udelad perioder før hullet.", en="Leave out the periods before the gap."),
    ),
}
"""Cells and designs."""
