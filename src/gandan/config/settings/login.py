"""The sign-in service of the office (OpenID Connect): off while no issuer is named."""

from __future__ import annotations

import os

GANDAN_OIDC_ISSUER = os.environ.get("GANDAN_OIDC_ISSUER", "")
GANDAN_OIDC_CLIENT = os.environ.get("GANDAN_OIDC_CLIENT", "")
GANDAN_OIDC_SECRET = os.environ.get("GANDAN_OIDC_SECRET", "")
# The claim whose value is the user name here.
GANDAN_OIDC_CLAIM = os.environ.get("GANDAN_OIDC_CLAIM", "preferred_username")
