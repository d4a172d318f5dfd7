"""What can be wrong with a delivery as a whole: its sources, its areas, its periods, its units."""

from __future__ import annotations

from collections.abc import Mapping

from landsby.blueprint.text import Text

DELIVERY_WORDINGS: Mapping[str, tuple[Text, Text]] = {
    "sources_several": (
        Text(
            da="Der er givet {count} kilder ({names}), men rækker læses kun fra én.",
            en="{count} sources are given ({names}), but rows are read from one alone.",
        ),
        Text(
            da="Læg Parquet-filer i én mappe, og giv mappen. Eller lav cellefiler af dem alle med landsby cells.",
            en="Put Parquet files into one folder and give the folder. Or make cell files of all with landsby cells.",
        ),
    ),
    "rows_in_small_cells": (
        Text(
            da="{count} målinger ({share}) er af så få børn samme sted og tid, at de er udeladt.",
            en="{count} measurements ({share}) are of so few children in one place and time that they are left out.",
        ),
        Text(
            da="Er det mange, så lav cellerne efter større områder eller færre grupper.",
            en="If these are many, make the cells by larger areas or fewer groups.",
        ),
    ),
    "holders_same_children": (
        Text(
            da="{one} og {other} rummer de samme børn: Deres antal og summer er ens til sidste ciffer, år for år.",
            en="{one} and {other} hold the same children: their counts and sums agree to the last digit, year by year.",
        ),
        Text(
            da="Brug kun den ene fil. Ellers tæller hvert barn to gange, og et sted kan blive holdt op mod sig selv.",
            en="Use one of the files. Else each child counts twice, and a place may be compared with itself.",
        ),
    ),
    "treated_unknown": (
        Text(
            da="{absent} af de {treated} områder, hvor programmet er, står ikke i data: {areas}.",
            en="{absent} of the {treated} areas where the programme is are not in the data: {areas}.",
        ),
        Text(
            da="Skriv koderne under treated, som data skriver dem, eller hent områdernes data hos den, der har dem.",
            en="Write the codes under treated as the data write them, or fetch the areas' data from who holds them.",
        ),
    ),
    "treated_all_unknown": (
        Text(
            da="Ingen af de {treated} områder, hvor programmet er, står i data: {areas}.",
            en="None of the {treated} areas where the programme is is in the data: {areas}.",
        ),
        Text(
            da="Skriv koderne under treated, som data skriver dem, eller hent områdernes data hos den, der har dem.",
            en="Write the codes under treated as the data write them, or fetch the areas' data from who holds them.",
        ),
    ),
    "excluded_unknown": (
        Text(
            da="Disse områder skal holdes ude af sammenligningen, men står ikke i data: {areas}.",
            en="These areas are to be kept out of the comparison, but are not in the data: {areas}.",
        ),
        Text(
            da="Ret koden under exclude, eller tag den ud, hvis data aldrig har haft området.",
            en="Correct the code under exclude, or take it out if the data never had the area.",
        ),
    ),
    "compared_unknown": (
        Text(
            da="Disse sammenligningsområder står ikke i data: {areas}.",
            en="These comparison areas are not in the data: {areas}.",
        ),
        Text(
            da="Ret koderne under areas, eller hent områdernes rækker. Uden dem er sammenligningen mindre end sagt.",
            en="Correct the codes under areas, or fetch their rows. Without them the comparison is smaller than said.",
        ),
    ),
    "periods_jump": (
        Text(
            da="Periodernes numre springer fra {one} til {other}, så afstande mellem dem kan ikke regnes.",
            en="The numbers of the periods jump from {one} to {other}, so times between them cannot be counted.",
        ),
        Text(
            da="Nummerér perioderne 1, 2, 3 … i data og design. Mangler der år, så lad vinduet begynde efter hullet.",
            en="Number the periods 1, 2, 3 … in data and design. Where years are missing, begin the window after them.",
        ),
    ),
    "unit_wrong_in_areas": (
        Text(
            da="Mange værdier af {name} ligger uden for {low} til {high} i disse områder: {areas}.",
            en="Many values of {name} lie outside {low} to {high} in these areas: {areas}.",
        ),
        Text(
            da="Se efter, om enheden er en anden dér (for eksempel cm i stedet for m), og ret den i data.",
            en="See whether the unit is another there (for instance cm instead of m), and correct it in the data.",
        ),
    ),
    "covariate_out_of_limits": (
        Text(
            da="{share} % af værdierne i baggrundsvariablen {name} ligger uden for {low} til {high}.",
            en="{share} % of the values of the covariate {name} lie outside {low} to {high}.",
        ),
        Text(
            da="Skriv low og high ved den, så de passer til dens enhed.",
            en="Write low and high beside it, so that they fit its unit.",
        ),
    ),
    "not_yes_or_no": (
        Text(
            da="{share} af værdierne i {name} er hverken 0 eller 1.",
            en="{share} of the values of {name} are neither 0 nor 1.",
        ),
        Text(
            da="Skriv ja og nej som 1 og 0. Er det et mål, så giv det unit, low og high i designet.",
            en="Write yes and no as 1 and 0. If it is a measure, give it unit, low and high in the design.",
        ),
    ),
    "columns_absent": (
        Text(
            da="Data har ingen af designets kolonner: {names}.",
            en="The data have none of the design's columns: {names}.",
        ),
        Text(
            da="Er det den rigtige fil, og har den overskrifter? Dens kolonner er: {known}.",
            en="Is it the right file, and has it headings? Its columns are: {known}.",
        ),
    ),
    "no_rows_of_window": (
        Text(
            da="Ingen af de {count} rækker kan bruges. I kolonnen {name} står for eksempel {value}.",
            en="None of the {count} rows can be used. The column {name} says for instance {value}.",
        ),
        Text(
            da="Perioder er hele tal fra {first} til {last} i designet. Ret designet, eller skriv perioden som et tal.",
            en="Periods are whole numbers from {first} to {last} in the design. Correct it, or write them as numbers.",
        ),
    ),
}
"""For every code what is wrong and its cure."""
