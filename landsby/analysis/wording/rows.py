"""What can be wrong with rows and with cell files: what is said, and what to do about it, by code."""

from __future__ import annotations

from collections.abc import Mapping

from landsby.analysis.wording.delivery import DELIVERY_WORDINGS
from landsby.analysis.wording.row_models import ROW_WORDINGS
from landsby.analysis.wording.sources import SOURCE_WORDINGS
from landsby.blueprint.text import Text

WORDINGS: Mapping[str, tuple[Text, Text]] = {
    "column_absent": (
        Text(da="Data har ingen kolonne {name}.", en="The data have no column {name}."),
        Text(
            da="Ret navnet i designet, eller vælg en af: {known}.",
            en="Correct the name in the design, or choose one of: {known}.",
        ),
    ),
    "column_not_a_number": (
        Text(da="Kolonnen {name} er ikke tal, men {kind}.", en="The column {name} is not numbers but {kind}."),
        Text(da="Gem den som tal.", en="Save it as numbers."),
    ),
    "no_rows": (
        Text(da="Ingen af de {count} rækker kan bruges.", en="None of the {count} rows can be used."),
        Text(
            da="Se efter, om periode og område står i de kolonner, som designet siger, og om årene passer.",
            en="See whether period and area stand in the columns that the design says, and whether the years fit.",
        ),
    ),
    "rows_without_key": (
        Text(
            da="{count} målinger mangler område, periode eller årgang og er udeladt.",
            en="{count} measurements lack area, period or cohort and are left out.",
        ),
        Text(da="Se efter, hvorfor de mangler.", en="See why they are missing."),
    ),
    "rows_outside_window": (
        Text(
            da="{count} rækker ligger uden for designets perioder og er udeladt.",
            en="{count} rows lie outside the periods of the design and are left out.",
        ),
        Text(da="Det er i orden, hvis det er meningen.", en="That is fine if it is meant."),
    ),
    "values_missing": (
        Text(
            da="{name} mangler i {count} målinger ({share}).",
            en="{name} is missing in {count} measurements ({share}).",
        ),
        Text(
            da="Se efter, om de mangler lige meget i alle områder og år.",
            en="See whether they are missing alike in all areas and years.",
        ),
    ),
    "values_impossible": (
        Text(
            da="{name} har {count} umulige værdier (uden for {low} til {high}, eller ikke tal); de er udeladt.",
            en="{name} has {count} impossible values (outside {low} to {high}, or no numbers), left out.",
        ),
        Text(
            da="Ret dem i data, eller ret grænserne i designet.",
            en="Correct them in the data, or the limits in the design.",
        ),
    ),
    "unit_wrong": (
        Text(
            da="{share} af værdierne i {name} ligger uden for {low} til {high}.",
            en="{share} of the values of {name} lie outside {low} to {high}.",
        ),
        Text(
            da="Enheden ser forkert ud. Ret den i data eller i designet.",
            en="The unit looks wrong. Correct it in the data or in the design.",
        ),
    ),
    "unit_wrong_by": (
        Text(
            da="{share} af {name} ligger uden for {low} til {high}, men passer, når de deles med {factor}.",
            en="{share} of {name} lie outside {low} to {high}, but fit when divided by {factor}.",
        ),
        Text(
            da="Er de skrevet i en anden enhed, for eksempel cm i stedet for m? Ret data eller designet.",
            en="Are they written in another unit, for instance cm instead of m? Correct the data or the design.",
        ),
    ),
    "decimals_too_few": (
        Text(
            da="{name} er skrevet med flere decimaler end de {decimals}, som designet siger.",
            en="{name} is written with more decimals than the {decimals} that the design says.",
        ),
        Text(
            da="Sæt decimals op, hvis de betyder noget; ellers er værdierne rundet af.",
            en="Raise decimals if they matter; otherwise the values are rounded.",
        ),
    ),
    "covariate_missing": (
        Text(
            da="{count} målinger har {name}, men mangler en baggrundsvariabel, og er udeladt.",
            en="{count} measurements have {name} but lack a covariate, and are left out.",
        ),
        Text(da="Se efter, om det er de samme slags børn.", en="See whether they are the same kind of children."),
    ),
    "persons_double": (
        Text(
            da="{persons} børn står mere end én gang i samme periode, i alt {rows} rækker for meget.",
            en="{persons} children stand more than once in the same period, {rows} rows too many in all.",
        ),
        Text(
            da="Behold én række for hvert barn og hver periode, efter en regel, der er skrevet ned.",
            en="Keep one row for each child and period, by a rule that is written down.",
        ),
    ),
    "persons_unknown": (
        Text(
            da="Designet nævner ingen kolonne med pseudonymer, så dubletter kan ikke findes.",
            en="The design names no column of pseudonyms, so doubles cannot be found.",
        ),
        Text(da="Tilføj person: under columns, hvis den findes.", en="Add person: below columns if there is one."),
    ),
    "civil_registration_numbers": (
        Text(da="Kolonnen {name} ligner CPR-numre.", en="The column {name} looks like civil registration numbers."),
        Text(
            da="Byt dem med tilfældige pseudonymer, før data kommer her, og slet filen.",
            en="Exchange them for random pseudonyms before the data come here, and delete the file.",
        ),
    ),
    "persons_moved": (
        Text(
            da="{count} målinger ({share}) er af børn, der er flyttet. De tæller med, hvor de begyndte.",
            en="{count} measurements ({share}) are of children who have moved. They count where they began.",
        ),
        Text(
            da="Virkningen er for dem, der skulle nås, ikke kun for dem, der blev boende.",
            en="The effect is for those who were to be reached, not only for those who stayed.",
        ),
    ),
    "cluster_changes": (
        Text(
            da="Disse områder ligger i mere end én {name}: {areas}.",
            en="These areas lie in more than one {name}: {areas}.",
        ),
        Text(
            da="Brug den inddeling, der gjaldt, da indsatsen begyndte, i alle rækker.",
            en="Use the division that held when the programme began, in every row.",
        ),
    ),
    "areas_left_out": (
        Text(
            da="{places} områder i data står ikke i designet, og deres {rows} rækker er udeladt: {areas}.",
            en="{places} areas in the data are not in the design, and their {rows} rows are left out: {areas}.",
        ),
        Text(
            da="Føj dem til comparison, eller skriv, hvorfor de er udeladt.",
            en="Add them to comparison, or write why they are left out.",
        ),
    ),
    "areas_written_otherwise": (
        Text(
            da="Disse koder er skrevet med andre nuller foran end i designet og er læst som de samme: {areas}.",
            en="These codes are written with other leading zeros than in the design and are read as the same: {areas}.",
        ),
        Text(da="Skriv dem ens, for eksempel altid 0250.", en="Write them alike, for instance always 0250."),
    ),
    "cellfile_unreadable": (
        Text(
            da="{name} er ikke en cellefil, som kan læses: {why}.",
            en="{name} is not a cell file that can be read: {why}.",
        ),
        Text(da="Lav den igen, hvor rækkerne er.", en="Make it again where the rows are."),
    ),
    "cellfile_changed": (
        Text(da="{name} er ændret, siden den blev skrevet.", en="{name} has been changed since it was written."),
        Text(
            da="Få den sendt igen, uden at åbne den i et regneark.",
            en="Have it sent again, without opening it in a spreadsheet.",
        ),
    ),
    "cellfile_other_recipe": (
        Text(da="{name} er lavet efter en anden opskrift.", en="{name} was made by another recipe."),
        Text(
            da="Brug samme design hos alle, der leverer, og lav den igen.",
            en="Use the same design wherever cells are made, and make it again.",
        ),
    ),
    "cellfile_twice": (
        Text(da="{name} er den samme som en anden af filerne.", en="{name} is the same as another of the files."),
        Text(da="Giv hver fil én gang.", en="Give each file once."),
    ),
    "reference_unknown": (
        Text(da="Referencen {name} kendes ikke.", en="The reference {name} is not known."),
        Text(da="Vælg en af: {known}.", en="Choose one of: {known}."),
    ),
    "reference_absent": (
        Text(da="Referencen {name} er ikke installeret.", en="The reference {name} is not installed."),
        Text(
            da="Hent tabellen hos udgiveren, og kør: landsby growth install FIL.",
            en="Fetch the table from its publisher, and run: landsby growth install FILE.",
        ),
    ),
    "reference_changed": (
        Text(
            da="Tabellen for {name} er ændret, siden den blev installeret.",
            en="The table of {name} has been changed since it was installed.",
        ),
        Text(da="Installér udgiverens fil igen.", en="Install the publisher’s file again."),
    ),
    "holders_overlap": (
        Text(
            da="{one} og {other} har begge rækker om samme område og periode: {areas}.",
            en="{one} and {other} both have rows about the same area and period: {areas}.",
        ),
        Text(
            da="Se efter, at intet barn står hos dem begge; det kan ikke ses i cellerne.",
            en="Make sure that no child stands with both; the cells cannot tell.",
        ),
    ),
    **DELIVERY_WORDINGS,
    **ROW_WORDINGS,
    **SOURCE_WORDINGS,
}
"""For every code what is wrong and its cure."""
