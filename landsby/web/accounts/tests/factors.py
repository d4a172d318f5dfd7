"""An app with codes and a passkey, as a telephone has them."""

from __future__ import annotations

import base64
import hashlib
import hmac
import time
from secrets import token_bytes

from allauth.mfa.models import Authenticator
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData

from landsby.web.accounts.models import User


def code_of(secret: str, *, steps: int = 0) -> str:
    """The six digits that an app shows for a key (RFC 6238).

    Args:
        steps: so many half minutes from now.
    """
    moment = int(time.time() // 30) + steps
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, moment.to_bytes(8, "big"), hashlib.sha1).digest()
    offset = digest[-1] & 15
    number = int.from_bytes(digest[offset : offset + 4], "big") & 0x7FFFFFFF
    return f"{number % 10**6:06d}"


def a_passkey(owner: User, name: str = "Phone") -> Authenticator:
    """A passkey as a browser would have made it, though none has it."""
    point = ec.generate_private_key(ec.SECP256R1()).public_key()
    credential_id = token_bytes(16)
    credential = AttestedCredentialData.create(b"\0" * 16, credential_id, ES256.from_cryptography_key(point))
    shown = AuthenticatorData.create(hashlib.sha256(b"testserver").digest(), 0x45, 1, credential)
    told = {
        "id": websafe_encode(credential_id),
        "rawId": websafe_encode(credential_id),
        "type": "public-key",
        "response": {
            "clientDataJSON": websafe_encode(
                b'{"type":"webauthn.create","challenge":"","origin":"https://testserver"}'
            ),
            "attestationObject": websafe_encode(bytes(AttestationObject.create("none", shown, {}))),
        },
        "clientExtensionResults": {"credProps": {"rk": True}},
    }
    data = {"name": name, "credential": told}
    return Authenticator.objects.create(user=owner, type=Authenticator.Type.WEBAUTHN, data=data)
