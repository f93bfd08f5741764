"""Keep a file that is not read: what proves that work was done (a photograph, a signed scan)."""

from __future__ import annotations

import mimetypes
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.queries import Account, home_unit
from gandan.domain.registry import blobs
from gandan.domain.registry.models import File
from gandan.kernel.events import record
from gandan.kernel.refusal import Refused


@transaction.atomic
def keep(data: bytes, name: str, *, actor: Account, at: datetime) -> File:
    """Store the bytes under their hash; the same bytes twice are one file.

    It opens nothing to anybody: who may see the file is asked of the thing it is attached to, in
    the same transaction.
    """
    if not data:
        raise Refused("Tệp này trống. Chưa lưu gì. Hãy chọn tệp khác.")
    if len(data) > settings.GANDAN_LARGEST_UPLOAD:
        raise Refused("Tệp này quá lớn. Chưa lưu gì. Hãy chọn tệp nhẹ hơn.")
    sha256 = blobs.store(data)
    kept = File.objects.filter(sha256=sha256).first()
    if kept is not None:
        return kept
    file = File.objects.create(
        sha256=sha256,
        name=name[-255:],
        media=mimetypes.guess_type(name)[0] or "application/octet-stream",
        size=len(data),
        text="",
        received_at=at,
        received_by=actor,
    )
    unit = home_unit(actor, timezone.localdate(at))
    record(
        "file.keep", file, actor=actor, at=at, unit_id=unit.pk if unit else None,
        data={"sha256": sha256},
    )  # fmt: skip
    return file
