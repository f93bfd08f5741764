"""Vietnamese first, English second: every string that a page can say has its English."""

import ast
import gettext
import re

import pytest
from django.utils.translation.template import templatize

from architecture.sources import SRC, modules, name, tree

WEB = SRC / "gandan"
ENGLISH = SRC / "gandan/web/locale/en/LC_MESSAGES"
MARKERS = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy", "pgettext"}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w*\}|%[sd]")


def said_in_python():
    for path in modules(WEB):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in MARKERS:
                first = node.args[1 if ast.unparse(node.func).endswith("pgettext") else 0 : 2]
                if first and isinstance(first[0], ast.Constant) and isinstance(first[0].value, str):
                    yield name(path), first[0].value


def said_in_templates():
    """Django's own reading of a template, as it is given to xgettext."""
    literal = re.compile(r"""\bn?(?:gettext|_)\(\s*(u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"))""")
    for path in sorted(WEB.rglob("*.html")):
        for found in literal.finditer(templatize(path.read_text("utf-8"))):
            yield name(path), ast.literal_eval(found[1])


def catalogue():
    with (ENGLISH / "django.mo").open("rb") as file:
        pairs = gettext.GNUTranslations(file)._catalog.items()
    # Of a plural the key is (msgid, number of the form): its first form stands for it.
    return {
        key[0] if isinstance(key, tuple) else key: english
        for key, english in pairs
        if not isinstance(key, tuple) or key[1] == 0
    }


def written():
    """The pairs of the .po file: msgid → msgstr (of a plural, its first form)."""
    text = (ENGLISH / "django.po").read_text("utf-8")
    for block in re.split(r"\n\s*\n", text):
        lines = [line for line in block.splitlines() if not line.startswith("#")]
        fields = re.findall(
            r'^(msgid|msgid_plural|msgstr(?:\[\d\])?)((?:\s*"(?:[^"\\]|\\.)*")+)',
            "\n".join(lines),
            re.M,
        )
        pairs = {
            key: "".join(map(ast.literal_eval, re.findall(r'"(?:[^"\\]|\\.)*"', said)))
            for key, said in fields
        }
        if pairs.get("msgid"):
            yield (
                pairs["msgid"],
                pairs.get("msgstr", pairs.get("msgstr[0]", "")),
                "#, fuzzy" in block,
            )


@pytest.mark.parametrize("found", [said_in_python, said_in_templates], ids=["python", "templates"])
def test_every_string_has_its_english(found):
    known = catalogue()
    missing = sorted(
        {f"{where}: {said}" for where, said in found() if said and not known.get(said)}
    )
    assert missing == []


def test_there_are_strings_to_look_at():
    """A reading that finds nothing would pass the test above."""
    assert len(set(said_in_python())) > 50
    assert len(set(said_in_templates())) > 50


def test_no_english_is_empty_or_guessed():
    assert [said for said, english, fuzzy in written() if fuzzy or not english] == []


def test_the_compiled_catalogue_is_in_step_with_the_written_one():
    """`start.py` needs no gettext tools, so the compiled file is kept: it must not lag behind."""
    assert {said: english for said, english, _ in written()} == {
        said: english for said, english in catalogue().items() if said
    }


def test_placeholders_survive_translation():
    """A lost %(name)s is an error page in one language only."""
    lost = [
        said
        for said, english, _ in written()
        if set(PLACEHOLDER.findall(said)) ^ set(PLACEHOLDER.findall(english))
    ]
    assert lost == []
