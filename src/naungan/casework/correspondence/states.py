"""What may happen to a letter in which state: one table, read by rule and page.

A letter has its number and its file, and neither changes again. It begins `unsigned`
where another than its maker signs it, and counts for nothing until that is done; one
that its maker signs begins `issued`. Telling that it went out makes it `sent`. A letter that should not have been written
is declared void; its number stays taken and its proof says that it is void.
"""

from typing import Final

from django.utils.translation import gettext_noop as _

from naungan.casework.accounts.access import ActRefused


STATES: Final = {
    "unsigned": _("menunggu tanda tangan"),
    "issued": _("dikeluarkan"),
    "sent": _("dikirim"),
    "void": _("dibatalkan"),
}
"""Every state with its words."""

TRANSITIONS: Final = {
    ("unsigned", "sign"): "issued",
    ("issued", "unsign"): "unsigned",
    ("unsigned", "void"): "void",
    ("issued", "send"): "sent",
    ("issued", "void"): "void",
    ("sent", "void"): "void",
}
"""To which state a verb leads from a state; what is not here may not happen."""

BATCH_STATES: Final = {
    "waiting": _("menunggu"),
    "running": _("sedang dibuat"),
    "done": _("selesai"),
    "failed": _("gagal"),
}
"""Every state of a batch of letters with its words."""

_REFUSED: Final = {
    "sign": _("Surat ini tidak menunggu tanda tangan."),
    "unsign": _("Tanda tangan hanya ditarik sebelum suratnya dikirim."),
    "send": _("Hanya surat yang sudah ditandatangani dan belum dikirim yang dikirim."),
    "void": _("Surat ini sudah dibatalkan."),
}


def check(state: str, verb: str) -> None:
    """Refuse a verb that may not happen in a state."""
    if (state, verb) not in TRANSITIONS:
        raise ActRefused(_REFUSED[verb])


def diagram() -> str:
    """Draw the table as the manual shows it."""
    begun = [f"    [*] --> {state}" for state in ("unsigned", "issued")]
    lines = [
        f"    {before} --> {after}: {verb}"
        for (before, verb), after in TRANSITIONS.items()
    ]
    return "\n".join(["stateDiagram-v2", *begun, *lines])
