"""From bytes to text: which encoding a file was written in, or why it cannot be told."""

from __future__ import annotations

import codecs
import re

from django.utils.translation import gettext as _

from landsby.web.partnerships.imports.findings import blocker, refused

UTF_8, UTF_16, LATIN_1 = "UTF-8", "UTF-16", "Latin-1 (Windows)"

# What æ, ø and å become when UTF-8 was once read as Latin-1 and saved again: "TertiÃ¦r".
_TWICE_ENCODED = re.compile("Ã[¦¸¥†˜…Ø]|Ã\u0098|Ã\u0086|Ã\u0085")
# What æ, ø and å of other alphabets (DOS, old Macintosh) look like when read as Latin-1: "K›benhavn".
_OTHER_ALPHABET = re.compile("[A-Za-zæøå][\u2018\u203a\u2020\u00be\u00bf\u0152][a-zæøå]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def decoded(content: bytes) -> tuple[str, str]:
    """The text of a file, and the name of the encoding that it was written in.

    Raises:
        Blocked: when the text cannot be made out; nothing is guessed.
    """
    text, name = _by_mark(content) or _by_trying(content)
    if _CONTROL.search(text):
        raise refused(
            blocker(
                "not_text",
                _("Det er ikke et regneark (CSV eller Excel)."),
                _("Gem den som CSV eller Excel (.xlsx), og prøv igen."),
            )
        )
    if _TWICE_ENCODED.search(text):
        raise _unknown(_("Danske bogstaver er gået i stykker i filen: Der står for eksempel »Ã¦« i stedet for »æ«."))
    if name == LATIN_1 and _OTHER_ALPHABET.search(text):
        raise _unknown(_("Filens danske bogstaver kan ikke læses: De er gemt i et tegnsæt, vi ikke kender."))
    return text, name


def _by_mark(content: bytes) -> tuple[str, str] | None:
    """By the byte order mark, if there is one and the text keeps what it promises."""
    marks = (
        (codecs.BOM_UTF8, "utf-8-sig", UTF_8),
        (codecs.BOM_UTF16_LE, "utf-16", UTF_16),
        (codecs.BOM_UTF16_BE, "utf-16", UTF_16),
    )
    for mark, codec, name in marks:
        if content.startswith(mark):
            try:
                return content.decode(codec), name
            except UnicodeDecodeError as error:
                raise _unknown(
                    _("Filen siger, at den er skrevet i %(encoding)s, men det passer ikke.") % {"encoding": name}
                ) from error
    return None


def _by_trying(content: bytes) -> tuple[str, str]:
    """UTF-8 where it fits, since other text hardly ever happens to; else the Latin-1 of Windows."""
    try:
        return content.decode("utf-8"), UTF_8
    except UnicodeDecodeError as failed:
        if failed.start > len(content) - 4 and failed.reason == "unexpected end of data":
            raise _unknown(_("Filen stopper midt i et bogstav. Den er nok ikke hentet helt ned.")) from failed
    try:
        return content.decode("cp1252"), LATIN_1
    except UnicodeDecodeError as failed:
        row = content.count(b"\n", 0, failed.start) + 1
        raise _unknown(_("Et tegn i række %(row)s kan ikke læses.") % {"row": row}) from failed


def _unknown(wrong: str) -> Exception:
    cure = _("Åbn filen i Excel, gem den som »CSV UTF-8« eller .xlsx, og prøv igen.")
    return refused(blocker("encoding", wrong, cure))
