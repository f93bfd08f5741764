"""One field finds what people ask for, documents, duties and units, and shows only what one may see."""

from __future__ import annotations

import pytest

from gandan.domain.petitions import actions as petitions
from gandan.domain.petitions.actions import Origin
from gandan.domain.tasks import actions as tasks

from ...conftest import NOW, TODAY


def ask(desk, who, where):
    answer = desk.client(who).get(where)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def said(desk, settings, tmp_path):
    """A petition and a duty of the same words, in two units."""
    settings.GANDAN_DATA = tmp_path  # an index of its own: another knows what was undone
    petition = petitions.receive(
        "Đường vào bản Nà Lốc bị sạt lở", Origin("letter"), said_on=TODAY,
        unit=desk.office.home_affairs, actor=desk.office.clerk, at=NOW,
    )  # fmt: skip
    duty = tasks.assign(
        "Khắc phục đường bị sạt lở", lead=desk.office.finance, actor=desk.office.clerk, at=NOW
    )
    return petition, duty


def test_every_kind_is_found_at_once_without_accents(desk, said):
    page = ask(desk, "clerk", "/find/?q=sat+lo")
    assert said[0].text in page
    assert said[1].text in page


def test_one_kind_is_found_page_by_page(desk, said):
    for at in range(30):
        tasks.assign(f"Sạt lở {at}", lead=desk.office.finance, actor=desk.office.clerk, at=NOW)
    everything = ask(desk, "clerk", "/find/?q=sat+lo")
    assert "/find/?q=sat%20lo&amp;kind=task" in everything
    second = ask(desk, "clerk", "/find/?q=sat+lo&kind=task&page=2")
    assert "26–31" in second
    assert said[0].text not in second


def test_a_petition_of_another_unit_is_not_found_and_not_counted(desk, said):
    page = ask(desk, "other_head", "/find/?q=sat+lo+na+loc")
    assert said[0].text not in page
    assert "Kiến nghị <span" not in page


@pytest.mark.parametrize("where", ["/find/", "/find/?q=", "/find/?q=khongcogi&kind=petition"])
def test_an_empty_answer_says_what_to_do(desk, where):
    assert "empty" in ask(desk, "clerk", where)
