"""`python -m naungan`: the terminal commands behind the launcher."""

import click

from naungan.command import Naungan, refusals_shown


@click.group(cls=Naungan, help="Naungan: buku besar jaminan sosial ketenagakerjaan.")
def main() -> None:
    """Open the door; the shelf of commands does the rest."""


if __name__ == "__main__":
    with refusals_shown():
        main(prog_name="naungan")
