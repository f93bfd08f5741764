"""Finding duties takes time in proportion to the text, however odd the text."""

import time

import pytest

from vanban.facts import duty
from vanban.facts.context import Context
from vanban.layout.page import Layout
from vanban.model import Block, Span

ODD = {
    "a list of bodies that never ends": "Sở Nội vụ, ",
    "a verb that never finds its object": "phối hợp với ",
    "requests to nobody": "Giao ",
    "dates upon dates": "trước ngày 30/6/2026, ",
    "sentences without end": "Sở Nội vụ báo cáo. ",
    "brackets in a row": "(Giao Sở Nội vụ) ",
    "colons in a row": "Chủ trì: Sở Nội vụ; ",
    "names of persons": "Đồng chí Nguyễn Văn ",
    "conditions": "khi có việc, cơ quan phát hiện vấn đề ",
    "events that have no day": "tổ chức họp 1/2026 trong năm ",
    "places": "UBND các xã Bản Lang, Bản Khoang, ",
}


def seconds(text: str) -> float:
    block = Block("paragraph", "body", Span(0, len(text)))
    page = Layout(text, block.span, (block,))
    started = time.process_time()
    duty.find(page, Context())
    return time.process_time() - started


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD.keys())
def test_four_times_the_text_takes_no_more_than_some_four_times_as_long(odd):
    small, large = odd * 400, odd * 1600
    seconds(small)
    least = max(min(seconds(small) for _ in range(3)), 0.002)
    assert seconds(large) < 10 * least + 0.05
