"""The municipalities that sign their own people in, as a TOML file names them (OpenID Connect)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from pydantic import BaseModel, ConfigDict, Field, ValidationError

Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,59}$")]
Address = Annotated[str, Field(pattern=r"^https?://[^/]+")]


class SignOn(BaseModel):
    """One municipality's sign-in.

    Attributes:
        id: stands in addresses and beside the roles that it gave; never changes.
        name: what the button says.
        issuer: where its `/.well-known/openid-configuration` is found.
        sign_in_hosts: other hosts that a browser is sent through on the way, such as ``https://login.example``.
        programme: the slug of the programme that it gives roles in.
        municipality: its code, four digits; roles reach no further.
        has_second_factor: whether it asks for more than a password, so that we need not.
        roles_claim: the claim that says what somebody is; "" when roles are given by hand only.
        roles: from a value of that claim to the key of a role.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Id
    name: str
    issuer: Address
    client_id: str
    client_secret: str
    programme: str
    municipality: Annotated[str, Field(pattern=r"^\d{4}$")]
    sign_in_hosts: tuple[Address, ...] = ()
    has_second_factor: bool = False
    roles_claim: str = ""
    roles: Mapping[str, str] = {}


def read_sign_ons(file: str) -> dict[str, SignOn]:
    """The sign-ins that a file names, by id; none without a file.

    Raises:
        ImproperlyConfigured: with the file and what is wrong in it.
    """
    if not file:
        return {}
    try:
        told = tomllib.loads(Path(file).read_text(encoding="utf-8"))
        read = [SignOn.model_validate(one) for one in told.pop("sign_on", [])]
    except (OSError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise ImproperlyConfigured(f"LANDSBY_SIGN_ON_FILE, {file}: {error}") from error
    if told or len({one.id for one in read}) < len(read):
        raise ImproperlyConfigured(f"LANDSBY_SIGN_ON_FILE, {file}: only [[sign_on]] tables, each with its own id")
    return {one.id: one for one in read}


def providers(sign_ons: Iterable[SignOn]) -> dict[str, Any]:
    """The sign-ins as allauth wants them told."""
    apps = [
        {
            "provider_id": one.id,
            "name": one.name,
            "client_id": one.client_id,
            "secret": one.client_secret,
            "settings": {"server_url": one.issuer.rstrip("/")},
        }
        for one in sign_ons
    ]
    return {"openid_connect": {"APPS": apps, "OAUTH_PKCE_ENABLED": True}}


def origins(sign_ons: Iterable[SignOn]) -> list[str]:
    """Where a browser may be sent from our sign-in page, for the content policy."""
    addresses = [address for one in sign_ons for address in (one.issuer, *one.sign_in_hosts)]
    return sorted({"{0.scheme}://{0.netloc}".format(urlsplit(address)) for address in addresses})
