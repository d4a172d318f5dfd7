"""The user: a person who signs in with an e-mail address."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db import models
from django.db.models import Min, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.alphabet import Alphabetical
from landsby.web.kit.fields import Line, refuse_cpr


class UserQuerySet(models.QuerySet["User"]):
    """Words for choosing users."""

    def personas(self) -> UserQuerySet:
        """The people of the demo, the widest role first, with their roles and places at hand.

        Those who run the installation are real people. `persona_order` is the order of their widest role.
        """
        today = timezone.localdate()
        current = Q(memberships__ended_on=None) | Q(memberships__ended_on__gt=today)
        return (
            self.invented()
            .filter(current, is_operator=False, memberships__role__programme__is_invented=True)
            .annotate(persona_order=Min("memberships__role__order"))
            .prefetch_related(
                "memberships__role__programme",
                "memberships__municipality",
                "memberships__community",
                "memberships__actor",
            )
            .order_by("persona_order", Alphabetical("name"), "pk")
        )

    def invented(self) -> UserQuerySet:
        """Those whom anybody may be in the demo: nobody has a part in a real programme, or a way in of their own.

        Whoever came by an invitation, with a password or through their municipality, is somebody.
        """
        real = self.model.objects.filter(memberships__role__programme__is_invented=False)
        passwordless = self.filter(is_active=True, password__startswith=UNUSABLE_PASSWORD_PREFIX)
        return passwordless.filter(socialaccount=None).exclude(pk__in=real.values("pk"))

    def invented_operators(self) -> UserQuerySet:
        """Those of them who run the demo. Their addresses are reserved for examples, so that they are nobody's."""
        return self.invented().filter(is_operator=True, email__iendswith=".example").order_by("pk")


class UserManager(BaseUserManager["User"]):
    """Makes users with a normalised address and a hashed password."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        """A new user; without a password nobody can sign in as them until one is chosen."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> User:
        """The operator of the installation, who may start programmes."""
        return self.create_user(email, password, is_operator=True, **fields)

    def get_by_natural_key(self, username: str | None) -> User:
        """Addresses are matched without regard to case."""
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """A person. What they may do is said by memberships, never here.

    An operator runs the installation and may start programmes; that gives no right to read them.
    """

    email = models.EmailField(_("e-mail"), unique=True, validators=[refuse_cpr])
    name = Line(_("navn"), max_length=120)
    language = models.CharField(_("sprog"), max_length=5, default="da")
    is_active = models.BooleanField(default=True)
    is_operator = models.BooleanField(default=False)
    joined_at = models.DateTimeField(default=timezone.now)

    objects = UserManager.from_queryset(UserQuerySet)()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = _("bruger")

    def __str__(self) -> str:
        return self.name or self.email

    @property
    def first_name(self) -> str:
        """What a greeting says."""
        return self.name.split(" ", 1)[0]

    def known_names(self) -> list[str]:
        """What others know about the person, and would guess by: the name, the address and their programmes."""
        programmes = self.memberships.values_list("role__programme__name", flat=True) if self.pk else ()
        return [self.name, self.email, *programmes]
