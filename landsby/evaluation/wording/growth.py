"""What can be wrong with reference tables and measures of growth."""

from __future__ import annotations

from collections.abc import Mapping

from landsby.blueprint.text import Text

GROWTH: Mapping[str, tuple[Text, Text]] = {
    "table_columns": (
        Text(
            da="Tabellens første linje har ikke kolonnerne køn (sex), alder (age), L, M og S. Den har: {found}.",
            en="The first line of the table lacks the columns sex, age, L, M and S. It has: {found}.",
        ),
        Text(
            da="Brug udgiverens egen fil uden ændringer. Er der en fil for hvert køn, så giv pigernes med --girls.",
            en="Use the publisher's own file as it is. If there is a file for each sex, give the girls' with --girls.",
        ),
    ),
    "table_value": (
        Text(da="Linje {row} kan ikke læses: {found}.", en="Line {row} cannot be read: {found}."),
        Text(
            da="Køn er 1 eller 2, alderen er ikke negativ, M er over 0, og S ligger mellem 0 og 1. Hent filen igen.",
            en="Sex is 1 or 2, age is not negative, M is above 0, and S lies between 0 and 1. Fetch the file again.",
        ),
    ),
    "table_ages": (
        Text(
            da="Aldrene i tabellen står ikke i stigende orden med hver alder én gang for hvert køn.",
            en="The ages of the table do not rise, each of them once for each sex.",
        ),
        Text(da="Brug udgiverens egen fil uden ændringer.", en="Use the publisher's own file as it is."),
    ),
    "table_sexes": (
        Text(
            da="Tabellen har {boys} linjer for drenge og {girls} for piger.",
            en="The table has {boys} lines for boys and {girls} for girls.",
        ),
        Text(
            da="Giv én fil med begge køn, eller en for drenge og en for piger (--girls).",
            en="Give one file with both sexes, or one of boys and one of girls (--girls).",
        ),
    ),
    "table_unit": (
        Text(
            da="Tabellens alder står i {found}, men denne reference er i {expected}.",
            en="The age of the table is in {found}, but this reference is in {expected}.",
        ),
        Text(da="Vælg den reference, som filen hører til.", en="Choose the reference that the file belongs to."),
    ),
    "sex_coding": (
        Text(da="Køn er kodet med {found}.", en="Sex is coded with {found}."),
        Text(da="Kod drenge som 1 og piger som 2.", en="Code boys as 1 and girls as 2."),
    ),
    "sex_one": (
        Text(
            da="Alle {count} børn har koden {found} for køn.",
            en="All {count} children have the code {found} for sex.",
        ),
        Text(da="Se efter, om kolonnen er læst rigtigt.", en="See whether the column was read rightly."),
    ),
}
