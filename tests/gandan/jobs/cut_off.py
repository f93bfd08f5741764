"""A process that is killed within a part of a long work, when the part is done but not yet kept."""

from __future__ import annotations

from gandan.jobs.errand_kinds import KINDS, Kind
from gandan.jobs.errand_steps import Step


class Killed(BaseException):
    pass


def killed_in_part(number: int, kind: str) -> dict[str, Kind]:
    """The kinds of long work for `run_next`: this one dies in its part of that number, from 1."""

    def does(errand):
        for at, step in enumerate(KINDS[kind].does(errand), 1):
            if at < number:
                yield step
                continue

            def dies(now, step=step):
                step.act(now)
                raise Killed

            yield Step(dies, step.counts)

    return {kind: Kind(does)}
