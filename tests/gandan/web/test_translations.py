"""Every sentence of the interface exists in both languages, and neither leaks into the other."""

from __future__ import annotations

import ast
import gettext
import re
from pathlib import Path

import pytest
from django.contrib.auth.password_validation import MinimumLengthValidator
from django.core.exceptions import ValidationError
from django.urls import reverse

import gandan.web
from gandan.domain.directory import queries as directory
from gandan.domain.registry import queries as registry
from gandan.domain.tasks import queries as tasks
from gandan.domain.tasks import states
from gandan.web.desk import terms

WEB = Path(gandan.web.__file__).parent
LOCALE = WEB / "locale"
VIETNAMESE = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]")
TAGS = re.compile(r"<(script|style)\b.*?</\1>|<[^>]+>", re.S)


def entries(language: str) -> dict[str, list[str]]:
    """msgid → its translations, read from the source that translators edit."""
    found: dict[str, list[str]] = {}
    text = (LOCALE / language / "LC_MESSAGES" / "django.po").read_text()
    for block in text.split("\n\n"):
        parts = {
            key: "".join(map(ast.literal_eval, re.findall(r'"(?:[^"\\]|\\.)*"', said)))
            for key, said in re.findall(
                r'^(msg[a-z_]+(?:\[\d\])?) ((?:"(?:[^"\\]|\\.)*"\s*)+)', block, re.M
            )
        }
        if parts.get("msgid"):
            found[parts["msgid"]] = [v for k, v in parts.items() if k.startswith("msgstr")]
    return found


def msgids_in_use() -> set[str]:
    """What templates and modules of the web ask to be translated."""
    found: set[str] = set()
    for path in WEB.rglob("*.html"):
        text = path.read_text()
        found |= {m[1] for m in re.findall(r"""\{% translate (["'])(.*?)\1""", text)}
        found |= set(re.findall(r'_\("([^"]+)"\)', text))
    for path in WEB.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            named = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            if named and node.func.id in {"_", "gettext", "gettext_lazy", "ngettext"}:
                found |= {
                    a.value for a in node.args
                    if isinstance(a, ast.Constant) and isinstance(a.value, str)
                }  # fmt: skip
    return found


def test_every_sentence_has_its_english():
    known = entries("en")
    assert {words for words in msgids_in_use() if words not in known} == set()
    assert {words for words, said in known.items() if not all(said)} == set()


def test_english_is_english():
    own_name = "Gần Dân"
    left = {w: [x.replace(own_name, "") for x in said] for w, said in entries("en").items()}
    assert {w: said for w, said in left.items() if any(map(VIETNAMESE.search, said))} == {}


def test_what_is_filled_in_is_the_same_in_both_languages():
    def holes(words):
        return set(re.findall(r"%\(\w+\)[sd]|%[sd]", words))

    wrong = {w: s for w, s in entries("en").items() if any(holes(w) != holes(x) for x in s)}
    assert wrong == {}


@pytest.mark.parametrize("language", ["en", "vi"])
def test_what_the_program_loads_is_what_translators_wrote(language):
    """The compiled file is in step with its source."""
    with (LOCALE / language / "LC_MESSAGES" / "django.mo").open("rb") as file:
        loaded = gettext.GNUTranslations(file)
    for words, said in entries(language).items():
        one = loaded.ngettext(words, words, 1) if len(said) > 1 else loaded.gettext(words)
        assert one in said or loaded.ngettext(words, words, 5) in said, words


@pytest.mark.parametrize(
    "choices",
    [
        directory.Role, directory.UnitKind, directory.Level, directory.UnitName.Kind,
        directory.UnitEvent.Kind, registry.FactKind, registry.Reference.Role, registry.Secrecy,
        tasks.Recurrence, tasks.Priority,
    ],
    ids=lambda choices: choices.__qualname__,
)  # fmt: skip
def test_every_word_of_the_domain_that_pages_show_can_be_translated(choices):
    assert {label for label in choices.labels if label not in entries("en")} == set()


def test_every_step_and_every_verb_has_its_words():
    assert {step.label for step in states.TABLE} <= set(entries("en"))
    assert {f"task.{step.verb}" for step in states.TABLE} <= {*terms.EVENTS}


def words_of(html: str) -> str:
    return re.sub(r"\s+", " ", TAGS.sub(" ", html))


def test_no_english_sentence_stands_on_a_vietnamese_page(desk):
    english = {
        s for said in entries("en").values() for s in said if len(s.split()) > 1 and "%" not in s
    }
    for who, path in pages(desk):
        seen = words_of(desk.client(who).get(path).content.decode())
        assert {sentence for sentence in english if sentence in seen} == set(), path


def test_an_english_page_says_nothing_of_its_own_in_vietnamese(desk):
    """Names, quotes and documents stay as they are; headings, labels and buttons do not."""
    for who, path in pages(desk):
        client = desk.client(who)
        client.post(reverse("set_language"), {"language": "en", "next": "/"})
        html = client.get(path).content.decode()
        own = re.findall(r"<(?:h2|dt|button|label|th|summary)\b[^>]*>(.*?)</", html, re.S)
        said = {words_of(each).strip() for each in own} - {"Tiếng Việt"}
        ours = {each for each in said if each in entries("en") and entries("en")[each] != [each]}
        assert ours == set(), path


def pages(desk):
    return [
        ("clerk", "/"), ("clerk", "/documents/"), ("clerk", "/documents/upload/"),
        ("clerk", reverse("document", args=[desk.document.pk])),
        ("other_head", reverse("task", args=[desk.task.pk])), ("clerk", "/units/"),
        ("clerk", reverse("unit", args=[desk.office.finance.pk])), ("admin", "/accounts/"),
        ("admin", "/ui/"), ("head", "/me/"),
    ]  # fmt: skip


def test_what_django_says_of_a_short_password_is_vietnamese():
    with pytest.raises(ValidationError) as refused:
        MinimumLengthValidator(10).validate("ngan")
    assert refused.value.messages == ["Mật khẩu quá ngắn: phải có ít nhất 10 ký tự."]


def test_the_leak_would_be_seen():
    """The planted fault: the search for English finds it where it stands."""
    assert "Sign out" in words_of("<button>Sign\n out</button>")
