"""Run by test_killed_reread: read a folder in, then read it again in children that are killed.

Arguments: the folder, the number of kills, a seed. Prints one JSON object: how often a child died
while it was reading, how far they came, and what the registry holds in the end.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

from gandan.cli.setup import setup

setup()

from django.core.management import call_command  # noqa: E402
from django.utils import timezone  # noqa: E402
from killing import do_and_be_killed  # noqa: E402

from gandan.domain.directory.actions import machine_account  # noqa: E402
from gandan.domain.registry import actions  # noqa: E402
from gandan.domain.registry.models import Fact, File, Reading, Reference  # noqa: E402
from gandan.domain.registry.queries import READER  # noqa: E402
from gandan.jobs.gathering import gather  # noqa: E402
from gandan.jobs.import_files import import_files  # noqa: E402
from gandan.jobs.reread_files import reread_files  # noqa: E402
from gandan.kernel.events import Event, verify  # noqa: E402


def bring_in(folder: Path) -> None:
    """As an older reader would have left it: one duty accepted, one unknown to the reader of today,
    one that it will find for the first time."""
    actor, at = machine_account(timezone.now()), timezone.now()
    for _ in import_files(list(gather([folder])), actor=actor, now=timezone.now):
        pass
    for file in File.objects.all():
        first, second, third = Fact.objects.filter(document__file=file, kind="duty")[:3]
        actions.accept(first, actor=actor, at=at)
        Fact.objects.filter(pk=second.pk).update(start=0, end=4)
        third.delete()
    Reading.objects.update(reader="vanban 0.0.9")


def reread() -> None:
    actor = machine_account(timezone.now())
    for _ in reread_files(File.objects.order_by("pk"), actor=actor, now=timezone.now):
        pass


def held() -> dict[str, object]:
    by_file = ("document__file__sha256", "kind", "ordinal", "start", "end", "status")
    return {
        "facts": sorted(Fact.objects.values_list(*by_file, "reading__reader")),
        "references": sorted(
            Reference.objects.values_list("source__file__sha256", "fact__ordinal", "target__number")
        ),
        "readings": sorted(Reading.objects.values_list("document__file__sha256", "reader")),
        "events": Event.objects.filter(verb="file.reread").count(),
        "unbroken": verify() is None,
    }


def main(folder: Path, kills: int, seed: int) -> None:
    chance = random.Random(seed)
    call_command("migrate", verbosity=0)
    bring_in(folder)
    died, growth = 0, []
    for _ in range(kills):
        died += do_and_be_killed(reread, chance.randint(1, 120), 30.0)
        growth.append(Reading.objects.filter(reader=READER).count())
    reread()
    reread()
    sys.stdout.write(json.dumps({"died": died, "growth": growth, **held()}, default=str))


main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
