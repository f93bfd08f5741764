"""The verbs of the directory: the only writes. Each checks, changes and remembers in one go."""

from gandan.domain.directory.actions.accounts import (
    close_account,
    end_grant,
    grant_role,
    machine_account,
    open_account,
    set_password,
)
from gandan.domain.directory.actions.people import add_person, end_post, give_post
from gandan.domain.directory.actions.restructuring import (
    dissolve_unit,
    merge_units,
    move_unit,
    rename_unit,
    split_unit,
)
from gandan.domain.directory.actions.units import add_alias, create_unit

__all__ = [
    "add_alias",
    "add_person",
    "close_account",
    "create_unit",
    "dissolve_unit",
    "end_grant",
    "end_post",
    "give_post",
    "grant_role",
    "machine_account",
    "merge_units",
    "move_unit",
    "open_account",
    "rename_unit",
    "set_password",
    "split_unit",
]
