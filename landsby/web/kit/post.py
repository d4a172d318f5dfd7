"""Letters by e-mail, where the installation has a way to send them."""

from __future__ import annotations

import logging
from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string

_log = logging.getLogger(__name__)


def send(*, to: str, template: str, context: dict[str, Any]) -> bool:
    """Send a letter now; a link that it carries must not lie in a queue for anybody to read.

    Args:
        template: the letter; its first line is the subject.

    Returns:
        Whether it went off. That it did not is written in the server's log, without the letter.
    """
    if not settings.EMAIL_URL:
        return False
    subject, _newline, body = render_to_string(template, context).strip().partition("\n")
    try:
        send_mail(subject, body.strip(), None, [to])
    except (OSError, SMTPException):
        _log.exception("A letter from %s could not be sent", template)
        return False
    return True
