"""Finding duties takes time in proportion to the text, however odd the text."""

import pytest

from growth import grows_too_fast
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


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD.keys())
def test_four_times_the_text_takes_no_more_than_some_four_times_as_long(odd):
    def find(length):
        text = odd * (length // len(odd))
        block = Block("paragraph", "body", Span(0, len(text)))
        return duty.find(Layout(text, block.span, (block,)), Context())

    assert not grows_too_fast(find, 8_000)
