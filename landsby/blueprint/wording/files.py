"""What can be wrong with a file as a file, or with where it lies."""

from __future__ import annotations

from collections.abc import Mapping

from landsby.blueprint.wording.entry import Wording, wording

FILES: Mapping[str, Wording] = {
    "nothing_here": wording(
        ("Her er ingen definitioner.", "Peg på en programskabelon (mappen med blueprint.yaml) eller en fil i den."),
        ("There are no definitions here.", "Point at a blueprint (the folder with blueprint.yaml) or a file in it."),
    ),
    "not_found": wording(
        ("»{name}« findes ikke.", "Ret stien, eller brug en af de medfølgende skabeloner: {known}."),
        ("“{name}” does not exist.", "Correct the path, or use one of the blueprints that come along: {known}."),
    ),
    "file_absent": wording(
        ("Filen »{name}« findes ikke.", "Ret stien til den."),
        ("There is no file “{name}”.", "Correct the path to it."),
    ),
    "manifest_missing": wording(
        ("Programskabelonen siger ikke selv, hvad den er.", "Læg blueprint.yaml i mappen med id, version og titel."),
        (
            "The blueprint does not say what it is itself.",
            "Put blueprint.yaml in the folder with id, version and title.",
        ),
    ),
    "unknown_folder": wording(
        ("Mappen »{name}« hører ikke til i en programskabelon.", "Brug en af mapperne: {known}."),
        ("The folder “{name}” does not belong in a blueprint.", "Use one of the folders: {known}."),
    ),
    "unknown_folder_near": wording(
        ("Mappen »{name}« hører ikke til i en programskabelon.", "Mente du »{nearest}«? Omdøb mappen."),
        ("The folder “{name}” does not belong in a blueprint.", "Did you mean “{nearest}”? Rename the folder."),
    ),
    "wrong_ending": wording(
        ("Filen bliver ikke læst, for navnet ender ikke på .yaml.", "Omdøb filen til {wanted}, eller flyt den."),
        ("The file is not read, since its name does not end in .yaml.", "Rename the file to {wanted}, or move it."),
    ),
    "unknown_file": wording(
        ("Kun blueprint.yaml ligger for sig selv.", "Flyt filen til den mappe, den hører til i: {known}."),
        ("Only blueprint.yaml lies by itself.", "Move the file to the folder it belongs in: {known}."),
    ),
    "file_name_differs": wording(
        ("Id'et »{id}« er ikke det samme som filens navn.", "Omdøb filen til {wanted}, eller ret id'et."),
        ("The id “{id}” is not the same as the file's name.", "Rename the file to {wanted}, or correct the id."),
    ),
    "duplicate_id": wording(
        ("Id'et »{id}« bruges også i {other}.", "Giv den ene af dem sit eget id og filnavn."),
        ("The id “{id}” is also used in {other}.", "Give one of them an id and a file name of its own."),
    ),
    "too_large": wording(
        ("Filen fylder mere end {limit} kB.", "Del den op, så hver ting har sin egen fil."),
        ("The file takes up more than {limit} kB.", "Divide it, so that each thing has a file of its own."),
    ),
    "not_utf8": wording(
        ("Filen er ikke gemt som UTF-8, så æ, ø og å kan ikke læses.", "Gem filen igen med tegnsættet UTF-8."),
        (
            "The file is not saved as UTF-8, so æ, ø and å cannot be read.",
            "Save the file again with the encoding UTF-8.",
        ),
    ),
    "byte_order_mark": wording(
        ("Filen begynder med et usynligt tegn (BOM).", "Gem filen som UTF-8 uden BOM."),
        ("The file begins with an invisible character (BOM).", "Save the file as UTF-8 without BOM."),
    ),
    "strange_character": wording(
        ("Her står et usynligt tegn, der ikke må være i filen.", "Slet linjen, og skriv den igen."),
        ("There is an invisible character here that the file may not have.", "Delete the line and write it again."),
    ),
    "empty_file": wording(
        ("Filen er tom.", "Skriv definitionen, eller slet filen."),
        ("The file is empty.", "Write the definition, or delete the file."),
    ),
    "not_an_archive": wording(
        ("Filen kan ikke læses som en zip-fil.", "Pak mappen med blueprint.yaml i en zip-fil, og prøv igen."),
        ("The file cannot be read as a zip file.", "Pack the folder with blueprint.yaml in a zip file, and try again."),
    ),
    "archive_too_large": wording(
        ("Zip-filen fylder mere end {limit} MB.", "Pak kun mappen med programskabelonen."),
        ("The zip file takes up more than {limit} MB.", "Pack the folder with the blueprint only."),
    ),
    "archive_unpacks_large": wording(
        ("Zip-filen rummer mere end {files} filer eller {limit} MB.", "Pak kun mappen med programskabelonen."),
        ("The zip file holds more than {files} files or {limit} MB.", "Pack the folder with the blueprint only."),
    ),
    "archive_without_blueprint": wording(
        ("Der er ingen blueprint.yaml i zip-filen.", "Pak mappen, som blueprint.yaml ligger i."),
        ("There is no blueprint.yaml in the zip file.", "Pack the folder that blueprint.yaml lies in."),
    ),
    "several_blueprints": wording(
        ("Der er flere programskabeloner i zip-filen: {found}.", "Pak én af dem ad gangen."),
        ("There are several blueprints in the zip file: {found}.", "Pack one of them at a time."),
    ),
    "beside_blueprint": wording(
        ("Filen ligger uden for programskabelonen.", "Flyt den ind i mappen {folder}, eller pak kun den mappe."),
        ("The file lies outside the blueprint.", "Move it into the folder {folder}, or pack that folder only."),
    ),
    "unsafe_name": wording(
        ("»{name}« kan ikke være navnet på en fil her.", "Pak mappen igen, uden genveje og særlige tegn i navnene."),
        ("“{name}” cannot be the name of a file here.", "Pack the folder again, without shortcuts or odd characters."),
    ),
    "locked_file": wording(
        ("Filen er låst med en adgangskode.", "Pak mappen igen uden adgangskode."),
        ("The file is locked with a password.", "Pack the folder again without a password."),
    ),
    "file_twice": wording(
        ("Filen ligger to gange i zip-filen.", "Pak mappen igen i en ny zip-fil."),
        ("The file lies twice in the zip file.", "Pack the folder again in a new zip file."),
    ),
}
