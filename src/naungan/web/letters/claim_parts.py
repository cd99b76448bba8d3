"""The parts of letters about claims: whom they are about, what is paid, who handed it over."""

from collections.abc import Callable, Sequence
from typing import Final

from naungan.lib.dates import format_date
from naungan.lib.money import format_rupiah
from naungan.web.letters import blocks
from naungan.web.letters.blocks import Block, Heading
from naungan.web.letters.one_part import Setting
from naungan.web.letters.told import Untold, full_day, in_words


def _claimed(one: Setting) -> list[Block]:
    """Set whom a claim is about, what happened, and who had paid the contributions."""
    claimed = one.facts.claimed
    if claimed is None:
        raise Untold("klaim yang dimaksud")
    rows = [
        ("Nama peserta", claimed.person),
        ("NIK", claimed.nik),
        ("Kejadian", claimed.event),
        ("Tanggal kejadian", format_date(claimed.event_on)),
        ("Program", claimed.programme),
        ("Iuran dibayar oleh", claimed.funder),
    ]
    return one.opened(blocks.pairs([row for row in rows if row[1]]))


def _benefit(one: Setting) -> list[Block]:
    """Set what is paid, part by part, with the sum in words."""
    claimed = one.facts.claimed
    if claimed is None or not claimed.parts:
        raise Untold("rincian manfaat yang dibayar")
    rows = [[label, format_rupiah(amount)] for label, amount in claimed.parts]
    table = blocks.table(
        _BENEFIT, rows, ["Seluruhnya", format_rupiah(claimed.total_idr)]
    )
    return one.opened(table, blocks.paragraph(f"{in_words(claimed.total_idr)}."))


_BENEFIT: Final[Sequence[Heading]] = (
    ("Manfaat", "left", 2.4),
    ("Jumlah", "right", 1.4),
)


def _handed(one: Setting) -> list[Block]:
    """Set when, where, by whom and to whom something was handed over."""
    claimed = one.facts.claimed
    if claimed is None or claimed.held_on is None:
        raise Untold("hari, tempat, pejabat, dan penerima penyerahan")
    rows = [
        ("Hari, tanggal", full_day(claimed.held_on)),
        ("Tempat", claimed.place),
        ("Acara", claimed.occasion),
        ("Diserahkan oleh", claimed.official),
        ("Diterima oleh", claimed.receiver),
        ("Dibayar pada", format_date(claimed.paid_on) if claimed.paid_on else ""),
    ]
    return one.opened(blocks.pairs([row for row in rows if row[1]]))


KINDS: Final[dict[str, Callable[[Setting], list[Block]]]] = {
    "claimed": _claimed,
    "benefit": _benefit,
    "handed": _handed,
}
"""Every kind of part about a claim."""
