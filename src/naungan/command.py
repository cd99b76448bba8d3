"""What a terminal command of Naungan is: its errors, its voice, its exit codes.

The commands themselves stand on the shelf `naungan.commands`, one file each;
each exposes a click command named `command`. Adding a command means adding a
file.
"""

import importlib
import json
import pkgutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

import naungan.commands
from naungan.lib.errors import Refusal


USAGE_EXIT = 2


class Naungan(click.Group):
    """The command group that finds its commands on the shelf when asked."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name every command on the shelf in alphabetical order."""
        del ctx
        found = pkgutil.iter_modules(naungan.commands.__path__)
        return sorted(module.name.replace("_", "-") for module in found)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import only the module that was called: start-up stays short."""
        if cmd_name not in self.list_commands(ctx):
            return None
        stem = cmd_name.replace("-", "_")
        module = importlib.import_module(f"naungan.commands.{stem}")
        command: click.Command = module.command
        return command


@contextmanager
def refusals_shown() -> Iterator[None]:
    """Print a refusal as one sentence and leave with the code of its cause."""
    try:
        yield
    except Refusal as refusal:
        click.echo(f"Galat: {refusal}", err=True)
        raise SystemExit(refusal.exit_code) from None


def print_json(value: Any) -> None:
    """Write one JSON document for another program to read."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2, default=str)
    sys.stdout.write("\n")
