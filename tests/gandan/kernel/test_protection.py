"""The database refuses to change the memory, whoever asks through the program's own role."""

import pytest
from django.db import DatabaseError, connection, transaction

from gandan.domain.directory.queries import Account
from gandan.kernel.events import Event, deed, record, verify
from gandan.kernel.protection import guards_stand, limit_role, set_guards
from gandan.kernel.refusal import Refused

from ..conftest import NOW

POSTGRESQL = connection.vendor == "postgresql"
on_postgresql = pytest.mark.skipif(not POSTGRESQL, reason="SQLite has no roles")
CHANGES = [
    "UPDATE kernel_event SET verb = 'x'",
    "DELETE FROM kernel_event",
    "UPDATE kernel_touched SET subject_id = 9",
    "DELETE FROM kernel_touched",
    "UPDATE kernel_anchor SET hash = 'x'",
    "DELETE FROM kernel_anchor",
    *(["TRUNCATE kernel_event CASCADE", "TRUNCATE kernel_anchor"] if POSTGRESQL else []),
]


def run(statement):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def touched(office):
    """A deed on two units: its second part stands in `kernel_touched`."""
    with deed("unit.look"):
        for unit in (office.finance, office.home_affairs):
            record("unit.look", unit, actor=office.head, at=NOW)


def anchored():
    """A row to be attacked, and no check of a foreign key left waiting in the way."""
    run(
        "INSERT INTO kernel_anchor (day, events, hash, made_at) "
        "VALUES ('2026-03-02', 1, 'x', '2026-03-03 00:00:00+00')"
    )
    if POSTGRESQL:
        run("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_written_stays_once_the_guards_stand(office, change):
    if "kernel_touched" in change:  # else it would hold the events by its own key
        touched(office)
    anchored()
    set_guards()
    set_guards()
    assert guards_stand()
    before = Event.objects.count()
    with pytest.raises(DatabaseError, match="append-only"):
        run(change)
    with transaction.atomic():
        record("unit.look", office.finance, actor=office.head, at=NOW)
    assert Event.objects.count() == before + 1
    assert verify() is None


@pytest.mark.parametrize("change", CHANGES[:4])
def test_without_the_guards_the_same_goes_through(office, change):
    """The planted fault."""
    anchored()
    assert not guards_stand()
    run(change)


@pytest.fixture
def program(office):
    """A role as the program has it; it vanishes with the transaction of the test."""
    anchored()
    run("CREATE ROLE gandan_program_under_test LOGIN")
    return "gandan_program_under_test"


ESCAPES = [
    *CHANGES,
    "DROP TABLE kernel_event",
    "ALTER TABLE kernel_event DISABLE TRIGGER ALL",
    "DROP TRIGGER kernel_event_append_only_rows ON kernel_event",
    "ALTER TABLE kernel_event OWNER TO gandan_program_under_test",
    "GRANT ALL ON kernel_event TO gandan_program_under_test",
    "CREATE TABLE public.mine (id int)",
]


@on_postgresql
@pytest.mark.parametrize("escape", ESCAPES)
def test_the_role_of_the_program_reads_and_adds_and_can_do_no_more(office, program, escape):
    """The guards are left out where they would answer first: the rights alone must hold."""
    if escape.startswith("DROP TRIGGER"):
        set_guards()
    limit_role(program)
    office.head.refresh_from_db()
    run(f"SET LOCAL ROLE {program}")
    with transaction.atomic():
        record("unit.look", office.finance, actor=office.head, at=NOW)
    Account.objects.filter(pk=office.head.pk).update(is_active=True)
    if escape.startswith("GRANT"):
        run(escape)  # PostgreSQL warns and grants nothing
        escape = CHANGES[0]
    with pytest.raises(DatabaseError, match=r"permission denied|must be owner"):
        run(escape)


@on_postgresql
def test_a_role_that_owns_the_table_could_and_is_relieved_of_it(office, program):
    """The planted fault: the same role as owner deletes what it likes, until it is limited."""
    run(f"GRANT USAGE, CREATE ON SCHEMA public TO {program}")
    run(f"ALTER TABLE kernel_event OWNER TO {program}")
    with transaction.atomic():
        run(f"SET LOCAL ROLE {program}")
        run("DELETE FROM kernel_event")
        assert not Event.objects.exists()
        transaction.set_rollback(True)
    assert Event.objects.exists()
    limit_role(program)
    run(f"SET LOCAL ROLE {program}")
    with pytest.raises(DatabaseError, match="permission denied"):
        run("DELETE FROM kernel_event")


@on_postgresql
@pytest.mark.parametrize("power", ["SUPERUSER", "CREATEROLE"])
def test_a_role_that_could_free_itself_is_refused(program, power):
    run(f"ALTER ROLE {program} {power}")
    with pytest.raises(Refused, match="Chưa có gì thay đổi"):
        limit_role(program)


@on_postgresql
def test_a_role_that_is_not_there_is_refused(office):
    with pytest.raises(Refused, match="Không có vai trò"):
        limit_role("nobody_of_this_name")


@pytest.mark.skipif(POSTGRESQL, reason="it has roles")
def test_sqlite_says_that_it_has_no_roles(office):
    with pytest.raises(Refused, match="PostgreSQL"):
        limit_role("gandan")
