"""`gandan people`: the people of the units and their posts, in and out as an Excel file."""

from __future__ import annotations

import argparse

from gandan.cli import exchange
from gandan.cli.setup import setup


def arguments(parser: argparse.ArgumentParser) -> None:
    exchange.arguments(parser.add_subparsers(dest="step", metavar="VIỆC", required=True))


def run(args: argparse.Namespace) -> int:
    setup()
    return exchange.run(args, "people")
