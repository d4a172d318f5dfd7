"""What can be wrong with where the rows are: what is said, and what to do about it, by code."""

from __future__ import annotations

from collections.abc import Mapping

from landsby.blueprint.text import Text

SOURCE_WORDINGS: Mapping[str, tuple[Text, Text]] = {
    "source_absent": (
        Text(da="Der er ingen data i {name}.", en="There are no data at {name}."),
        Text(
            da="Ret stien, eller skriv databasens adresse fulgt af #tabel.",
            en="Correct the path, or write the database’s address followed by #table.",
        ),
    ),
    "source_unknown": (
        Text(da="{name} er hverken Parquet eller CSV.", en="{name} is neither Parquet nor CSV."),
        Text(
            da="Gem data som .parquet eller .csv, eller giv en databasetabel.",
            en="Save the data as .parquet or .csv, or give a table of a database.",
        ),
    ),
    "source_unreadable": (
        Text(da="{name} kan ikke læses: {said}", en="{name} cannot be read: {said}"),
        Text(da="Skriv filen igen, og prøv så igen.", en="Write the file anew, and try again."),
    ),
    "letters_unknown": (
        Text(
            da="{name} er hverken gemt som UTF-8, UTF-16 eller Latin-1.",
            en="{name} is saved neither as UTF-8 nor as UTF-16 or Latin-1.",
        ),
        Text(
            da="Gem filen igen som »CSV UTF-8«. Det kan regneark.",
            en="Save the file again as “CSV UTF-8”, which spreadsheets can.",
        ),
    ),
    "row_broken": (
        Text(
            da="{name}, linje {line}: rækken har ikke de {expected} felter, som overskriften har.",
            en="{name}, line {line}: the row does not have the {expected} fields of the first line.",
        ),
        Text(
            da="Ret rækken. Står der et skilletegn inde i et felt, skal feltet have anførselstegn om sig.",
            en="Correct the row. A field with a separator in it needs quotation marks around it.",
        ),
    ),
    "line_broken": (
        Text(
            da="{name}: fra linje {line} kan filen ikke læses.",
            en="{name}: from line {line} the file cannot be read.",
        ),
        Text(
            da="Se, om et anførselstegn i linjen mangler sin anden halvdel.",
            en="See whether a quotation mark in that line lacks its other half.",
        ),
    ),
    "table_absent": (
        Text(
            da="Databasen har ingen tabel {name}. Den har: {known}.",
            en="The database has no table {name}. It has: {known}.",
        ),
        Text(da="Ret navnet efter #.", en="Correct the name after #."),
    ),
    "spark_absent": (
        Text(da="Spark er ikke installeret.", en="Spark is not installed."),
        Text(
            da="Kør make spark (Java 17 eller nyere skal være der), eller brug --engine duckdb.",
            en="Run make spark (Java 17 or newer must be there), or use --engine duckdb.",
        ),
    ),
}
