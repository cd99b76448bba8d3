"""The parts of a pack for a meeting: what moved since the last one, what waits, where."""

from collections.abc import Callable, Sequence
from typing import Final

from naungan.web.letters import blocks
from naungan.web.letters.blocks import Block, Heading
from naungan.web.letters.event_parts import NOTHING, gathered
from naungan.web.letters.one_part import Setting


OURS_ALONE: Final = (
    "Bagian ini hanya untuk lembaga penyusun; jangan dibagikan kepada yang tidak ikut "
    "serta dalam kasusnya."
)


def _coverage(one: Setting) -> list[Block]:
    """Set coverage now, and at the time of the meeting before."""
    found = gathered(one, "coverage", "cakupan wilayah ini")
    columns: list[Heading] = [("Pekerja", "left", 2.0)]
    columns += [(label, "right", 2.0) for label in found["columns"]]
    made = one.opened()
    for table in found["tables"]:
        made.append(blocks.subheading(f"Terhadap semesta: {table['universe']}"))
        made.append(blocks.table(columns, table["rows"]))
    return made + [blocks.paragraph(note) for note in found["notes"]]


def _promises(one: Setting) -> list[Block]:
    """Set every open commitment, contradicted and late ones first, with what is measured."""
    return one.opened(blocks.promises(gathered(one, "promises", "komitmen")))


def _reached(one: Setting) -> list[Block]:
    """Set commitments that reached their target and are not closed yet."""
    return one.opened(blocks.promises(gathered(one, "reached", "komitmen tercapai")))


def _points(one: Setting) -> list[Block]:
    """Set recommendations that nobody took up yet."""
    return one.opened(blocks.points(gathered(one, "points", "rekomendasi terbuka")))


def _hindering(one: Setting) -> list[Block]:
    return one.opened(blocks.points(gathered(one, "hindering", "hambatan terbuka")))


def _employers(one: Setting) -> list[Block]:
    """Set cases of employers to talk about, those past their term first."""
    rows = [
        [row["name"], row["number"], row["stage"], row["due"] or NOTHING]
        for row in gathered(one, "employers", "kasus pemberi kerja")
    ]
    return one.opened(blocks.table(_EMPLOYERS, rows), blocks.paragraph(OURS_ALONE))


_EMPLOYERS: Final[Sequence[Heading]] = (
    ("Pemberi kerja", "left", 2.6),
    ("Kasus", "left", 2.2),
    ("Langkah terakhir", "left", 2.2),
    ("Tenggang", "left", 1.6),
)


def _villages(one: Setting) -> list[Block]:
    """Set villages that are far from their quota."""
    rows = [
        [row["name"], row["quota"], row["paid"], row["missing"]]
        for row in gathered(one, "villages", "desa yang tertinggal")
    ]
    return one.opened(blocks.table(_VILLAGES, rows))


_VILLAGES: Final[Sequence[Heading]] = (
    ("Desa", "left", 3.0),
    ("Kuota", "right", 1.0),
    ("Terbayar atau aktif", "right", 1.4),
    ("Kurang", "right", 1.0),
)


KINDS: Final[dict[str, Callable[[Setting], list[Block]]]] = {
    "pack_coverage": _coverage,
    "pack_promises": _promises,
    "pack_reached": _reached,
    "pack_points": _points,
    "pack_obstacles": _hindering,
    "pack_employers": _employers,
    "pack_villages": _villages,
}
"""The kinds of parts that a pack for a meeting has."""
