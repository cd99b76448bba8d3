"""What a terminal command of Naungan is: its errors, its voice, its exit codes.

The commands themselves stand on the shelf `naungan.commands`, one file each;
each exposes a click command named `command`. Adding a command means adding a
file.
"""

import importlib
import json
import pkgutil
import sys
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

from naungan.lib.errors import Refusal, RoomRefused, reason_of


F = TypeVar("F", bound=Callable[..., Any])

WORDS = Path(__file__).with_name("terminal.toml")
OPTIONS = "[PILIHAN]"
COUNTRY = "00"
WIDEST = 80  # columns of a folded error; every terminal has them
# The modules of click that speak; each looks its translator up under these names.
SPEAKERS = ("core", "decorators", "exceptions", "formatting", "parser", "types")


def speak_indonesian() -> None:
    """Let click itself speak Indonesian: its usage lines, headings and errors.

    Click asks gettext, which chooses by the settings of the machine; an office
    machine often has none, so the words are given to click directly.
    """
    words: dict[str, str] = tomllib.loads(WORDS.read_text(encoding="utf-8"))["words"]

    def one(text: str) -> str:
        return words.get(text, text)

    def many(text: str, several: str, count: int) -> str:
        return one(text if count == 1 else several)

    for name in SPEAKERS:
        speaker = vars(importlib.import_module(f"click.{name}"))
        speaker.update({"_": one, "ngettext": many})


class Shelf(click.Group):
    """A command group that finds its commands in a package when asked."""

    def __init__(self, package: str, *args: Any, **rest: Any) -> None:
        speak_indonesian()
        words = {"options_metavar": OPTIONS, "subcommand_metavar": "PERINTAH …"}
        super().__init__(*args, **{**words, **rest})
        self._package = package

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name every command on the shelf in alphabetical order."""
        del ctx
        found = pkgutil.iter_modules(importlib.import_module(self._package).__path__)
        return sorted(module.name.replace("_", "-") for module in found)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import only the module that was called: start-up stays short."""
        if cmd_name not in self.list_commands(ctx):
            return None
        stem = cmd_name.replace("-", "_")
        module = importlib.import_module(f"{self._package}.{stem}")
        command: click.Command = module.command
        command.options_metavar = OPTIONS
        return command


class Naungan(Shelf):
    """The whole terminal: the shelf that every other command stands on."""

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__("naungan.commands", *args, **rest)


class SeveralValues(click.Command):
    """A command whose named options take one value or several in a row.

    `--workers a.csv b.csv` then means the same as giving the option twice,
    so that a shell pattern after the option works.
    """

    def __init__(self, *args: Any, several: tuple[str, ...], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self._several = tuple(f"--{name}" for name in several)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Repeat the option before each further value, then parse as usual."""
        spread: list[str] = []
        option: str | None = None
        for place, arg in enumerate(args):
            if arg.startswith("-"):
                option = arg if arg in self._several else None
            elif option and place and args[place - 1] != option:
                spread.append(option)
            spread.append(arg)
        return super().parse_args(ctx, spread)


class Folder(click.Path):
    """A folder to write to; an empty name would mean where one happens to stand."""

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Any:
        """Refuse an empty name, then take the path as it is."""
        if value == "":
            self.fail("Sebut nama foldernya, mis. --out hasil.", param, ctx)
        return super().convert(value, param, ctx)


FOLDER = Folder(path_type=Path)


def month_option(*names: str, **rest: Any) -> Callable[[F], F]:
    """An option that reads a month in any Indonesian form as a month index."""
    return click.option(*names, callback=_month, metavar="BULAN", **rest)


def _month(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> Any:
    # Imported here: `--help` of other commands need not load the calendar.
    from naungan.lib import dates

    if value is None:
        return None
    read = dates.read_month(value)
    if read.value is None:
        raise click.BadParameter(f"{read.note} Tulis seperti 2026-10.")
    return read.value


def region_option(*names: str, **rest: Any) -> Callable[[F], F]:
    """An option that reads the code of a region that exists, dots optional."""
    return click.option(*names, callback=_region, metavar="KODE", **rest)


def _region(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> Any:
    # Imported here: `--help` need not load the regions.
    from naungan.lib import regions

    if value is None or value == COUNTRY:
        return value
    region = regions.by_code(value)
    if region is None:
        raise click.BadParameter(
            f"Tidak ada wilayah berkode “{value}”. Tulis kode Kemendagri, mis. 16.04."
        )
    return region.code


@contextmanager
def refusals_shown() -> Iterator[None]:
    """Print a refusal as one sentence and leave with the code of its cause."""
    try:
        yield
    except Refusal as refusal:
        _leave(str(refusal), refusal.exit_code)
    except OSError as error:
        # What no reader or writer could foresee: a folder removed, a disk gone.
        where = f"{error.filename}: " if error.filename else ""
        sentence = f"{where}tidak dapat dipakai ({reason_of(error)})."
        _leave(sentence, RoomRefused.exit_code)


def _leave(sentence: str, code: int) -> NoReturn:
    said = f"Galat: {sentence}"
    click.echo(_folded(said) if sys.stderr.isatty() else said, err=True)
    raise SystemExit(code) from None


def _folded(said: str) -> str:
    """Fold a long sentence for a terminal; a program that reads it gets one line."""
    import textwrap  # loaded with the first refusal

    return textwrap.fill(
        said,
        WIDEST,
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


@contextmanager
def progress(*, show: bool = True) -> Iterator[Callable[[str, float | None], None]]:
    """Show a bar on a terminal and nothing elsewhere; yield the teller."""
    if not show or not sys.stderr.isatty():
        yield lambda _text, _fraction: None
        return
    # Imported here: rich costs more to load than most commands take to run.
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=1.0)
        yield lambda text, fraction: bar.update(
            task, description=text, completed=fraction
        )


def say(text: str) -> None:
    """Write one line for the person at the terminal."""
    click.echo(text)


def print_json(value: Any) -> None:
    """Write one JSON document for another program to read."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2, default=str)
    sys.stdout.write("\n")
