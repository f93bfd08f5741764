"""edXML envelopes (QCVN 102:2016/BTTTT): documents and status messages between offices."""

from vanban.input.edxml.reader import read
from vanban.input.edxml.trusted import trusted

__all__ = ["read", "trusted"]
