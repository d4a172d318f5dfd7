"""What can be wrong with how a file is laid out as YAML."""

from __future__ import annotations

from collections.abc import Mapping

from landsby.blueprint.wording.entry import Wording, wording

LAYOUT: Mapping[str, Wording] = {
    "tab": wording(
        (
            "Linjen er rykket ind med tabulator.",
            "Brug to mellemrum for hvert niveau i stedet (steder i filen: {count}).",
        ),
        ("The line is indented with a tab.", "Use two spaces for each level instead (places in the file: {count})."),
    ),
    "yaml_colon": wording(
        (
            "Et kolon i teksten bliver læst som et nyt felt.",
            "Sæt citationstegn om hele teksten, eller ret indrykningen.",
        ),
        (
            "A colon in the text is read as a new field.",
            "Put quotes around the whole text, or correct the indentation.",
        ),
    ),
    "yaml_no_colon": wording(
        ("Linjen mangler et kolon efter feltets navn.", "Skriv feltets navn, et kolon og et mellemrum før værdien."),
        (
            "The line lacks a colon after the field's name.",
            "Write the field's name, a colon and a space before the value.",
        ),
    ),
    "yaml_quote": wording(
        ("Et citationstegn bliver aldrig lukket.", "Sæt samme citationstegn i begge ender, og ingen indeni."),
        ("A quotation mark is never closed.", "Put the same quotation mark at both ends, and none inside."),
    ),
    "yaml_bracket": wording(
        (
            "En firkantet eller krøllet parentes bliver ikke lukket, eller et komma mangler.",
            "Luk parentesen, eller skriv én ting pr. linje med - foran.",
        ),
        (
            "A square or curly bracket is not closed, or a comma is missing.",
            "Close the bracket, or write one thing per line with - in front.",
        ),
    ),
    "yaml_indent": wording(
        (
            "Indrykningen passer ikke med linjerne omkring.",
            "Ryk linjen ind med lige så mange mellemrum som sine søskende.",
        ),
        ("The indentation does not fit the lines around it.", "Indent the line with as many spaces as its siblings."),
    ),
    "yaml_start": wording(
        ("En tekst kan ikke begynde med det tegn, der står her.", "Sæt citationstegn om hele teksten."),
        ("A text cannot begin with the character that stands here.", "Put quotes around the whole text."),
    ),
    "yaml_other": wording(
        ("Linjen kan ikke læses som YAML.", "Se efter kolon, indrykning og citationstegn her og på linjen før."),
        ("The line cannot be read as YAML.", "Look at colon, indentation and quotes here and on the line before."),
    ),
    "several_documents": wording(
        ("Filen rummer flere dokumenter, delt af ---.", "Del den op, så hver ting har sin egen fil."),
        ("The file holds several documents, divided by ---.", "Divide it, so that each thing has a file of its own."),
    ),
    "alias": wording(
        (
            "Her henvises til et andet sted i filen med * eller &.",
            "Skriv indholdet ud, så det kan læses, hvor det står.",
        ),
        (
            "There is a reference to another place in the file with * or &.",
            "Write the content out, so that it can be read where it stands.",
        ),
    ),
    "tag": wording(
        ("Mærket {tag} kan ikke bruges her.", "Slet mærket, og skriv værdien, som den er."),
        ("The tag {tag} cannot be used here.", "Delete the tag and write the value as it is."),
    ),
    "too_deep": wording(
        (
            "Filen har for mange niveauer inden i hinanden.",
            "En definition har højst {limit} niveauer; ret parenteser og indrykning.",
        ),
        (
            "The file has too many levels within each other.",
            "A definition has at most {limit} levels; correct brackets and indentation.",
        ),
    ),
    "duplicate_key": wording(
        ("Feltet »{name}« står her to gange; første gang på linje {first}.", "Slet den ene."),
        ("The field “{name}” stands here twice, first on line {first}.", "Delete one of them."),
    ),
    "key_not_text": wording(
        ("»{written}« kan ikke være navn på et felt, som det står.", 'Sæt citationstegn om navnet: "{written}".'),
        ("“{written}” cannot be the name of a field as it stands.", 'Put quotes around the name: "{written}".'),
    ),
    "not_fields": wording(
        ("Filen skal bestå af felter.", "Begynd hver linje med feltets navn og et kolon, fx »id: min_ting«."),
        (
            "The file must consist of fields.",
            "Begin each line with the field's name and a colon, such as “id: my_thing”.",
        ),
    ),
    "no_such_day": wording(
        ("Datoen {written} findes ikke i kalenderen.", "Ret dag eller måned."),
        ("The date {written} is not in the calendar.", "Correct the day or the month."),
    ),
    "empty_value": wording(
        ("Feltet står tomt.", "Skriv en værdi, eller slet linjen."),
        ("The field is empty.", "Write a value, or delete the line."),
    ),
}
