"""`gandan petitions clocks`, as a script calls it."""

from __future__ import annotations

import json

import pytest

from gandan.cli import main
from gandan.domain.petitions import actions
from gandan.domain.petitions.actions import Origin

from ..conftest import NOW, TODAY


@pytest.fixture
def case(office):
    head = office.person("home_head", "head", "home_affairs")
    one = actions.receive(
        "Ông Lò Văn Giả Định đề nghị xem lại quyết định.", Origin("letter"), said_on=TODAY,
        unit=office.home_affairs, actor=head, at=NOW,
    )  # fmt: skip
    for term in ("complaint.first", "complaint.send"):
        actions.start_clock(one, term, TODAY, actor=head, at=NOW)
    return one


def rows(capsys, *args):
    assert main(["petitions", "clocks", "--json", *args]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(
    ("args", "terms"),
    [
        ((), ["complaint.send", "complaint.first"]),
        (("--unit", "HOME_AFFAIRS"), ["complaint.send", "complaint.first"]),
        (("--unit", "COMMITTEE"), ["complaint.send", "complaint.first"]),
        (("--unit", "Sở Tài chính"), []),
        (("--overdue", "--as-of", "2026-03-06"), ["complaint.send"]),
        (("--overdue", "--as-of", "2026-03-05"), []),
    ],
)
def test_filters(case, capsys, args, terms):
    assert [row["term"] for row in rows(capsys, *args)] == terms


def test_a_row_says_the_number_of_the_case_and_nothing_of_who_asked(case, capsys):
    said = rows(capsys, "--as-of", "2026-03-31")[1]
    assert (said["case"], said["due"], said["days_left"]) == (case.pk, "2026-04-01", 1)
    assert (said["unit_code"], said["state"]) == ("HOME_AFFAIRS", "running")
    main(["petitions", "clocks"])
    out = json.dumps(said, ensure_ascii=False) + capsys.readouterr().out
    assert "Giả Định" not in out
    assert case.code not in out


def test_an_unknown_unit_is_said_in_one_sentence(case, capsys):
    assert main(["petitions", "clocks", "--unit", "KHÔNG CÓ"]) == 1
    assert "Danh bạ không có đơn vị" in capsys.readouterr().err
