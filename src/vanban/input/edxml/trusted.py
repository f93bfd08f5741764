"""The header of a document as its envelope states it, which is believed over the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from vanban.model import Header, Signer


def trusted(header: Header, said: Mapping[str, str]) -> Header:
    """The header with every field that the envelope states; a status message states none.

    Spans stay: they lead to what the text says instead, for the person who compares.
    """
    if not said or "status_code" in said:
        return header
    stated: dict[str, Any] = {
        name: said[name] for name in ("kind", "number", "place", "subject") if name in said
    }
    if "issued_on" in said:
        stated["issued_on"] = date.fromisoformat(said["issued_on"])
    if "issuers" in said:
        stated["issuers"] = (said["issuers"],)
    if "from_organ_id" in said:
        stated["issuer_identifier"] = said["from_organ_id"]
    if "recipients" in said:
        stated["recipients"] = tuple(said["recipients"].split("\n"))
    if "signer_name" in said:
        signer = Signer(said["signer_name"], said.get("signer_title"), said.get("signer_authority"))
        stated["signers"] = (signer,)
    if "kind" in stated:
        stated["kind_is_inferred"] = False
    return replace(header, **stated)
