"""Run by test_killed_campaign: load the workbook of a campaign in children that are killed, then once
to the end. Arguments: the workbook, the number of kills. Prints one JSON object."""

from __future__ import annotations

import json
import random
import sys
from datetime import date
from pathlib import Path

from gandan.cli.setup import setup

setup()

from django.core.management import call_command  # noqa: E402
from django.utils import timezone  # noqa: E402
from killing import do_and_be_killed  # noqa: E402

from gandan.domain.directory.actions import create_unit, machine_account  # noqa: E402
from gandan.domain.meetings.actions import load_sheet, loading, open_campaign  # noqa: E402
from gandan.domain.meetings.models import Meeting  # noqa: E402
from gandan.domain.meetings.queries import campaign_named, rows_of_sheet  # noqa: E402
from gandan.kernel.events import Event, verify  # noqa: E402

NAME = "Vận động bầu cử"
loading.CHUNK = 2  # many commits, so that many kills come between two of them


def office() -> None:
    call_command("migrate", verbosity=0)
    machine = machine_account(timezone.now())
    unit = create_unit(
        code="FRONT", name="Ủy ban MTTQ Việt Nam tỉnh Hồng Lĩnh", kind="front", level="province",
        parent=None, actor=machine, at=timezone.now(),
    )  # fmt: skip
    open_campaign(
        NAME, "election", unit, date(2026, 2, 1), date(2026, 3, 1),
        actor=machine, at=timezone.now(),
    )  # fmt: skip


def load(data: bytes) -> None:
    rows = rows_of_sheet(data, NAME)
    campaign = campaign_named(NAME)
    assert campaign is not None
    load_sheet(rows, campaign, actor=machine_account(timezone.now()), now=timezone.now)


def main(path: Path, kills: int) -> None:
    office()
    data, chance = path.read_bytes(), random.Random(5)
    died, growth = 0, []
    for _ in range(kills):
        died += do_and_be_killed(lambda: load(data), chance.randint(1, 60), 30.0)
        growth.append(Meeting.objects.count())
    load(data)
    places = sorted(Meeting.objects.values_list("place", flat=True))
    told = [event.data["stored"] for event in Event.objects.filter(verb="campaign.load")]
    sys.stdout.write(
        json.dumps(
            {"died": died, "growth": growth, "places": places, "told": sum(told),
             "unbroken": verify() is None}
        )
    )  # fmt: skip


main(Path(sys.argv[1]), int(sys.argv[2]))
