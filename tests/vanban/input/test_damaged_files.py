"""Damaged files of every kind are read or refused: nothing else escapes, nothing hangs.

The same injuries run over 10,000 files in `bench/fuzz_input.py`; its last outcome is recorded in
`docs/decisions/0011-parsing-in-a-child.md`.
"""

import random
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "bench"))

from mutate import damaged, originals

from vanban.input import Limits, Rejected, detect, open_source, readers
from vanban.input.order import Order
from vanban.input.render import picture

SOUND = originals()
MANY = 100
LEAST = 0.02


@pytest.mark.parametrize("name", sorted(SOUND))
@pytest.mark.filterwarnings("ignore")
def test_forty_damaged_files_of_a_kind_are_read_or_refused_and_cost_no_more_than_many_sound_ones(
    name,
):
    allowed = MANY * max(LEAST, seconds(SOUND[name], name))
    for number in range(40):
        data = damaged(SOUND[name], random.Random(f"{name} {number}"))
        assert seconds(data, name) < allowed, number


def seconds(data, name):
    """Of the processor: a slow machine is slow for the sound file too."""
    begun = time.process_time()
    with suppress(Rejected):
        media = detect.media_of(data, name) if data else "txt"
        if media == "image":
            picture(data, media, 1, 72, Limits())
        else:
            readers.read(data, media, Order(name, ocr=False))
    return time.process_time() - begun


@pytest.mark.parametrize("name", sorted(SOUND))
def test_a_damaged_file_comes_through_the_door_as_a_source_or_a_refusal(name):
    with suppress(Rejected):
        open_source(damaged(SOUND[name], random.Random(name)), name, ocr=False)


def test_the_sound_files_are_read():
    """Else the two tests above would only try the refusals."""
    for name, data in SOUND.items():
        media = detect.media_of(data, name)
        if media not in ("image", "zip"):
            assert readers.read(data, media, Order(name, ocr=False)).text
