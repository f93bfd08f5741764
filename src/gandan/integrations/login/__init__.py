"""Sign in by the service of the office (OpenID Connect). Off until `GANDAN_OIDC_ISSUER` is set."""
