"""Run by test_killed_import: import a folder in children that are killed, then once to the end.

Arguments: the folder, the number of kills, a seed. Prints one JSON object: how often a child died
while it was importing, and what the registry and the folder of blobs hold in the end.
"""

from __future__ import annotations

import hashlib
import json
import random
import sys
from functools import partial
from pathlib import Path

from gandan.cli.setup import setup

setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.utils import timezone  # noqa: E402
from killing import do_and_be_killed  # noqa: E402

import vanban  # noqa: E402
from gandan.domain.directory.actions import machine_account  # noqa: E402
from gandan.domain.registry.models import Document, Fact, File, Reference  # noqa: E402
from gandan.jobs.gathering import gather  # noqa: E402
from gandan.jobs.import_files import import_files  # noqa: E402
from gandan.kernel.events import Event, verify  # noqa: E402


def bring_in(folder: Path) -> None:
    actor = machine_account(timezone.now())
    for _ in import_files(list(gather([folder])), actor=actor, now=timezone.now):
        pass


def held() -> dict[str, object]:
    blobs = [path for path in Path(settings.GANDAN_FILES).rglob("*") if path.is_file()]
    whole = [path for path in blobs if not path.name.startswith(".draft-")]
    return {
        "files": sorted(File.objects.values_list("sha256", flat=True)),
        "documents": sorted(
            Document.objects.values_list("file__sha256", "ordinal", "number", "kind"), key=str
        ),
        "facts": sorted(
            Fact.objects.values_list("document__file__sha256", "kind", "ordinal", "start", "end")
        ),
        "references": sorted(
            Reference.objects.values_list("source__file__sha256", "fact__ordinal", "target__number")
        ),
        "receptions": Event.objects.filter(verb="file.receive").count(),
        "unbroken": verify() is None,
        "blobs": sorted(path.parent.name + path.name for path in whole),
        "blobs_true": all(
            hashlib.sha256(path.read_bytes()).hexdigest() == path.parent.name + path.name
            for path in whole
        ),
    }


def main(folder: Path, kills: int, seed: int) -> None:
    chance = random.Random(seed)
    call_command("migrate", verbosity=0)
    machine_account(timezone.now())
    first = next(iter(gather([folder])))
    vanban.read(first.read_bytes(), first.name)  # the children inherit patterns already compiled
    work, died = partial(bring_in, folder), 0
    growth: list[int] = []
    for kill in range(kills):
        if kill % 6 == 0:  # some by the clock: they may hit the middle of a commit
            died += do_and_be_killed(work, 10**9, chance.uniform(0.0, 0.4))
        else:
            died += do_and_be_killed(work, chance.randint(1, 500), 30.0)
        growth.append(File.objects.count())
    bring_in(folder)
    sys.stdout.write(json.dumps({"died": died, "growth": growth, **held()}, default=str))


main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
