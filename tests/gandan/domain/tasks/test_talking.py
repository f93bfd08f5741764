"""People talk about a task where it stands; nobody is told of what they may not read."""

import pytest

from gandan.domain.tasks import actions
from gandan.domain.tasks.access import Denied
from gandan.domain.tasks.models import Comment
from gandan.kernel.refusal import Refused

from ...conftest import NOW


def test_a_comment_tells_those_it_names(task, office):
    said = actions.comment(task, "Nhờ @officer, @other_head xem giúp.", actor=office.head, at=NOW)
    assert set(said.mentions.all()) == {office.officer, office.other_head}


def test_an_address_of_mail_names_nobody(task, office):
    said = actions.comment(task, "Gửi về a@officer.vn", actor=office.head, at=NOW)
    assert not said.mentions.exists()


@pytest.mark.parametrize("name", ["reader", "khong-co"])
def test_nobody_is_told_of_a_task_that_they_may_not_read(task, office, name):
    with pytest.raises(Refused, match=f"@{name}"):
        actions.comment(task, f"Nhờ @{name} xem", actor=office.head, at=NOW)
    assert not Comment.objects.exists()


def test_who_may_not_read_says_and_follows_nothing(task, office):
    with pytest.raises(Denied):
        actions.comment(task, "x", actor=office.reader, at=NOW)
    with pytest.raises(Denied):
        actions.subscribe(task, actor=office.reader, at=NOW)


def test_following_twice_is_once_and_can_be_ended(task, office):
    actions.subscribe(task, actor=office.clerk, at=NOW)
    actions.subscribe(task, actor=office.clerk, at=NOW)
    assert task.subscriptions.count() == 1
    actions.unsubscribe(task, actor=office.clerk, at=NOW)
    assert not task.subscriptions.exists()
