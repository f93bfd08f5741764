"""Reading without the child process, where a test is about the reader and not about the door."""

from vanban.input import Limits, Source, detect, readers
from vanban.input.order import Order


def open_here(data: bytes, name: str, limits: Limits | None = None) -> Source:
    """As `vanban.input.open_source`, in this process: half a second faster."""
    return readers.read(data, detect.media_of(data, name), Order(name, limits=limits or Limits()))
