"""What the page about definitions says around its tables."""

from __future__ import annotations

from collections.abc import Mapping

from landsby.blueprint.text import Text

INTRODUCTION = Text(
    da="""\
# Definitioner, slags for slags

Alt det, et program består af, står i små tekstfiler, som alle kan læse, og som en omhyggelig person kan rette uden at
programmere. Her står hver slags: hvad den er, hvilke felter den har, og hvordan den ser ud.

Siden skrives af `make fix` ud fra skemaet selv. Ret den ikke i hånden.

Sådan retter man:

1. Find filen. Mappen siger, hvad det er, og filens navn er tingens id: `min_ting.yaml` rummer `id: min_ting`.
2. Ret ordene, eller kopiér en fil til et nyt navn, og giv den det id. Hver tekst står på dansk (`da`) og på engelsk
   (`en`).
3. Kør `.venv/bin/landsby blueprint check` med stien til mappen. Hver linje siger fil, linje, felt, hvad der er galt,
   og hvad der skal gøres.
4. Giv `blueprint.yaml` en ny `version`.

Et felt med ● skal være der. Alle andre udelades, når de ikke bruges; lad dem ikke stå tomme. Ryk ind med to mellemrum,
aldrig med tabulator, og sæt citationstegn om en tekst, der kun er `no`, `yes`, `on`, et tal eller en dato. Et id ændrer
sig aldrig, og ting slutter (`ended_on`), de slettes ikke.

Et nyt program begynder med `.venv/bin/landsby blueprint new`, som skriver en tom programskabelon med forklaringer. En
oversætter får en liste over det, der mangler på ét af sprogene, med `.venv/bin/landsby blueprint missing`.""",
    en="""\
# Definitions, kind by kind

Here stands each kind of definition: what it is, which fields it has, and how one looks. The
[guide](definitions.md) says where they lie and how one changes them.

This page is written by `make fix` from the schema itself. Do not change it by hand.

A field with ● must be there. Leave all others out when they are not used; do not leave them empty.

A new programme begins with `.venv/bin/landsby blueprint new`, which writes a blank blueprint with explanations. A
translator gets a list of what is missing in one of the languages from `.venv/bin/landsby blueprint missing`.""",
)

WORDS: Mapping[str, Text] = {
    "common": Text(da="Felter, som alle har", en="Fields that all have"),
    "common_about": Text(
        da="Enhver definition begynder med dem. De gentages ikke nedenfor.",
        en="Every definition begins with them. They are not repeated below.",
    ),
    "manifest": Text(da="Programskabelonen selv (`blueprint.yaml`)", en="The blueprint itself (`blueprint.yaml`)"),
    "manifest_about": Text(
        da="Én fil, der siger, hvad programskabelonen er. Den ligger yderst, ved siden af mapperne.",
        en="One file that says what the blueprint is. It lies outermost, beside the folders.",
    ),
    "nothing_more": Text(da="Har kun de felter, som alle har.", en="Has only the fields that all have."),
    "within": Text(da="I {fields}:", en="Within {fields}:"),
    "example": Text(da="Et eksempel, {path}:", en="An example, {path}:"),
    "shared": Text(da="Dele, der går igen", en="Parts that come again"),
    "shared_about": Text(
        da="De står inden i flere slags definitioner og er ens alle steder.",
        en="They stand within several kinds of definition and are the same everywhere.",
    ),
    "codelists_about": Text(
        da="De er ens for alle programmer og bruges, hvor der skrives et id fra `actor_groups`.",
        en="They are the same for every programme, and are used where an id from `actor_groups` is written.",
    ),
}
