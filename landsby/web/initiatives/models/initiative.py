"""The initiative: an entry of the portfolio."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.web.initiatives.models.words import InitiativeQuerySet, LinkQuerySet
from landsby.web.initiatives.stages import ASIDE, Newness, Stage
from landsby.web.kit.fields import Line, Notes
from landsby.web.partnerships.models import Actor, Community, Municipality, Programme

LEAST_EFFORT, MOST_EFFORT = 1, 5


class Initiative(models.Model):
    """Something to try, to spread, and to keep or drop.

    Attributes:
        definition: the id of the blueprint's initiative that it was started from; "" when it is the programme's own.
        stage: where it stands; every `StageChange` says how it came there.
        stage_since_on: the day from which it stands there.
        effort: how much it asks of those who do it, from 1 (little) to 5 (much).
        depth: the id of the depth at which it works in the system.
        municipality, community: where it takes place; both None when it is the whole programme's.
        client_key: of the page that it was typed on, so that sending it twice stores it once.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="initiatives")
    parent = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="parts", verbose_name=_("del af")
    )
    definition = models.CharField(max_length=80, blank=True)
    title = Line(_("titel"), max_length=160)
    summary = Notes(_("kort fortalt"), blank=True)
    stage = models.CharField(_("trin"), max_length=10, choices=Stage, default=Stage.IDEA)
    stage_since_on = models.DateField(_("siden"), default=timezone.localdate)
    newness = models.CharField(_("nyt eller kendt"), max_length=20, choices=Newness, blank=True)
    effort = models.PositiveSmallIntegerField(
        _("hvor meget det kræver"),
        null=True,
        blank=True,
        validators=[MinValueValidator(LEAST_EFFORT), MaxValueValidator(MOST_EFFORT)],
    )
    depth = models.CharField(_("dybde"), max_length=80, blank=True)
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, null=True, blank=True, related_name="initiatives", verbose_name=_("kommune")
    )
    community = models.ForeignKey(
        Community, models.PROTECT, null=True, blank=True, related_name="initiatives", verbose_name=_("lokalområde")
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="owned_initiatives",
        verbose_name=_("ansvarlig"),
    )
    owner_actor = models.ForeignKey(
        Actor,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="owned_initiatives",
        verbose_name=_("ansvarlig institution"),
    )
    client_key = models.UUIDField(null=True, blank=True, unique=True, editable=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)

    objects = InitiativeQuerySet.as_manager()

    class Meta:
        verbose_name = _("indsats")
        verbose_name_plural = "initiatives"
        indexes = [
            models.Index(fields=["programme", "stage", "title"], name="initiative_by_stage"),
            models.Index(fields=["programme", "title"], name="initiative_by_title"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "definition"],
                condition=~models.Q(definition=""),
                name="one_initiative_per_definition",
            ),
            models.CheckConstraint(
                condition=models.Q(effort=None) | models.Q(effort__range=(LEAST_EFFORT, MOST_EFFORT)),
                name="initiative_effort_in_range",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_aside(self) -> bool:
        """Whether it is postponed or stopped."""
        return self.stage in ASIDE

    @property
    def owner_told(self) -> str:
        """Who answers for it: a person, an institution, or nobody yet ("")."""
        return ", ".join(str(one) for one in (self.owner, self.owner_actor) if one)

    def linked(self, folder: str) -> list[str]:
        """The ids of one sort that it is linked to, with `with_parts` at no further question."""
        return [link.key for link in self.links.all() if link.folder == folder]


class InitiativeLink(models.Model):
    """A definition, by folder and id, that an initiative belongs to.

    Attributes:
        folder: the folder of the blueprint's definitions, one of `LINKED`; or `ACTOR_KINDS` of the code lists.
        key: the id of the definition, or of the entry of the code list.
    """

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="links")
    folder = models.CharField(max_length=60)
    key = models.CharField(max_length=80)

    objects = LinkQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["initiative", "folder", "key"], name="one_link_per_definition"),
        ]
        indexes = [models.Index(fields=["folder", "key", "initiative"], name="initiatives_by_definition")]

    def __str__(self) -> str:
        return f"{self.folder}/{self.key}"


class InitiativePartner(models.Model):
    """An actor that is in on an initiative without answering for it."""

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="partners")
    actor = models.ForeignKey(Actor, models.CASCADE, related_name="partnered_initiatives")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["initiative", "actor"], name="one_partnership_per_actor")]

    def __str__(self) -> str:
        return str(self.actor)
