"""A zip gives its documents one by one, under names that can harm nobody."""

import io
import unicodedata
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.input import Limits, Rejected, open_all, open_source
from vanban.input.archive import harmless


def zipped(*members: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def test_a_zip_of_several_gives_each_with_the_zips_inside_it_opened():
    inner = zipped(("c.txt", b"ba"))
    data = zipped(
        ("a.txt", b"mot"), ("thu muc/b.txt", b"hai"), ("x.zip", inner), ("__MACOSX/a", b"")
    )
    assert open_all(data, "gói.zip") == [
        ("a.txt", b"mot"),
        ("thu muc/b.txt", b"hai"),
        ("x.zip/c.txt", b"ba"),
    ]


def test_a_file_that_is_no_zip_is_given_as_it_is():
    assert open_all(b"chu", "a.txt") == [("a.txt", b"chu")]


def test_a_file_that_no_reader_takes_is_given_too_and_refused_when_it_is_opened():
    cut = zipped(("a.txt", b"a" * 9_000))[:-60]
    assert open_all(cut, "a.zip") == [("a.zip", cut)]
    with pytest.raises(Rejected) as caught:
        open_source(cut, "a.zip")
    assert caught.value.code == "damaged"


def test_a_zip_of_one_document_is_that_document_and_of_several_is_refused():
    assert open_source(zipped(("a.txt", "chữ".encode())), "a.zip").text == "chữ"
    with pytest.raises(Rejected) as caught:
        open_source(zipped(("a.txt", b"a"), ("b.txt", b"b")), "a.zip")
    assert caught.value.code == "several-files"


def nested(depth: int) -> bytes:
    data = zipped(("a.txt", b"a"))
    for _ in range(depth):
        data = zipped(("a.zip", data))
    return data


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (nested(6), "bomb"),
        (zipped(("zeros", bytes(60 << 20))), "bomb"),
        (zipped(*((f"{n}.txt", b"a") for n in range(5_001))), "bomb"),
        (zipped(("thư mục/", b"")), "nothing-inside"),
    ],
)
def test_bombs_and_broken_archives_are_refused(data, code):
    with pytest.raises(Rejected) as caught:
        open_all(data, "a.zip")
    assert caught.value.code == code


def test_many_members_may_not_add_up_to_more_than_the_limit():
    data = zipped(*((f"{n}.txt", bytes(1 << 20)) for n in range(4)))
    with pytest.raises(Rejected):
        open_all(data, "a.zip", limits=Limits(unpacked_bytes=3 << 20))


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        "/etc/passwd",
        "C:\\Windows\\a.dll",
        "a\x00b.txt",
        "a\r\nb.txt",
        "\u202etxt.exe",
        "..",
        "x" * 300 + ".docx",
    ],
)
def test_names_that_lead_elsewhere_become_mere_names(name):
    said = harmless(name)
    assert not said.startswith(("/", ".."))
    assert ".." not in said.split("/")
    assert len(said) <= 120
    assert not any(unicodedata.category(char).startswith("C") for char in said)


@given(st.text())
def test_a_harmless_name_stays_as_it_is(name):
    assert harmless(harmless(name)) == harmless(name)
    assert harmless(name)
    assert unicodedata.is_normalized("NFC", harmless(name))
