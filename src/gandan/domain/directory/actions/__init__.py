"""The verbs of the directory: the only writes. Each checks, changes and remembers in one go."""

from gandan.domain.directory.actions.absence import delegate, end_delegation, take_leave
from gandan.domain.directory.actions.accounts import (
    close_account,
    end_grant,
    grant_role,
    machine_account,
    open_account,
    set_password,
)
from gandan.domain.directory.actions.exchange import (
    IDENTIFIER_HEADS,
    PEOPLE_HEADS,
    UNIT_HEADS,
    Row,
    Verdict,
    identifier_rows,
    import_identifiers,
    import_people,
    import_units,
    judge_identifiers,
    judge_people,
    judge_units,
    people_rows,
    rows_of_workbook,
    unit_rows,
)
from gandan.domain.directory.actions.identifiers import (
    add_identifier,
    correct_identifier,
    end_identifier,
)
from gandan.domain.directory.actions.people import add_person, end_post, give_post, hand_over_post
from gandan.domain.directory.actions.restructuring import (
    dissolve_unit,
    merge_units,
    move_unit,
    rename_unit,
    split_unit,
)
from gandan.domain.directory.actions.second_factor import (
    pass_second_factor,
    remove_second_factor,
    set_second_factor,
)
from gandan.domain.directory.actions.territories import Loaded, load_territories
from gandan.domain.directory.actions.units import add_alias, create_unit, place_unit

__all__ = [
    "IDENTIFIER_HEADS",
    "PEOPLE_HEADS",
    "UNIT_HEADS",
    "Loaded",
    "Row",
    "Verdict",
    "add_alias",
    "add_identifier",
    "add_person",
    "close_account",
    "correct_identifier",
    "create_unit",
    "delegate",
    "dissolve_unit",
    "end_delegation",
    "end_grant",
    "end_identifier",
    "end_post",
    "give_post",
    "grant_role",
    "hand_over_post",
    "identifier_rows",
    "import_identifiers",
    "import_people",
    "import_units",
    "judge_identifiers",
    "judge_people",
    "judge_units",
    "load_territories",
    "machine_account",
    "merge_units",
    "move_unit",
    "open_account",
    "pass_second_factor",
    "people_rows",
    "place_unit",
    "remove_second_factor",
    "rename_unit",
    "rows_of_workbook",
    "set_password",
    "set_second_factor",
    "split_unit",
    "take_leave",
    "unit_rows",
]
