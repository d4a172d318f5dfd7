"""The catalogue of what can be wrong with a definition: what is said, and what to do about it.

Each entry has a code, by which the checks name it, and placeholders that they fill in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from landsby.blueprint.text import Text


@dataclass(frozen=True)
class Wording:
    """A message and its cure, with named placeholders."""

    message: Text
    cure: Text


def _wording(da: tuple[str, str], en: tuple[str, str]) -> Wording:
    return Wording(message=Text(da=da[0], en=en[0]), cure=Text(da=da[1], en=en[1]))


LANGUAGES: Mapping[str, Text] = {
    "da": Text(da="dansk", en="Danish"),
    "en": Text(da="engelsk", en="English"),
}

EXPECTED: Mapping[str, Text] = {
    "text": Text(da="tekst", en="text"),
    "whole_number": Text(da="et helt tal uden citationstegn, fx 10", en="a whole number without quotes, such as 10"),
    "yes_no": Text(da="true eller false", en="true or false"),
    "list": Text(da="en liste, én linje for hver med - foran", en="a list, one line for each with - in front"),
    "mapping": Text(da="felter med navn og kolon, rykket ind", en="fields with a name and a colon, indented"),
}

_FILES: dict[str, Wording] = {
    "nothing_here": _wording(
        ("Her er ingen definitioner.", "Peg på en programskabelon (mappen med blueprint.yaml) eller en fil i den."),
        ("There are no definitions here.", "Point at a blueprint (the folder with blueprint.yaml) or a file in it."),
    ),
    "not_found": _wording(
        ("»{name}« findes ikke.", "Ret stien, eller brug en af de medfølgende skabeloner: {known}."),
        ("“{name}” does not exist.", "Correct the path, or use one of the blueprints that come along: {known}."),
    ),
    "manifest_missing": _wording(
        ("Programskabelonen mangler filen blueprint.yaml.", "Læg filen i mappen med id, version og titel."),
        ("The blueprint lacks the file blueprint.yaml.", "Put the file in the folder with id, version and title."),
    ),
    "unknown_folder": _wording(
        ("Mappen »{name}« hører ikke til i en programskabelon.", "Brug en af mapperne: {known}."),
        ("The folder “{name}” does not belong in a blueprint.", "Use one of the folders: {known}."),
    ),
    "unknown_folder_near": _wording(
        ("Mappen »{name}« hører ikke til i en programskabelon.", "Mente du »{nearest}«? Omdøb mappen."),
        ("The folder “{name}” does not belong in a blueprint.", "Did you mean “{nearest}”? Rename the folder."),
    ),
    "wrong_ending": _wording(
        ("Filen bliver ikke læst, for navnet ender ikke på .yaml.", "Omdøb filen til {wanted}, eller flyt den."),
        ("The file is not read, since its name does not end in .yaml.", "Rename the file to {wanted}, or move it."),
    ),
    "unknown_file": _wording(
        ("Kun blueprint.yaml ligger for sig selv.", "Flyt filen til den mappe, den hører til i: {known}."),
        ("Only blueprint.yaml lies by itself.", "Move the file to the folder it belongs in: {known}."),
    ),
    "file_name_differs": _wording(
        ("Id'et »{id}« er ikke det samme som filens navn.", "Omdøb filen til {wanted}, eller ret id'et."),
        ("The id “{id}” is not the same as the file's name.", "Rename the file to {wanted}, or correct the id."),
    ),
    "duplicate_id": _wording(
        ("Id'et »{id}« bruges også i {other}.", "Giv den ene af dem sit eget id og filnavn."),
        ("The id “{id}” is also used in {other}.", "Give one of them an id and a file name of its own."),
    ),
    "too_large": _wording(
        ("Filen fylder mere end {limit} kB.", "Del den op, så hver ting har sin egen fil."),
        ("The file takes up more than {limit} kB.", "Divide it, so that each thing has a file of its own."),
    ),
    "not_utf8": _wording(
        ("Filen er ikke gemt som UTF-8, så æ, ø og å kan ikke læses.", "Gem filen igen med tegnsættet UTF-8."),
        (
            "The file is not saved as UTF-8, so æ, ø and å cannot be read.",
            "Save the file again with the encoding UTF-8.",
        ),
    ),
    "byte_order_mark": _wording(
        ("Filen begynder med et usynligt tegn (BOM).", "Gem filen som UTF-8 uden BOM."),
        ("The file begins with an invisible character (BOM).", "Save the file as UTF-8 without BOM."),
    ),
    "strange_character": _wording(
        ("Her står et usynligt tegn, der ikke må være i filen.", "Slet linjen, og skriv den igen."),
        ("There is an invisible character here that the file may not have.", "Delete the line and write it again."),
    ),
    "empty_file": _wording(
        ("Filen er tom.", "Skriv definitionen, eller slet filen."),
        ("The file is empty.", "Write the definition, or delete the file."),
    ),
}

_YAML: dict[str, Wording] = {
    "tab": _wording(
        (
            "Linjen er rykket ind med tabulator.",
            "Brug to mellemrum for hvert niveau i stedet ({count} steder i filen).",
        ),
        ("The line is indented with a tab.", "Use two spaces for each level instead ({count} places in the file)."),
    ),
    "yaml_colon": _wording(
        (
            "Et kolon i teksten bliver læst som et nyt felt.",
            "Sæt citationstegn om hele teksten, eller ret indrykningen.",
        ),
        (
            "A colon in the text is read as a new field.",
            "Put quotes around the whole text, or correct the indentation.",
        ),
    ),
    "yaml_no_colon": _wording(
        ("Linjen mangler et kolon efter feltets navn.", "Skriv feltets navn, et kolon og et mellemrum før værdien."),
        (
            "The line lacks a colon after the field's name.",
            "Write the field's name, a colon and a space before the value.",
        ),
    ),
    "yaml_quote": _wording(
        ("Et citationstegn bliver aldrig lukket.", "Sæt samme citationstegn i begge ender, og ingen indeni."),
        ("A quotation mark is never closed.", "Put the same quotation mark at both ends, and none inside."),
    ),
    "yaml_bracket": _wording(
        (
            "En parentes [ eller { bliver ikke lukket, eller et komma mangler.",
            "Luk parentesen, eller skriv én ting pr. linje med - foran.",
        ),
        (
            "A bracket [ or { is not closed, or a comma is missing.",
            "Close the bracket, or write one thing per line with - in front.",
        ),
    ),
    "yaml_indent": _wording(
        (
            "Indrykningen passer ikke med linjerne omkring.",
            "Ryk linjen ind med lige så mange mellemrum som sine søskende.",
        ),
        ("The indentation does not fit the lines around it.", "Indent the line with as many spaces as its siblings."),
    ),
    "yaml_start": _wording(
        ("En tekst kan ikke begynde med det tegn, der står her.", "Sæt citationstegn om hele teksten."),
        ("A text cannot begin with the character that stands here.", "Put quotes around the whole text."),
    ),
    "yaml_other": _wording(
        ("Linjen kan ikke læses som YAML.", "Se efter kolon, indrykning og citationstegn her og på linjen før."),
        ("The line cannot be read as YAML.", "Look at colon, indentation and quotes here and on the line before."),
    ),
    "several_documents": _wording(
        ("Filen rummer flere dokumenter, delt af ---.", "Del den op, så hver ting har sin egen fil."),
        ("The file holds several documents, divided by ---.", "Divide it, so that each thing has a file of its own."),
    ),
    "alias": _wording(
        (
            "Her henvises til et andet sted i filen med * eller &.",
            "Skriv indholdet ud, så det kan læses, hvor det står.",
        ),
        (
            "There is a reference to another place in the file with * or &.",
            "Write the content out, so that it can be read where it stands.",
        ),
    ),
    "tag": _wording(
        ("Mærket {tag} kan ikke bruges her.", "Slet mærket, og skriv værdien, som den er."),
        ("The tag {tag} cannot be used here.", "Delete the tag and write the value as it is."),
    ),
    "too_deep": _wording(
        (
            "Filen har for mange niveauer inden i hinanden.",
            "En definition har højst {limit} niveauer; ret parenteser og indrykning.",
        ),
        (
            "The file has too many levels within each other.",
            "A definition has at most {limit} levels; correct brackets and indentation.",
        ),
    ),
    "duplicate_key": _wording(
        ("Feltet »{name}« står her to gange; første gang på linje {first}.", "Slet den ene."),
        ("The field “{name}” stands here twice, first on line {first}.", "Delete one of them."),
    ),
    "key_not_text": _wording(
        ("»{written}« kan ikke være navn på et felt, som det står.", 'Sæt citationstegn om navnet: "{written}".'),
        ("“{written}” cannot be the name of a field as it stands.", 'Put quotes around the name: "{written}".'),
    ),
    "not_fields": _wording(
        ("Filen skal bestå af felter.", "Begynd hver linje med feltets navn og et kolon, fx »id: min_ting«."),
        (
            "The file must consist of fields.",
            "Begin each line with the field's name and a colon, such as “id: my_thing”.",
        ),
    ),
    "no_such_day": _wording(
        ("Datoen {written} findes ikke i kalenderen.", "Ret dag eller måned."),
        ("The date {written} is not in the calendar.", "Correct the day or the month."),
    ),
    "empty_value": _wording(
        ("Feltet står tomt.", "Skriv en værdi, eller slet linjen."),
        ("The field is empty.", "Write a value, or delete the line."),
    ),
}

_SHAPE: dict[str, Wording] = {
    "missing_field": _wording(
        ("Feltet »{name}« mangler.", "Tilføj en linje, der begynder med »{name}:«."),
        ("The field “{name}” is missing.", "Add a line that begins with “{name}:”."),
    ),
    "missing_language": _wording(
        ("Teksten mangler på {language}.", "Tilføj »{name}:« ved siden af det andet sprog."),
        ("The text is missing in {language}.", "Add “{name}:” beside the other language."),
    ),
    "one_language": _wording(
        (
            "Teksten står kun ét sted, men skal være på dansk og engelsk.",
            "Skriv den som to indrykkede linjer: »da: …« og »en: …«.",
        ),
        (
            "The text stands only once, but must be in Danish and English.",
            "Write it as two indented lines: “da: …” and “en: …”.",
        ),
    ),
    "unknown_field": _wording(
        ("Feltet »{name}« findes ikke her.", "Slet linjen, eller brug et af felterne: {known}."),
        ("The field “{name}” does not exist here.", "Delete the line, or use one of the fields: {known}."),
    ),
    "unknown_field_near": _wording(
        ("Feltet »{name}« findes ikke her.", "Mente du »{nearest}«?"),
        ("The field “{name}” does not exist here.", "Did you mean “{nearest}”?"),
    ),
    "unquoted_word": _wording(
        (
            "»{written}« uden citationstegn bliver læst som ja eller nej, ikke som tekst.",
            'Skriv "{written}" med citationstegn.',
        ),
        ("“{written}” without quotes is read as yes or no, not as text.", 'Write "{written}" with quotes.'),
    ),
    "unquoted_number": _wording(
        ("»{written}« bliver læst som et tal eller en dato, ikke som tekst.", 'Skriv "{written}" med citationstegn.'),
        ("“{written}” is read as a number or a date, not as text.", 'Write "{written}" with quotes.'),
    ),
    "wrong_type": _wording(
        ("Værdien er af en forkert slags.", "Skriv {expected}."),
        ("The value is of the wrong kind.", "Write {expected}."),
    ),
    "not_a_date": _wording(
        ("Værdien er ikke en dato.", "Skriv den som år-måned-dag, fx 2020-08-01."),
        ("The value is not a date.", "Write it as year-month-day, such as 2020-08-01."),
    ),
    "empty_text": _wording(
        ("Teksten er tom.", "Skriv en tekst, eller slet feltet, hvis det kan undværes."),
        ("The text is empty.", "Write a text, or delete the field if it can be left out."),
    ),
    "not_an_id": _wording(
        ("»{written}« kan ikke være et id.", "Brug små bogstaver a-z, cifre og _, og begynd med et bogstav."),
        ("“{written}” cannot be an id.", "Use small letters a-z, digits and _, and begin with a letter."),
    ),
    "wrong_pattern": _wording(
        ("»{written}« har ikke den rette form.", "Formen er {pattern}."),
        ("“{written}” does not have the right form.", "The form is {pattern}."),
    ),
    "text_too_long": _wording(
        ("Teksten på {language} er på {length} tegn.", "Forkort den til højst {limit} tegn."),
        ("The text in {language} has {length} characters.", "Shorten it to at most {limit} characters."),
    ),
    "line_too_long": _wording(
        ("Teksten er for lang.", "Forkort den til højst {limit} tegn."),
        ("The text is too long.", "Shorten it to at most {limit} characters."),
    ),
    "not_a_choice": _wording(
        ("»{written}« er ikke et af de mulige valg.", "Brug et af dem: {known}."),
        ("“{written}” is not one of the possible choices.", "Use one of them: {known}."),
    ),
    "not_a_choice_near": _wording(
        ("»{written}« er ikke et af de mulige valg.", "Mente du »{nearest}«?"),
        ("“{written}” is not one of the possible choices.", "Did you mean “{nearest}”?"),
    ),
    "too_small": _wording(
        ("Tallet {written} er for lille.", "Det mindste er {limit}."),
        ("The number {written} is too small.", "The least is {limit}."),
    ),
    "too_great": _wording(
        ("Tallet {written} er for stort.", "Det største er {limit}."),
        ("The number {written} is too great.", "The greatest is {limit}."),
    ),
    "too_few": _wording(
        ("Listen er for kort.", "Den skal have mindst {limit} punkt."),
        ("The list is too short.", "It must have at least {limit} item."),
    ),
}

_MEANING: dict[str, Wording] = {
    "dates_reversed": _wording(
        ("{last} ligger før {first}.", "Ret en af de to datoer."),
        ("{last} comes before {first}.", "Correct one of the two dates."),
    ),
    "limits_reversed": _wording(
        ("Det største ({high}) er mindre end det mindste ({low}).", "Byt dem om, eller ret et af tallene."),
        ("The greatest ({high}) is less than the least ({low}).", "Swap them, or correct one of the numbers."),
    ),
    "repeated": _wording(
        ("»{value}« står der mere end én gang.", "Behold den ene, og slet eller omdøb den anden."),
        ("“{value}” stands there more than once.", "Keep one, and delete or rename the other."),
    ),
    "unknown_reference": _wording(
        ("»{id}« findes ikke under {to}.", "Brug et af dem: {known}."),
        ("“{id}” does not exist under {to}.", "Use one of them: {known}."),
    ),
    "unknown_reference_near": _wording(
        ("»{id}« findes ikke under {to}.", "Mente du »{nearest}«?"),
        ("“{id}” does not exist under {to}.", "Did you mean “{nearest}”?"),
    ),
    "cycle": _wording(
        ("Kæden vender tilbage til sig selv: {chain}.", "Tag et af leddene ud."),
        ("The chain comes back to itself: {chain}.", "Take one of its links out."),
    ),
    "sees_too_little": _wording(
        ("Rollen ser mindre ({sees}), end den virker i ({scope}).", "Lad sees være {scope} eller videre."),
        ("The role sees less ({sees}) than it works in ({scope}).", "Let sees be {scope} or wider."),
    ),
    "only_for_type": _wording(
        ("Feltet bruges kun, når type er {type}.", "Slet det, eller ret type."),
        ("The field is used only when type is {type}.", "Delete it, or correct type."),
    ),
    "too_few_choices": _wording(
        ("Et spørgsmål med valg skal have mindst to svar.", "Tilføj svar under choices, hvert med id og title."),
        (
            "A question with choices must have at least two answers.",
            "Add answers under choices, each with id and title.",
        ),
    ),
    "series_without_sessions": _wording(
        ("Et forløb skal sige, hvor mange gange det mødes.", "Tilføj sessions med min og max."),
        ("A series must say how many times it meets.", "Add sessions with min and max."),
    ),
    "sessions_of_single": _wording(
        ("Kun et forløb har sessions.", "Slet sessions, eller skriv form: series."),
        ("Only a series has sessions.", "Delete sessions, or write form: series."),
    ),
    "quick_series": _wording(
        ("Et forløb kan ikke ligge i den hurtige registrering.", "Slet quick, eller skriv form: single."),
        ("A series cannot be in the quick log.", "Delete quick, or write form: single."),
    ),
    "quick_asks_too_much": _wording(
        (
            "Den hurtige registrering stiller ingen spørgsmål, der skal besvares.",
            "Slet quick, eller lad ingen egne felter være required.",
        ),
        ("The quick log asks no question that must be answered.", "Delete quick, or let no own field be required."),
    ),
    "measure_needs": _wording(
        ("Målingen {measure} skal vide, hvad den tæller.", "Tilføj {field} med mindst ét id."),
        ("The measure {measure} must know what it counts.", "Add {field} with at least one id."),
    ),
    "measure_ignores": _wording(
        ("Målingen {measure} bruger ikke {field}.", "Slet {field}, eller vælg en anden measure."),
        ("The measure {measure} does not use {field}.", "Delete {field}, or choose another measure."),
    ),
    "not_a_series": _wording(
        (
            "Målingen {measure} tæller forløb, og »{kind}« er ikke et forløb.",
            "Vælg en slags aktivitet med form: series.",
        ),
        (
            "The measure {measure} counts series, and “{kind}” is not a series.",
            "Choose a kind of activity with form: series.",
        ),
    ),
}

WORDINGS: Mapping[str, Wording] = _FILES | _YAML | _SHAPE | _MEANING
