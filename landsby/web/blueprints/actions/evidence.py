"""What speaks for and against the assumptions of a theory of change."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction

from landsby.web.accounts.models import User
from landsby.web.blueprints.models import TheoryEvidence, held_blueprint
from landsby.web.kit.audit import record
from landsby.web.kit.models import Act
from landsby.web.kit.text import say
from landsby.web.partnerships.models import Programme


@dataclass(frozen=True)
class ToldEvidence:
    """What somebody has seen: for or against, from which day, and perhaps where it can be read."""

    stance: str
    text: str
    found_on: date
    link: str = ""


@transaction.atomic
def add_evidence(*, programme: Programme, assumption: str, told: ToldEvidence, by: User) -> TheoryEvidence:
    """Write down what speaks for or against an assumption; the very same is kept once.

    Raises:
        KeyError: where there is no such assumption any more.
        ValidationError: when something in it looks like a CPR number.
    """
    title = held_blueprint(programme).assumptions[assumption].title
    same = TheoryEvidence.objects.of(programme).about(assumption).filter(**asdict(told)).first()
    if same is not None:
        return same
    written = TheoryEvidence(programme=programme, assumption=assumption, author=by, **asdict(told))
    written.full_clean()
    written.save()
    record(by=by, act=Act.CREATED, thing=written, programme=programme.slug, label=say(title))
    return written


@transaction.atomic
def remove_evidence(*, evidence: TheoryEvidence, by: User) -> None:
    """Take away what was written by mistake."""
    record(by=by, act=Act.REMOVED, thing=evidence, programme=evidence.programme.slug)
    evidence.delete()
