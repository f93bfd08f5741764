"""The sign-in service, as this installation's settings name it."""

from __future__ import annotations

from typing import Any

from authlib.integrations.django_client import OAuth
from django.conf import settings


def service() -> Any | None:
    """Authlib's client of the service, or None where none is set.

    It asks for a code with PKCE, and checks state, nonce, signature, issuer, audience and time of
    the answer. The addresses come from the service's own discovery document.
    """
    if not settings.GANDAN_OIDC_ISSUER:
        return None
    issuer = settings.GANDAN_OIDC_ISSUER.rstrip("/")
    return OAuth().register(
        "office",
        client_id=settings.GANDAN_OIDC_CLIENT,
        client_secret=settings.GANDAN_OIDC_SECRET,
        server_metadata_url=f"{issuer}/.well-known/openid-configuration",
        client_kwargs={
            "scope": "openid profile",
            "code_challenge_method": "S256",
            "timeout": 10,
        },
    )
