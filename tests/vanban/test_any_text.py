"""Whatever the bytes are: a refusal or a reading, and every span of it quotes the text."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import vanban
from vanban.input import Source
from vanban.model import Reading, Span

# Pieces of official writing, whole and broken, put together in any order.
PIECES = st.sampled_from(
    (
        "KẾ HOẠCH", "QUYẾT ĐỊNH:", "Điều 1.", "Điều 2. Sở Nội vụ", "PHỤ LỤC", "Nơi nhận:", "- Lưu: VT", "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH", "Lò Văn An", "Số: 12/KH-UBND", "Số 05-NQ/ĐU", "Kính gửi:", "V/v báo cáo", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Lam Giang, ngày 05 tháng 02 năm 2026", "ngày 31/02/2026", "trước ngày 30/4/2026", "quý II", "hằng năm", "1.", "1.1.", "a)", "-", "+",
        "(1)", "I.", "II. TỔ CHỨC", "Sở Nội vụ chủ trì, phối hợp với", "UBND các xã", "báo cáo", "Luật Đất đai năm 2024", "Căn cứ Quyết định số 1/QĐ-TTg",
        "kèm theo Kế hoạch số 9/KH-UBND", "của Ủy ban nhân dân tỉnh", "Kế hoạch này", "Kế hoạch nêu trên", "38 cuộc với 1.330 cử tri",
        "STT\tNội dung\tĐơn vị chủ trì", "1\tRà soát\tSở Y tế", "|", "**", "*", "<b>", "---", "“", "”", "(", ")", ";", ":", ".", "./.", ",", "/", "–",
        "ủy2", "1 Ghi chú", "uỷ ban", "hoà", "e\u0301", "\u200b", "\u00a0", "\r", "\f", "\t", "   ", "\n", "\n\n", "𝟙", "İ", "ß", "Ð", "0", "99999999999",
    )
)  # fmt: skip
WRITING = st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=60).flatmap(
    lambda pieces: st.lists(
        st.sampled_from((" ", "\n", "")), min_size=len(pieces), max_size=len(pieces)
    ).map(lambda gaps: "".join(a + b for a, b in zip(pieces, gaps, strict=True)))
)
MANY = settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))


@MANY
@given(st.one_of(st.binary(max_size=400), WRITING.map(str.encode)))
def test_bytes_are_read_or_refused(data):
    with suppress(vanban.Rejected):
        holds_together(vanban.read(data, "a.txt", ocr=False))


@MANY
@given(WRITING)
def test_a_text_is_read_whatever_it_says(text):
    holds_together(vanban.read_source(Source("a.txt", "text/plain", text)))


@pytest.mark.parametrize("text", ["", "\n", "\f", "|", "\t\t", "- ", "1.", "Nơi nhận:"])
def test_a_text_that_says_nothing_gives_no_fact(text):
    reading = vanban.read_source(Source("a.txt", "text/plain", text))
    holds_together(reading)
    assert not any(one.duties or one.references for one in reading.documents)


def holds_together(reading: Reading) -> None:
    """Every span lies in the text; documents part it; a mention and a duty quote their words."""
    assert reading.documents
    assert reading.documents[0].span.start == 0
    assert reading.documents[-1].span.end == len(reading.text)
    for before, after in zip(reading.documents, reading.documents[1:], strict=False):
        assert before.span.end == after.span.start
    for document in reading.documents:
        for span in spans_of(document):
            assert 0 <= span.start <= span.end <= len(reading.text), span
        for fact in (*document.references, *document.duties, *document.report_duties):
            assert document.span.contains(fact.span)
            assert fact.span.of(reading.text).strip()
        for mention in document.references:
            assert letters(mention.text) == letters(mention.span.of(reading.text))


def spans_of(value: object) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_of(item)
    elif isinstance(value, dict):
        yield from spans_of(tuple(value.values()))
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from spans_of(getattr(value, field.name))


def letters(words: str) -> str:
    """The words as cleaning leaves them, without blanks and marks of emphasis."""
    from vanban.text.cleaning import clean

    return "".join(clean(words).written.replace("*", "").split())
