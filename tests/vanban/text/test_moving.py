"""One function moves every span of every fact."""

from vanban.model import Block, Document, Header, Reference, Signer, Span
from vanban.text.moving import moved


def test_spans_move_however_deep_they_lie_and_nothing_else_changes():
    document = Document(
        span=Span(0, 9),
        header=Header(
            number="5/KH-UBND",
            signers=(Signer("An", span=Span(1, 2)),),
            spans={"number": Span(3, 4)},
        ),
        references=(Reference(Span(5, 6), "Luật", "Luật", None),),
        blocks=(Block("row", "body", Span(7, 8), cells=(Span(7, 8),), label_span=Span(6, 7)),),
    )
    shifted = moved(document, lambda span: Span(span.start + 10, span.end + 10))
    assert shifted.span == Span(10, 19)
    assert shifted.header.number == "5/KH-UBND"
    assert shifted.header.signers[0].span == Span(11, 12)
    assert shifted.header.spans["number"] == Span(13, 14)
    assert shifted.references[0].span == Span(15, 16)
    assert shifted.blocks[0].cells == (Span(17, 18),)
    assert shifted.blocks[0].label_span == Span(16, 17)
    assert moved(shifted, lambda span: Span(span.start - 10, span.end - 10)) == document
