"""What may happen to a letter in which state: one table, read by rule and page.

A letter begins `issued`: it has its number and its file, and neither changes again.
Telling that it went out makes it `sent`. A letter that should not have been written
is declared void; its number stays taken and its proof says that it is void.
"""

from typing import Final

from django.utils.translation import gettext_noop as _

from naungan.casework.accounts.access import ActRefused


STATES: Final = {
    "issued": _("dikeluarkan"),
    "sent": _("dikirim"),
    "void": _("dibatalkan"),
}
"""Every state with its words."""

TRANSITIONS: Final = {
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
    "send": _("Surat ini sudah dikirim atau sudah dibatalkan."),
    "void": _("Surat ini sudah dibatalkan."),
}


def check(state: str, verb: str) -> None:
    """Refuse a verb that may not happen in a state."""
    if (state, verb) not in TRANSITIONS:
        raise ActRefused(_REFUSED[verb])
