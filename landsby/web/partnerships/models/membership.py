"""Membership: which role a person has, and where. The whole of access stands on it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.alphabet import Alphabetical
from landsby.web.partnerships.models.actor import Actor
from landsby.web.partnerships.models.place import Community, Municipality
from landsby.web.partnerships.models.programme import Programme

Place = Programme | Municipality | Community | Actor
"""What a role can be tied to, from the whole programme to one actor."""


class ScopeLevel(models.TextChoices):
    """How wide a membership is, from the whole programme to one actor."""

    PROGRAMME = "programme", _("hele programmet")
    MUNICIPALITY = "municipality", _("kommunen")
    COMMUNITY = "community", _("lokalområdet")
    ACTOR = "actor", _("egen institution eller forening")


class Right(models.TextChoices):
    """What a role may do within its scope, beyond reading."""

    LOG_ACTIVITIES = "log_activities", _("registrere aktiviteter")
    MANAGE_PLACES = "manage_places", _("rette steder og aktører")
    IMPORT_PLACES = "import_places", _("indlæse institutioner")
    MANAGE_PEOPLE = "manage_people", _("give adgang til andre")
    SEE_CONTACTS = "see_contacts", _("se kontaktpersoner")
    EXPORT = "export", _("hente data ud")
    SEE_AUDIT = "see_audit", _("se loggen")
    ADAPT_BLUEPRINT = "adapt_blueprint", _("tilpasse programmet")
    APPROVE_HOURS = "approve_hours", _("godkende timer")
    PLAN_OPENINGS = "plan_openings", _("planlægge åbningstider og vagter")
    MANAGE_INITIATIVES = "manage_initiatives", _("styre indsatser")
    MANAGE_INDICATORS = "manage_indicators", _("indlæse tal og sætte mål")
    EVALUATE = "evaluate", _("erklære og køre evalueringer")


class Role(models.Model):
    """A role of the programme's blueprint, as the programme has adopted it.

    Attributes:
        key: the id of the role's definition.
        scope: what a membership of this role is tied to.
        sees: how far up from there the person may read.
        rights: a list of `Right` values.
        formerly: the keys that it had in earlier versions.
        ended_on: from when nobody is given it any more; who holds it keeps it.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="roles")
    key = models.CharField(max_length=60)
    title_da = models.CharField(max_length=120)
    title_en = models.CharField(max_length=120)
    scope = models.CharField(max_length=12, choices=ScopeLevel)
    sees = models.CharField(max_length=12, choices=ScopeLevel)
    rights = models.JSONField(default=list)
    order = models.PositiveSmallIntegerField(default=0)
    formerly = models.JSONField(default=list)
    ended_on = models.DateField(null=True)

    class Meta:
        ordering = ["order", "key"]
        constraints = [models.UniqueConstraint(fields=["programme", "key"], name="one_role_per_key")]

    def __str__(self) -> str:
        return self.title_en if (get_language() or "da").startswith("en") else self.title_da

    @property
    def is_given(self) -> bool:
        """Whether it is still given to anybody."""
        return self.ended_on is None or self.ended_on > timezone.localdate()


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Words for choosing memberships."""

    def current(self) -> MembershipQuerySet:
        """Those that have not ended."""
        return self.filter(models.Q(ended_on=None) | models.Q(ended_on__gt=timezone.localdate()))

    def ended_latest(self) -> MembershipQuerySet:
        """Those that have ended, the latest first, with role and programme at hand."""
        ended = self.filter(ended_on__lte=timezone.localdate())
        return ended.select_related("role__programme").order_by("-ended_on", "-pk")

    def who_give_access(self) -> int:
        """How many people among these give access to a whole programme."""
        # A list of rights is JSON, which not every database can search in; the roles are few.
        held = self.filter(role__scope=ScopeLevel.PROGRAMME).select_related("role")
        return len({membership.user_id for membership in held if Right.MANAGE_PEOPLE in membership.role.rights})

    def held_by(self, email: str, role: Role, place: models.Model) -> bool:
        """Whether the person with an e-mail address has a role at a place."""
        held = self.filter(user__email__iexact=email, role=role)
        return any(
            membership.place == place for membership in held.select_related("municipality", "community", "actor")
        )

    def in_programme(self, programme: Programme) -> MembershipQuerySet:
        """Those of one programme, with role and scope at hand."""
        return self.filter(role__programme=programme).select_related(
            "user",
            "role__programme",
            "municipality",
            "community__municipality",
            "actor__community",
            "actor__municipality",
        )


class Placed(models.Model):
    """What ties a role to the one place that the role's scope names."""

    role = models.ForeignKey(Role, models.PROTECT, related_name="%(class)ss", verbose_name=_("rolle"))
    municipality = models.ForeignKey(
        Municipality, models.CASCADE, null=True, blank=True, related_name="%(class)ss", verbose_name=_("kommune")
    )
    community = models.ForeignKey(
        Community, models.CASCADE, null=True, blank=True, related_name="%(class)ss", verbose_name=_("lokalområde")
    )
    actor = models.ForeignKey(
        Actor, models.CASCADE, null=True, blank=True, related_name="%(class)ss", verbose_name=_("aktør")
    )

    class Meta:
        abstract = True

    @property
    def place(self) -> Place:
        """The one place that the role is tied to."""
        return self.actor or self.community or self.municipality or self.role.programme

    @property
    def is_at_its_level(self) -> bool:
        """Whether that place is of the kind that the role's scope names; where it is not, the role gives nothing."""
        levels = ((self.actor_id, "actor"), (self.community_id, "community"), (self.municipality_id, "municipality"))
        return self.role.scope == next((level for pk, level in levels if pk is not None), ScopeLevel.PROGRAMME)


def at(place: Place) -> dict[str, Place]:
    """The column that ties a role to a place, for creating and for finding; the whole programme has none."""
    return {} if isinstance(place, Programme) else {place._meta.model_name or "": place}


class Membership(Placed):
    """A person's role in a programme.

    Attributes:
        provider: the municipal sign-in that gave the role, and takes it back; "" when somebody gave it by hand.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    started_on = models.DateField(_("fra"), default=timezone.localdate)
    ended_on = models.DateField(_("til"), null=True, blank=True)
    provider = models.CharField(max_length=60, blank=True, default="")

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("adgang")
        ordering = ["role__order", Alphabetical("user__name")]

    def __str__(self) -> str:
        return f"{self.user}: {self.role}, {self.place}"
