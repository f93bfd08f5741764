"""What the index holds of a thing."""

from __future__ import annotations

from functools import cache

import tantivy

FACETS = ("kind", "field", "level", "place", "year", "state")

SHAPE = 2
"""Raised whenever the fields change: an index of another shape is written anew."""

# Everything is folded and cut into words before it comes here: one blank stands between two.
_WORDS = "words"
_EXACT = "raw"


@cache
def schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("subject", stored=True, tokenizer_name=_EXACT, index_option="basic")
    builder.add_text_field("accented", tokenizer_name=_WORDS, index_option="freq")
    builder.add_text_field("folded", tokenizer_name=_WORDS, index_option="freq")
    builder.add_text_field("pairs", tokenizer_name=_WORDS, index_option="basic")
    builder.add_text_field("doors", tokenizer_name=_EXACT, index_option="basic")
    for facet in FACETS:
        builder.add_text_field(facet, tokenizer_name=_EXACT, index_option="basic", fast=True)
    return builder.build()


def analyzer() -> tantivy.TextAnalyzer:
    return tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()


def register(index: tantivy.Index) -> tantivy.Index:
    index.register_tokenizer(_WORDS, analyzer())
    return index
