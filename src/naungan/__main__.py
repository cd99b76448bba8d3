"""`python -m naungan`: the terminal commands behind the launcher."""

import click

from naungan import __version__
from naungan.command import Naungan, refusals_shown


@click.group(
    cls=Naungan,
    help="Naungan: buku besar jaminan sosial ketenagakerjaan.",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(
    __version__, message="%(prog)s %(version)s", help="Tampilkan versi Naungan."
)
def main() -> None:
    """Open the door; the shelf of commands does the rest."""


if __name__ == "__main__":
    with refusals_shown():
        main(prog_name="naungan")
