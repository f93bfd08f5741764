"""The result of a check as a file to keep: Word with comments, JSON, SARIF."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from vanban.model import Finding, Reading
from vanban.output.annotated import annotated_docx
from vanban.output.findings import findings_object
from vanban.output.sarif import to_sarif

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FORMS = {"docx": WORD, "json": "application/json", "sarif": "application/sarif+json"}
# Browsers refuse addresses of more than 2 MB; base64 makes four bytes out of three.
_LARGEST_IN_A_LINK = 1_500_000


@dataclass(frozen=True, slots=True)
class Checked:
    """A text, its findings, and the bytes of the file they were found in."""

    reading: Reading
    findings: Sequence[Finding]
    data: bytes

    def name(self, form: str) -> str:
        """ "ke-hoach.docx" → "ke-hoach-da-soat.docx" """
        return f"{PurePath(self.reading.source).stem}-da-soat.{form}"

    def file(self, form: str) -> bytes:
        """The bytes of one form. A DOCX keeps its own look, anything else is written out plain."""
        if form == "docx":
            return annotated_docx(self.reading, self.findings, self._own_word_file())
        if form == "sarif":
            said: object = to_sarif([(self.reading.source, self.reading, tuple(self.findings))])
        else:
            said = findings_object(self.reading.source, self.reading, self.findings)
        return json.dumps(said, ensure_ascii=False, indent=1).encode()

    def link(self, form: str) -> str:
        """The file inside the address itself: what was only checked is kept nowhere."""
        made = self.file(form)
        if form == "docx" and len(made) > _LARGEST_IN_A_LINK:
            made = annotated_docx(self.reading, self.findings)
        return f"data:{FORMS[form]};base64,{b64encode(made).decode()}"

    def _own_word_file(self) -> bytes | None:
        return self.data if self.reading.media == "docx" else None
