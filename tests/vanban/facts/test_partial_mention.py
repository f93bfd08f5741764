"""A document named by its kind alone is resolved, or said to be ambiguous; it is no reference."""

import pytest

import vanban

TEXT = """QUYẾT ĐỊNH
Về việc ban hành Quy chế phối hợp

Căn cứ Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND tỉnh, như sau:

I. NỘI DUNG
1. {body}
"""


def partial(body):
    text = TEXT.format(body=body)
    (document,) = vanban.read(text.encode(), "a.txt").documents
    return [
        (one.text, one.means, [span.of(text) for span in one.mentions])
        for one in document.partial_mentions
    ]


FIRST = "Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND tỉnh"
SECOND = "Kế hoạch số 15/KH-UBND ngày 09/02/2026"


@pytest.mark.parametrize(
    ("body", "means", "mentions"),
    [
        ("Quyết định này có hiệu lực từ ngày ký.", "self", []),
        ("Các đơn vị thực hiện Quy chế này.", "self", []),
        ("Sở Nội vụ theo dõi việc thực hiện Kế hoạch nêu trên.", "reference", [FIRST]),
        ("Sở Nội vụ theo dõi việc thực hiện Kế hoạch trên.", "reference", [FIRST]),
        (f"Theo {SECOND}, các xã thực hiện Kế hoạch này.", "reference", [SECOND]),
        (f"Theo {SECOND}, các xã thực hiện Kế hoạch nói trên.", "ambiguous", [FIRST, SECOND]),
        (f"Theo {SECOND}, các xã thực hiện các Kế hoạch nói trên.", "reference", [FIRST, SECOND]),
        ("Sở Nội vụ sơ kết Chỉ thị nêu trên.", "unknown", []),
    ],
)
def test_it_means_what_was_named_before_or_the_document_itself(body, means, mentions):
    ((_, said, spans),) = partial(body)
    assert (said, spans) == (means, mentions)


def test_the_same_document_named_twice_is_one():
    again = "Kế hoạch số 12/KH-UBND đã rõ; các xã thực hiện Kế hoạch nêu trên."
    ((_, means, mentions),) = partial(again)
    assert (means, mentions) == ("reference", [FIRST])


@pytest.mark.parametrize(
    "body", ["Kế hoạch trên địa bàn tỉnh.", "Chương trình trên cơ sở tự nguyện."]
)
def test_a_place_or_a_ground_is_no_mention(body):
    assert partial(body) == []


def test_a_verb_is_no_mention():
    assert partial("Mức chi quy định nêu trên là mức tối đa.") == []
