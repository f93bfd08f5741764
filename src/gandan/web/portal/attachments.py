"""Files that the public sends: opened under the limits of all files before any of them is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from gandan.kernel.refusal import Refused
from vanban.input import Rejected, open_source, render_page

MOST = 3
LARGEST = 10_000_000  # bytes of one
_KINDS = frozenset({"image", "pdf", "docx", "doc", "txt"})


@dataclass(frozen=True, slots=True)
class Opened:
    """A file whose bytes are what a reader of documents or pictures can open; `text` is what it says."""

    name: str
    data: bytes
    text: str


def opened(files: Sequence[UploadedFile[Any]]) -> list[Opened]:
    """Each file read by the parsers of all files, in their child process; raises Refused, with a sentence,
    for the first that is too large, too many or not to be opened."""
    if len(files) > MOST:
        raise Refused(_("Có hơn 3 tệp. Chưa gửi gì. Hãy chọn nhiều nhất 3 tệp."))
    return [_open(file) for file in files]


def _open(file: UploadedFile[Any]) -> Opened:
    name = file.name or "tep"
    if (file.size or 0) > LARGEST:
        raise Refused(
            _("“%(name)s” lớn hơn 10 MB. Chưa gửi gì. Hãy chọn ảnh hoặc tệp nhẹ hơn.")
            % {"name": name}
        )
    data = file.read()
    try:
        source = open_source(data, name)
    except Rejected as refusal:
        if refusal.code == "no-text" and _is_picture(data, name):
            return Opened(name, data, "")  # a photograph of a road says no words
        raise Refused(
            _("Không mở được “%(name)s”. Chưa gửi gì. Hãy chọn tệp khác hoặc gửi không kèm tệp.")
            % {"name": name}
        ) from None
    if source.media not in _KINDS:
        raise Refused(
            _(
                "“%(name)s” không phải ảnh, .pdf, .docx, .doc hay .txt. Chưa gửi gì. Hãy chọn tệp khác."
            )
            % {"name": name}
        )
    return Opened(name, data, source.text)


def _is_picture(data: bytes, name: str) -> bool:
    """Whether the child can draw it: then it is a picture, whatever its name says."""
    try:
        return bool(render_page(data, name, 1, 20))
    except Rejected:
        return False
