"""What a password must be. One thing is said at a time, the first that is wrong, in our words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from landsby.web.accounts.models import User

SHORTEST = 12
"""So many characters at the least."""

OWN_AT_LEAST = 8
"""So many must be left when names that are easily known are taken out."""

TOO_ALIKE = 0.7
"""From this share of letters in common, in order, on, two texts are the same with a small change."""

PRODUCT = "Landsby"
_SPELT = str.maketrans({"å": "aa", "æ": "ae", "ø": "oe"})


class PlainPassword:
    """The rules as Django asks for them (`AUTH_PASSWORD_VALIDATORS`): at every change, reset and new account."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Refuse a password with the first of its faults.

        Raises:
            ValidationError: with one message.
        """
        refuse_weak(password, known=user.known_names() if isinstance(user, User) else ())

    def get_help_text(self) -> str:
        """Nothing: the forms say it in their own hint."""
        return ""


def refuse_weak(password: str, *, known: Iterable[str] = ()) -> None:
    """Refuse a password that is short, all digits, used by many, or made of what anybody can find out.

    Args:
        known: what others know about the person: the name, the address, the programmes they are in.

    Raises:
        ValidationError: with one message, in plain words.
    """
    if len(password) < SHORTEST:
        raise ValidationError(_("Den er for kort. Brug mindst 12 tegn, gerne flere."), code="short")
    if password.isdigit():
        raise ValidationError(_("Den er kun tal. Tag nogle ord med."), code="digits")
    if _is_common(password):
        raise ValidationError(_("Den er der mange, der bruger. Find på en, der kun er din."), code="common")
    if _is_made_of(password, known):
        text = _("Den ligner dit navn, din e-mail eller programmets navn. Find på noget, andre ikke kan gætte.")
        raise ValidationError(text, code="known")


def _is_common(password: str) -> bool:
    try:
        CommonPasswordValidator().validate(password)
    except ValidationError:
        return True
    return False


def _is_made_of(password: str, known: Iterable[str]) -> bool:
    """Whether little is left without the known names, or all of it is nearly one of them."""
    names = [name for name in (*known, PRODUCT) if name]
    letters = _folded(password)
    parts = {_folded(part) for name in names for part in re.split(r"\W|_", name)}
    wholes = {_folded(name) for name in names}
    left = letters
    for part in sorted(wholes | {part for part in parts if len(part) > 2}, key=len, reverse=True):
        left = left.replace(part, "")
    return len(left) < OWN_AT_LEAST or any(SequenceMatcher(a=letters, b=it).ratio() >= TOO_ALIKE for it in wholes)


def _folded(text: str) -> str:
    """Letters and digits alone, without case and accents; æ, ø and å as they are written without them."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_SPELT))
    return "".join(letter for letter in plain if letter.isalnum())
