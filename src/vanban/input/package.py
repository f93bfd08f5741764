"""Zip archives opened without trusting what they say of themselves."""

from __future__ import annotations

import io
import zipfile
import zlib

from vanban.input.limits import MEGABYTE, Limits
from vanban.input.refusals import refused


class Package:
    """The members of a zip, each read at most to its declared size, all within one budget."""

    def __init__(self, data: bytes, limits: Limits, kind: str) -> None:
        self._kind = kind
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            members = self._zip.infolist()
        except Exception as error:
            raise refused("damaged", kind=kind) from error
        if len(members) > limits.entries:
            raise refused("bomb")
        if sum(member.file_size for member in members) > limits.unpacked_bytes:
            raise refused("bomb")
        if any(_expands_too_far(member, limits) for member in members):
            raise refused("bomb")
        if any(member.flag_bits & 1 for member in members):
            raise refused("encrypted")
        self.names: tuple[str, ...] = tuple(member.filename for member in members)
        self._held = frozenset(self.names)

    def __contains__(self, name: str) -> bool:
        return name in self._held

    def read(self, name: str) -> bytes:
        """The bytes of one member. Raises `Rejected` where it is damaged."""
        try:
            with self._zip.open(name) as member:
                return member.read(self._zip.getinfo(name).file_size)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, KeyError) as error:
            raise refused("damaged", kind=self._kind) from error
        except (NotImplementedError, RuntimeError, ValueError) as error:
            raise refused("damaged", kind=self._kind) from error


def _expands_too_far(member: zipfile.ZipInfo, limits: Limits) -> bool:
    large = member.file_size > 4 * MEGABYTE
    return large and member.file_size > limits.ratio * max(member.compress_size, 1)
