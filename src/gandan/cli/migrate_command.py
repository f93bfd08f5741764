"""`gandan migrate`: make or upgrade the database."""

from __future__ import annotations

import argparse

from gandan.cli.setup import setup


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--quiet", action="store_true", help="không in từng bước")


def run(args: argparse.Namespace) -> int:
    setup()
    from django.core.management import call_command

    from gandan.domain.tasks.words import set_words
    from gandan.kernel.protection import set_guards

    call_command("migrate", interactive=False, verbosity=0 if args.quiet else 1)
    set_guards()
    set_words()
    return 0
